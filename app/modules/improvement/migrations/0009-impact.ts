import type { Migration } from '../../../platform/database/migrate.ts'
import { tenantTable } from '../../../platform/database/tenant-table.ts'

export const impact: Migration = {
  name: 'improvement/0009-impact',
  sql: `
    -- The yearly scan of a school's culture: one a school year.
    create table culture_scans (
      organisation_id uuid not null references organisations,
      id uuid not null,
      school_year int not null,
      opened_at timestamptz not null,
      closed_at timestamptz,
      primary key (organisation_id, id),
      unique (organisation_id, school_year)
    );
    ${tenantTable('culture_scans')}

    -- Answers without who gave them or when; culture_voters knows who answered (keyed hash), not what.
    create table culture_answers (
      organisation_id uuid not null,
      id uuid not null,
      scan_id uuid not null,
      team_id uuid,
      answers int[] not null check (cardinality(answers) = 12),
      primary key (organisation_id, id),
      foreign key (organisation_id, scan_id) references culture_scans on delete cascade,
      foreign key (organisation_id, team_id) references teams on delete set null (team_id)
    );
    create index culture_answers_scan on culture_answers (organisation_id, scan_id);
    ${tenantTable('culture_answers')}

    create table culture_voters (
      organisation_id uuid not null,
      scan_id uuid not null,
      voter text not null,
      primary key (organisation_id, scan_id, voter),
      foreign key (organisation_id, scan_id) references culture_scans on delete cascade
    );
    ${tenantTable('culture_voters')}
  `,
}
