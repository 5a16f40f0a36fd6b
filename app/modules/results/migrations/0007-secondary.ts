import type { Migration } from '../../../platform/database/migrate.ts'
import { publicTable } from '../../../platform/database/tenant-table.ts'

export const secondary: Migration = {
  name: 'results/0007-secondary',
  sql: `
    -- Versions of the norms of secondary schools, and of the columns of files about them: never changed, only added to.
    create table result_secondary_versions (
      kind text not null check (kind in ('norms', 'columns')),
      id text not null check (length(id) between 1 and 100),
      sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
      body jsonb not null,
      loaded_at timestamptz not null,
      loaded_by uuid,
      primary key (kind, id)
    );
    ${publicTable('result_secondary_versions')}
  `,
}
