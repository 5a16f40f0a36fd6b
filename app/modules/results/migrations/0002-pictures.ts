import type { Migration } from '../../../platform/database/migrate.ts'
import { publicTable } from '../../../platform/database/tenant-table.ts'

export const pictures: Migration = {
  name: 'results/0002-pictures',
  sql: `
    create table result_norms (
      id text primary key check (length(id) between 1 and 100),
      sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
      valid_from date not null,
      body jsonb not null,
      loaded_at timestamptz not null,
      loaded_by uuid
    );
    ${publicTable('result_norms')}

    create table result_pictures (
      id uuid primary key,
      school_years text[] not null,
      recipe jsonb not null,
      schools integer not null,
      body bytea not null,
      made_at timestamptz not null
    );
    create index result_pictures_newest on result_pictures (made_at, id);
    ${publicTable('result_pictures')}
  `,
}
