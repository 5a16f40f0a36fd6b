import type { Migration } from '../../../platform/database/migrate.ts'
import { tenantTable } from '../../../platform/database/tenant-table.ts'

export const sessions: Migration = {
  name: 'improvement/0003-sessions',
  sql: `
    create table board_sessions (
      organisation_id uuid not null,
      id uuid not null,
      board_id uuid not null,
      -- What others type to join, without 0/O, 1/I/L; free for a next session when this one has ended.
      code text not null check (code ~ '^[A-Z2-9]{6}$'),
      started_at timestamptz not null,
      ended_at timestamptz,
      -- By the team, or by the clock when it was left open.
      ended_by text check (ended_by in ('team', 'clock')),
      step int not null default 1 check (step between 1 and 5),
      step_started_at timestamptz not null,
      -- Seconds for each of the five steps: as they stand now, and as the team planned them.
      step_seconds int[] not null check (cardinality(step_seconds) = 5),
      planned_seconds int[] not null check (cardinality(planned_seconds) = 5),
      leader_id uuid,
      note_taker_id uuid,
      timekeeper_id uuid,
      absent_ids uuid[] not null default '{}',
      -- Goals and actions that were talked about, and the one that was brought forward out of turn.
      seen_ids uuid[] not null default '{}',
      focus_id uuid,
      -- Faces counted together on one device; when the session ends those of the phones are added.
      faces int[] not null default '{0,0,0}' check (cardinality(faces) = 3),
      -- What was agreed, as it stood when the session ended.
      agreed jsonb,
      primary key (organisation_id, id),
      foreign key (organisation_id, board_id) references boards on delete cascade,
      check ((ended_at is null) = (ended_by is null))
    );
    create unique index board_sessions_one_open on board_sessions (organisation_id, board_id) where ended_at is null;
    create unique index board_sessions_code on board_sessions (code) where ended_at is null;
    create index board_sessions_codes on board_sessions (code, started_at);
    create index board_sessions_board on board_sessions (organisation_id, board_id, started_at);
    create index board_sessions_open on board_sessions (started_at) where ended_at is null;
    ${tenantTable('board_sessions')}

    -- One face a person, changeable until the session ends; then the rows are deleted and only the counts stay. Who it
    -- was is a keyed hash of person and session, made to count everybody once and nothing else.
    create table check_ins (
      organisation_id uuid not null,
      session_id uuid not null,
      who text not null,
      face int not null check (face between 1 and 3),
      primary key (organisation_id, session_id, who),
      foreign key (organisation_id, session_id) references board_sessions on delete cascade
    );
    ${tenantTable('check_ins')}

    -- Which board a code opens, or opened last, for someone who has no account yet.
    create function session_by_code(session_code text)
    returns table (organisation_id uuid, slug text, session_id uuid, board_id uuid, board_name text, ended_at timestamptz)
    language sql stable security definer set search_path = public, pg_temp as $$
      select board_sessions.organisation_id, organisations.slug, board_sessions.id, boards.id, boards.name,
        board_sessions.ended_at
      from board_sessions
      join boards on boards.organisation_id = board_sessions.organisation_id and boards.id = board_sessions.board_id
      join organisations on organisations.id = board_sessions.organisation_id
      where board_sessions.code = session_code
      order by board_sessions.ended_at is not null, board_sessions.started_at desc
      limit 1
    $$;
    grant create on schema public to kantelpunt_system;
    alter function session_by_code(text) owner to kantelpunt_system;
    revoke create on schema public from kantelpunt_system;

    -- Secret addresses of calendars: only a hash is kept, so a copy of the table opens nothing.
    create table calendar_feeds (
      organisation_id uuid not null references organisations,
      user_id uuid not null references users on delete cascade,
      token_hash text not null unique,
      created_at timestamptz not null,
      primary key (organisation_id, user_id)
    );
    ${tenantTable('calendar_feeds')}
  `,
}
