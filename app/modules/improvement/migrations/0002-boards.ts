import type { Migration } from '../../../platform/database/migrate.ts'
import { tenantTable } from '../../../platform/database/tenant-table.ts'

const card = `
      organisation_id uuid not null,
      id uuid not null,
      board_id uuid not null,
      stamps jsonb not null default '{}',
      created_by text not null,
      created_at timestamptz not null,
      removed_at timestamptz,
      primary key (organisation_id, id),
      foreign key (organisation_id, board_id) references boards on delete cascade`

export const boards: Migration = {
  name: 'improvement/0002-boards',
  sql: `
    create table boards (
      organisation_id uuid not null references organisations,
      id uuid not null,
      kind text not null check (kind in ('improvement', 'organisational', 'class')),
      team_id uuid not null,
      name text not null check (length(name) between 1 and 100),
      -- Class boards only: what pupils type to join, and the day after which everything on it is deleted.
      code text unique check (code ~ '^[A-HJKMNP-Z2-9]{6}$'),
      ends_on date,
      created_at timestamptz not null,
      archived_at timestamptz,
      primary key (organisation_id, id),
      foreign key (organisation_id, team_id) references teams on delete cascade,
      check ((kind = 'class') = (code is not null and ends_on is not null))
    );
    create unique index boards_one_of_a_kind on boards (organisation_id, team_id, kind) where kind <> 'class';
    ${tenantTable('boards')}

    create table goals (
      ${card},
      period_id uuid,
      effect text not null check (length(effect) between 1 and 300),
      measure text not null default '' check (length(measure) <= 300),
      -- 'of 12 pupils': the most that a reading can be; null where the measure has no such limit.
      out_of double precision check (out_of > 0),
      baseline double precision,
      target double precision,
      reason text not null default '' check (length(reason) <= 300),
      -- What of another module the reason came from, as '<kind>:<id>'; null where it is in the team's own words.
      reason_from text check (reason_from ~ '^[a-z-]+:[A-Za-z0-9-]{1,100}$'),
      state text not null default 'running' check (state in ('running', 'kept', 'adapted', 'stopped')),
      foreign key (organisation_id, period_id) references periods
    );
    create index goals_board on goals (organisation_id, board_id);
    ${tenantTable('goals')}

    -- One a goal and day: who counts again that day corrects.
    create table readings (
      ${card},
      goal_id uuid not null,
      on_date date not null,
      value double precision not null,
      out_of double precision check (out_of > 0),
      foreign key (organisation_id, goal_id) references goals on delete cascade
    );
    create index readings_goal on readings (organisation_id, goal_id, on_date);
    ${tenantTable('readings')}

    create table actions (
      ${card},
      goal_id uuid,
      description text not null check (length(description) between 1 and 300),
      due_on date,
      state text not null default 'open' check (state in ('open', 'done', 'adapted', 'stopped')),
      state_reason text not null default '' check (length(state_reason) <= 300),
      state_at timestamptz,
      -- Who does it: people of the school by id, others by name.
      owner_ids uuid[] not null default '{}',
      owner_names text[] not null default '{}',
      everyone boolean not null default false,
      impact int check (impact between 1 and 5),
      feasibility int check (feasibility between 1 and 5),
      -- The action that this one goes on from, with other words.
      follows uuid,
      foreign key (organisation_id, goal_id) references goals,
      foreign key (organisation_id, follows) references actions
    );
    create index actions_board on actions (organisation_id, board_id);
    ${tenantTable('actions')}

    create table successes (
      ${card},
      description text not null check (length(description) between 1 and 500),
      by_name text not null default '' check (length(by_name) <= 60),
      on_date date not null
    );
    create index successes_board on successes (organisation_id, board_id, on_date);
    ${tenantTable('successes')}

    create table plans (
      ${card},
      description text not null check (length(description) between 1 and 300),
      -- The Monday of the week it is for.
      week date not null,
      by_name text not null default '' check (length(by_name) <= 60)
    );
    create index plans_board on plans (organisation_id, board_id, week);
    ${tenantTable('plans')}

    -- Which class board a code opens, for a pupil who has no account and no pass yet.
    create function class_board_by_code(board_code text)
    returns table (organisation_id uuid, slug text, board_id uuid, name text, ends_on date)
    language sql stable security definer set search_path = public, pg_temp as $$
      select boards.organisation_id, organisations.slug, boards.id, boards.name, boards.ends_on
      from boards join organisations on organisations.id = boards.organisation_id
      where boards.code = board_code and boards.kind = 'class' and boards.archived_at is null
    $$;
    grant create on schema public to kantelpunt_system;
    alter function class_board_by_code(text) owner to kantelpunt_system;
    revoke create on schema public from kantelpunt_system;
  `,
}
