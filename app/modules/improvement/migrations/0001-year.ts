import type { Migration } from '../../../platform/database/migrate.ts'
import { tenantTable } from '../../../platform/database/tenant-table.ts'

export const year: Migration = {
  name: 'improvement/0001-year',
  sql: `
    create table year_boards (
      organisation_id uuid not null references organisations,
      school_year int not null check (school_year between 2000 and 2100),
      ambition text not null check (length(ambition) <= 300),
      stamps jsonb not null default '{}',
      created_at timestamptz not null,
      primary key (organisation_id, school_year)
    );
    ${tenantTable('year_boards')}

    create table periods (
      organisation_id uuid not null,
      id uuid not null,
      school_year int not null,
      number int not null check (number between 1 and 5),
      starts_on date not null,
      ends_on date not null check (ends_on > starts_on),
      theme text check (length(theme) <= 120),
      theme_note text check (length(theme_note) <= 1000),
      stage text not null default 'planned'
        check (stage in ('planned', 'kick-off', 'execution', 'evaluation', 'look-back', 'closed')),
      stamps jsonb not null default '{}',
      primary key (organisation_id, id),
      unique (organisation_id, school_year, number) deferrable initially deferred,
      foreign key (organisation_id, school_year) references year_boards on delete cascade
    );
    ${tenantTable('periods')}

    create table period_teams (
      organisation_id uuid not null,
      period_id uuid not null,
      team_id uuid not null,
      primary key (organisation_id, period_id, team_id),
      foreign key (organisation_id, period_id) references periods on delete cascade,
      foreign key (organisation_id, team_id) references teams on delete cascade
    );
    ${tenantTable('period_teams')}
  `,
}
