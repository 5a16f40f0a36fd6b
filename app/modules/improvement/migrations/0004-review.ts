import type { Migration } from '../../../platform/database/migrate.ts'
import { tenantTable } from '../../../platform/database/tenant-table.ts'

export const review: Migration = {
  name: 'improvement/0004-review',
  sql: `
    create table evaluations (
      organisation_id uuid not null,
      id uuid not null,
      goal_id uuid not null,
      period_id uuid not null,
      worked text not null default '' check (length(worked) <= 1000),
      decision text check (decision in ('keep', 'adapt', 'stop')),
      stamps jsonb not null default '{}',
      created_at timestamptz not null,
      primary key (organisation_id, id),
      unique (organisation_id, goal_id, period_id),
      foreign key (organisation_id, goal_id) references goals on delete cascade,
      foreign key (organisation_id, period_id) references periods on delete cascade
    );
    ${tenantTable('evaluations')}

    -- Answers without who gave them; pulse_voters knows who answered (keyed hash), not what.
    create table pulse_answers (
      organisation_id uuid not null,
      id uuid not null,
      period_id uuid not null,
      team_id uuid not null,
      answers int[] not null,
      primary key (organisation_id, id),
      foreign key (organisation_id, period_id) references periods on delete cascade,
      foreign key (organisation_id, team_id) references teams on delete cascade
    );
    ${tenantTable('pulse_answers')}

    create table pulse_voters (
      organisation_id uuid not null,
      period_id uuid not null,
      team_id uuid not null,
      voter text not null,
      primary key (organisation_id, period_id, team_id, voter),
      foreign key (organisation_id, period_id) references periods on delete cascade,
      foreign key (organisation_id, team_id) references teams on delete cascade
    );
    ${tenantTable('pulse_voters')}

    create table look_backs (
      organisation_id uuid not null,
      id uuid not null,
      period_id uuid not null,
      team_id uuid not null,
      proud_of text not null default '' check (length(proud_of) <= 1000),
      learned text not null default '' check (length(learned) <= 1000),
      teamwork text not null default '' check (length(teamwork) <= 1000),
      next_time text not null default '' check (length(next_time) <= 1000),
      pulse_closed_at timestamptz,
      closed_at timestamptz,
      stamps jsonb not null default '{}',
      created_at timestamptz not null,
      primary key (organisation_id, id),
      unique (organisation_id, period_id, team_id),
      foreign key (organisation_id, period_id) references periods on delete cascade,
      foreign key (organisation_id, team_id) references teams on delete cascade
    );
    ${tenantTable('look_backs')}
  `,
}
