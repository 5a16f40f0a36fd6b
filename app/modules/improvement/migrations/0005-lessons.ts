import type { Migration } from '../../../platform/database/migrate.ts'
import { tenantTable } from '../../../platform/database/tenant-table.ts'

export const lessons: Migration = {
  name: 'improvement/0005-lessons',
  sql: `
    create table lessons (
      organisation_id uuid not null,
      id uuid not null,
      team_id uuid not null,
      -- The goal of a board that it hangs on; null where it hangs on none.
      goal_id uuid,
      title text not null check (length(title) between 1 and 120),
      subject text not null default '' check (length(subject) <= 60),
      -- Of the pupils, as the school says it: 'groep 6', '2 havo'.
      year text not null default '' check (length(year) <= 40),
      theme text not null default '' check (length(theme) <= 80),
      stamps jsonb not null default '{}',
      created_by text not null,
      created_at timestamptz not null,
      removed_at timestamptz,
      primary key (organisation_id, id),
      foreign key (organisation_id, team_id) references teams on delete cascade,
      foreign key (organisation_id, goal_id) references goals on delete set null (goal_id)
    );
    create index lessons_team on lessons (organisation_id, team_id);
    create index lessons_goal on lessons (organisation_id, goal_id);
    ${tenantTable('lessons')}

    -- Who design a lesson together.
    create table lesson_designers (
      organisation_id uuid not null,
      lesson_id uuid not null,
      user_id uuid not null references users on delete cascade,
      primary key (organisation_id, lesson_id, user_id),
      foreign key (organisation_id, lesson_id) references lessons on delete cascade
    );
    create index lesson_designers_user on lesson_designers (user_id);
    ${tenantTable('lesson_designers')}

    create table lesson_versions (
      organisation_id uuid not null,
      id uuid not null,
      lesson_id uuid not null,
      number int not null check (number >= 1),
      -- The text as a Yjs document, all edits merged; empty: nothing written yet.
      document bytea not null default '' check (length(document) <= 262144),
      -- The same in plain fields; see Plan in lessons/plan.ts.
      plan jsonb not null default '{}',
      -- Which person each device of the document belongs to: { client id: actor }.
      writers jsonb not null default '{}',
      -- How many edits were merged: who follows the document sees by it whether one was missed.
      edits int not null default 0,
      -- Taught: then the text stands as it was.
      taught_on date,
      class_name text not null default '' check (length(class_name) <= 60),
      -- The evaluation: what the pupils did, what worked, what will be different.
      pupils_did text not null default '' check (length(pupils_did) <= 1000),
      worked text not null default '' check (length(worked) <= 1000),
      differently text not null default '' check (length(differently) <= 1000),
      stamps jsonb not null default '{}',
      created_by text not null,
      created_at timestamptz not null,
      primary key (organisation_id, id),
      unique (organisation_id, lesson_id, number),
      foreign key (organisation_id, lesson_id) references lessons on delete cascade
    );
    ${tenantTable('lesson_versions')}

    -- A field is being written in, or was a moment ago; after ten minutes of silence it becomes one entry of the journal.
    create table lesson_spells (
      organisation_id uuid not null,
      id uuid not null,
      version_id uuid not null,
      field text not null check (length(field) <= 20),
      -- Who wrote in it, in the order in which they began: more than one only where they wrote at the same time.
      actors text[] not null check (cardinality(actors) between 1 and 200),
      -- What stood there before.
      before text not null default '',
      -- What stood there when somebody else went on; null: it is still being written.
      after text,
      last_at timestamptz not null,
      primary key (organisation_id, id),
      foreign key (organisation_id, version_id) references lesson_versions on delete cascade
    );
    create unique index lesson_spells_open on lesson_spells (organisation_id, version_id, field) where after is null;
    create index lesson_spells_silent on lesson_spells (last_at);
    ${tenantTable('lesson_spells')}
  `,
}
