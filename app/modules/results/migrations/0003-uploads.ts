import type { Migration } from '../../../platform/database/migrate.ts'
import { systemTable } from '../../../platform/database/tenant-table.ts'

export const uploads: Migration = {
  name: 'results/0003-uploads',
  sql: `
    create table result_uploads (
      id uuid primary key,
      file_name text not null check (length(file_name) between 1 and 255),
      body bytea,
      published_on text,
      source text not null check (length(source) <= 500),
      accept_closures boolean not null,
      stage text not null check (stage in ('waiting', 'working', 'picture', 'done')),
      rows_done integer not null default 0,
      rows_of integer not null default 0,
      outcome text check (outcome in ('loaded', 'again', 'refused')),
      answer jsonb,
      uploaded_at timestamptz not null,
      uploaded_by uuid,
      check ((stage = 'done') = (outcome is not null)),
      check (stage <> 'done' or body is null)
    );
    create index result_uploads_newest on result_uploads (uploaded_at, id);
    ${systemTable('result_uploads')}
  `,
}
