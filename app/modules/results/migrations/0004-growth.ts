import type { Migration } from '../../../platform/database/migrate.ts'
import { tenantTable } from '../../../platform/database/tenant-table.ts'

export const growth: Migration = {
  name: 'results/0004-growth',
  sql: `
    create table result_growth_summaries (
      organisation_id uuid not null references organisations,
      id uuid not null,
      schools jsonb not null check (jsonb_typeof(schools) = 'array'),
      spread double precision not null check (spread > 0),
      certificate jsonb not null check (jsonb_typeof(certificate) = 'object'),
      saved_at timestamptz not null,
      saved_by uuid,
      primary key (organisation_id, id)
    );
    create index result_growth_summaries_newest on result_growth_summaries (organisation_id, saved_at, id);
    ${tenantTable('result_growth_summaries')}
  `,
}
