import type { Migration } from '../../../platform/database/migrate.ts'
import { systemTable, tenantTable } from '../../../platform/database/tenant-table.ts'

export const voice: Migration = {
  name: 'improvement/0007-voice',
  sql: `
    -- Questions put to one group once, or an arena: five to seven pupils talk and teachers listen. Opens, closes, never
    -- opens again.
    create table voice_rounds (
      organisation_id uuid not null,
      id uuid not null,
      team_id uuid not null,
      kind text not null check (kind in ('questions', 'arena')),
      -- The class or group, as the teacher calls it: rounds with the same name are the same group, asked again.
      title text not null check (length(title) between 1 and 60),
      -- One of our ready sets, or the school's own questions.
      question_set text not null check (length(question_set) <= 30),
      questions jsonb not null check (jsonb_typeof(questions) = 'array'),
      subgroups text[] not null default '{}',
      code text not null unique check (code ~ '^[A-HJKMNP-Z2-9]{6}$'),
      created_by text not null,
      opened_at timestamptz not null,
      closed_at timestamptz,
      answered int not null default 0,
      words_shown_at timestamptz,
      -- What was done with it, for the pupils: until there are words here the round stands open on the board.
      done_words text not null default '' check (length(done_words) <= 1000),
      done_at timestamptz,
      primary key (organisation_id, id),
      foreign key (organisation_id, team_id) references teams on delete cascade
    );
    create index voice_rounds_team on voice_rounds (organisation_id, team_id) where done_at is null;
    create index voice_rounds_open on voice_rounds (opened_at) where closed_at is null;
    ${tenantTable('voice_rounds')}

    -- Answers, as long as the round is open: nothing of who, when or in which order. No page can read them: the app puts
    -- them in by voice_answer() alone, and the step that closes the round reads them, once, and deletes them. No foreign
    -- key: a class that answers at once would queue for the lock on its round, which voice_answer() has no need of.
    create table voice_answers (
      organisation_id uuid not null,
      round_id uuid not null,
      id uuid not null,
      subgroup int,
      given jsonb not null,
      primary key (organisation_id, round_id, id)
    );
    ${systemTable('voice_answers')}

    -- Which devices have answered, by a keyed hash of a secret that the device was given for this round only. Deleted when
    -- the round closes.
    create table voice_devices (
      organisation_id uuid not null,
      round_id uuid not null,
      device text not null,
      primary key (organisation_id, round_id, device)
    );
    ${systemTable('voice_devices')}

    -- What was released at closing: all that any page shows of answers.
    create table voice_views (
      organisation_id uuid not null,
      round_id uuid not null,
      question int not null,
      -- Place in the subgroups of the round; -1 for the whole group.
      subgroup int not null,
      n int not null check (n >= 5),
      -- By step but the last: the range that tells, with some chance in it, how many chose this step or a better one.
      cuts jsonb not null check (jsonb_typeof(cuts) = 'array'),
      primary key (organisation_id, round_id, question, subgroup),
      foreign key (organisation_id, round_id) references voice_rounds on delete cascade
    );
    ${tenantTable('voice_views')}

    -- Open answers of ten or more, for the teacher to read first.
    create table voice_words (
      organisation_id uuid not null,
      id uuid not null,
      round_id uuid not null,
      question int not null,
      words text not null check (length(words) between 1 and 500),
      removed_at timestamptz,
      primary key (organisation_id, id),
      foreign key (organisation_id, round_id) references voice_rounds on delete cascade
    );
    create index voice_words_round on voice_words (organisation_id, round_id);
    ${tenantTable('voice_words')}

    -- What teachers heard in an arena, and the ideas that came of it.
    create table voice_notes (
      organisation_id uuid not null,
      id uuid not null,
      round_id uuid not null,
      kind text not null check (kind in ('heard', 'idea')),
      question int not null default 0,
      words text not null check (length(words) between 1 and 300),
      -- From 1 (little) to 5 (much), and from 1 (hard) to 5 (easy); null: not weighed yet.
      effect int check (effect between 1 and 5),
      feasible int check (feasible between 1 and 5),
      created_at timestamptz not null,
      removed_at timestamptz,
      primary key (organisation_id, id),
      foreign key (organisation_id, round_id) references voice_rounds on delete cascade
    );
    create index voice_notes_round on voice_notes (organisation_id, round_id);
    ${tenantTable('voice_notes')}

    -- Which round a code opens, for a pupil of whom nothing is known.
    create function voice_round_by_code(round_code text)
    returns table (organisation_id uuid, round_id uuid)
    language sql stable security definer set search_path = public, pg_temp as $$
      select voice_rounds.organisation_id, voice_rounds.id from voice_rounds where voice_rounds.code = round_code
    $$;

    -- Many may answer at once (shared), nobody while the round is closed (exclusive).
    create function voice_lock(in_round uuid) returns bigint language sql immutable as $$
      select hashtextextended('voice ' || in_round, 7)
    $$;

    -- Answers of devices to open rounds, one of each, as [{ place, organisation, round, device, id, subgroup, given }]. Who
    -- closes a round waits until they are in, and whatever comes after that is told so, as is what comes after a thousand: no
    -- group is that large. 'answered': this device did before, as when a phone sends again what had arrived.
    create function voice_answer(in_rows jsonb)
    returns table (place int, taken text)
    language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      perform pg_advisory_xact_lock_shared(voice_lock(each))
        from (select distinct (row->>'round')::uuid as each from jsonb_array_elements(in_rows) as row order by 1) rounds;
      return query
        with state as (
          select sent.*, voice_rounds.id is not null as known, voice_rounds.closed_at is not null
            or (select count(*) from voice_devices full_of where full_of.organisation_id = sent.organisation
              and full_of.round_id = sent.round) >= 1000 as closed
          from jsonb_to_recordset(in_rows) as sent
            (place int, organisation uuid, round uuid, device text, id uuid, subgroup int, given jsonb)
          left join voice_rounds on voice_rounds.organisation_id = sent.organisation and voice_rounds.id = sent.round
            and voice_rounds.kind = 'questions'
        ), first as (
          select distinct on (round, device) * from state where known and not closed order by round, device, state.place
        ), fresh as (
          insert into voice_devices (organisation_id, round_id, device)
          select organisation, round, device from first order by round, device
          on conflict do nothing
          returning voice_devices.round_id, voice_devices.device
        ), put as (
          insert into voice_answers (organisation_id, round_id, id, subgroup, given)
          select first.organisation, first.round, first.id, first.subgroup, first.given
          from first join fresh on fresh.round_id = first.round and fresh.device = first.device
          returning voice_answers.id
        )
        select state.place,
          case when not known then 'unknown' when closed then 'closed'
            when state.id in (select put.id from put) then 'taken' else 'answered' end
        from state;
    end $$;

    -- How many devices have answered, and nothing else of it.
    create function voice_answered(in_organisation uuid, in_round uuid)
    returns int
    language sql stable security definer set search_path = public, pg_temp as $$
      select count(*)::int from voice_devices where organisation_id = in_organisation and round_id = in_round
        and organisation_id = any ((select app_organisations())::uuid[])
    $$;

    -- Says to the wall how many devices have answered: the number takes the place of #count# in a message of the live room.
    create function voice_say_count(in_organisation uuid, in_round uuid, in_channel text, in_message text)
    returns void
    language sql security definer set search_path = public, pg_temp as $$
      select pg_notify(in_channel, replace(in_message, '#count#', count(*)::text)) from voice_devices
      where organisation_id = in_organisation and round_id = in_round
    $$;

    grant create on schema public to kantelpunt_system;
    alter function voice_round_by_code(text) owner to kantelpunt_system;
    alter function voice_answer(jsonb) owner to kantelpunt_system;
    alter function voice_answered(uuid, uuid) owner to kantelpunt_system;
    alter function voice_say_count(uuid, uuid, text, text) owner to kantelpunt_system;
    revoke create on schema public from kantelpunt_system;
  `,
}
