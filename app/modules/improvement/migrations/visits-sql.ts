const ofSchool = (table: string) => `${table}.organisation_id = any ((select app_organisations())::uuid[])`
/** The record that a row is of, where this person may see it: policies of visit_records decide. */
const record = (table: string, who: string) => `exists (select from visit_records r
  where r.organisation_id = ${table}.organisation_id and r.visit_id = ${table}.visit_id and ${who})`
const force = (table: string) => `
  alter table ${table} enable row level security;
  alter table ${table} force row level security;`
/** Of the system role: take away what is past its date, and nothing else. It may not even look. */
const forgetsOnly = (table: string) => `
  create policy ${table}_forget on ${table} for delete to kantelpunt_system
    using (keep_until < (now() at time zone 'Europe/Amsterdam')::date);
  grant delete on ${table} to kantelpunt_system;`
/** Who came may still correct what they wrote. */
const untilDone = '(r.visitor_id = app_user_id() and r.talk_done_at is null and r.closed_at is null)'
/** Whether a person may come: a leader or coach only where the receiver said so. */
const mayCome = (person: string) => `(v.also_leaders or not exists (select from memberships m
  where m.organisation_id = v.organisation_id and m.user_id = ${person}
    and m.role in ('coach', 'leader', 'board', 'admin')))`

/**
 * Two kinds of rows. `visits`: that a visit happens, for the school. Everything that hangs on `visit_records`: what was
 * seen, for receiver and visitor; policies look at who asks (`app_user_id()`), so a query that forgets sees nothing. No
 * policy opens these to a role, and none to the system, which may delete what is past its date.
 */
export const visitsSql = `
  create table visits (
    organisation_id uuid not null references organisations,
    id uuid not null,
    receiver_id uuid not null references users on delete cascade,
    visitor_id uuid references users on delete set null,
    team_id uuid,
    track_id uuid,
    class_name text not null default '' check (length(class_name) <= 60),
    -- Whether the receiver lets a coach or leader come as well.
    also_leaders boolean not null default false,
    state text not null check (state in ('open', 'taken', 'done', 'withdrawn')),
    asked_at timestamptz not null,
    starts_at timestamptz,
    done_at timestamptz,
    primary key (organisation_id, id),
    unique (organisation_id, id, receiver_id),
    foreign key (organisation_id, team_id) references teams on delete set null (team_id),
    foreign key (organisation_id, track_id) references visit_tracks on delete set null (track_id),
    constraint visits_open_without_visitor check (state <> 'open' or visitor_id is null)
  );
  create index visits_receiver on visits (organisation_id, receiver_id);
  create index visits_done on visits (organisation_id, done_at) where state = 'done';
  ${force('visits')}
  create policy visits_read on visits for select to kantelpunt_app using (${ofSchool('visits')});
  create policy visits_ask on visits for insert to kantelpunt_app
    with check (${ofSchool('visits')} and receiver_id = app_user_id() and visitor_id is distinct from receiver_id);
  create policy visits_change on visits for update to kantelpunt_app
    using (${ofSchool('visits')} and (state = 'open' or app_user_id() in (receiver_id, visitor_id)))
    with check (${ofSchool('visits')} and visitor_id is distinct from receiver_id
      and (state = 'open' or app_user_id() in (receiver_id, visitor_id)));
  create policy visits_system on visits for select to kantelpunt_system using (true);
  grant select, insert on visits to kantelpunt_app;
  grant update (visitor_id, state, starts_at, done_at) on visits to kantelpunt_app;
  grant select on visits to kantelpunt_system;
  create index visits_track on visits (organisation_id, track_id) where track_id is not null;

  -- When somebody teaches and when not: lessons by the grid (weekday × 100 + hour), days off.
  create table visit_hours (
    organisation_id uuid not null references organisations,
    user_id uuid not null references users on delete cascade,
    lesson_slots int[] not null default '{}',
    off_days int[] not null default '{}',
    updated_at timestamptz not null,
    primary key (organisation_id, user_id)
  );
  -- From a calendar file: from when until when, never what.
  create table visit_busy (
    organisation_id uuid not null references organisations,
    user_id uuid not null references users on delete cascade,
    kind text not null check (kind in ('lessons', 'appointments')),
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    primary key (organisation_id, user_id, kind, starts_at, ends_at)
  );
  create index visit_busy_end on visit_busy (ends_at);
  ${['visit_hours', 'visit_busy']
    .map(
      (table) => `${force(table)}
  create policy ${table}_read on ${table} for select to kantelpunt_app using (${ofSchool(table)});
  create policy ${table}_own on ${table} to kantelpunt_app
    using (${ofSchool(table)} and user_id = app_user_id()) with check (${ofSchool(table)} and user_id = app_user_id());
  grant select, insert, update, delete on ${table} to kantelpunt_app;`,
    )
    .join('')}
  create policy visit_busy_past on visit_busy for delete to kantelpunt_system using (ends_at < now());
  grant delete on visit_busy to kantelpunt_system;

  -- One for each visit that somebody took: whose it is, and who came. The rest hangs on it, and goes with it.
  create table visit_records (
    organisation_id uuid not null,
    visit_id uuid not null,
    receiver_id uuid not null references users on delete cascade,
    -- Null: the receiver closed it for who came.
    visitor_id uuid references users on delete set null,
    instrument text,
    started_at timestamptz,
    talk_step int check (talk_step between 1 and 4),
    talk_step_at timestamptz,
    -- From here on it is the receiver's: who came reads, and takes nothing back.
    talk_done_at timestamptz,
    -- A few days after the lesson: nothing that waited on a phone comes in any more, talk or no talk.
    closed_at timestamptz,
    keep_until date not null,
    primary key (organisation_id, visit_id),
    unique (organisation_id, visit_id, receiver_id),
    foreign key (organisation_id, visit_id, receiver_id) references visits (organisation_id, id, receiver_id)
      on delete cascade
  );
  create index visit_records_keep on visit_records (keep_until);

  -- With whom the receiver shared it. The key says that who shares is the receiver.
  create table visit_readers (
    organisation_id uuid not null,
    visit_id uuid not null,
    receiver_id uuid not null,
    user_id uuid not null references users on delete cascade,
    since timestamptz not null,
    primary key (organisation_id, visit_id, user_id),
    foreign key (organisation_id, visit_id, receiver_id)
      references visit_records (organisation_id, visit_id, receiver_id) on delete cascade
  );
  ${force('visit_readers')}
  create policy visit_readers_see on visit_readers for select to kantelpunt_app
    using (${ofSchool('visit_readers')} and app_user_id() in (receiver_id, user_id));
  create policy visit_readers_share on visit_readers for insert to kantelpunt_app
    with check (${ofSchool('visit_readers')} and receiver_id = app_user_id());
  create policy visit_readers_end on visit_readers for delete to kantelpunt_app
    using (${ofSchool('visit_readers')} and receiver_id = app_user_id());
  grant select, insert, delete on visit_readers to kantelpunt_app;

  ${force('visit_records')}
  create policy visit_records_see on visit_records for select to kantelpunt_app
    using (${ofSchool('visit_records')} and (app_user_id() in (receiver_id, visitor_id) or exists (
      select from visit_readers d where d.organisation_id = visit_records.organisation_id
        and d.visit_id = visit_records.visit_id and d.user_id = app_user_id())));
  create policy visit_records_begin on visit_records for insert to kantelpunt_app
    with check (${ofSchool('visit_records')} and app_user_id() in (receiver_id, visitor_id) and exists (
      select from visits v where v.organisation_id = visit_records.organisation_id and v.id = visit_records.visit_id
        and v.state = 'taken' and v.visitor_id = visit_records.visitor_id
        and visit_records.keep_until <= (v.starts_at at time zone 'Europe/Amsterdam')::date + 366
        and ${mayCome('visit_records.visitor_id')}));
  create policy visit_records_change on visit_records for update to kantelpunt_app
    using (${ofSchool('visit_records')} and app_user_id() in (receiver_id, visitor_id))
    with check (${ofSchool('visit_records')} and app_user_id() in (receiver_id, visitor_id));
  -- The receiver's word; and who took it may give it back before it happened.
  create policy visit_records_delete on visit_records for delete to kantelpunt_app
    using (${ofSchool('visit_records')} and (receiver_id = app_user_id()
      or (visitor_id = app_user_id() and started_at is null)));
  grant select, insert, delete on visit_records to kantelpunt_app;
  grant update (visitor_id, instrument, started_at, talk_step, talk_step_at, talk_done_at) on visit_records
    to kantelpunt_app;
  ${forgetsOnly('visit_records')}

  -- The viewing question: colleagues read it as long as they can take it, then it belongs to the visit.
  create table visit_questions (
    organisation_id uuid not null,
    visit_id uuid not null,
    receiver_id uuid not null,
    words text not null check (length(words) between 1 and 300),
    -- The design that is taught, where the visit is asked for one: for who reads the question.
    lesson_id uuid,
    keep_until date not null,
    primary key (organisation_id, visit_id),
    foreign key (organisation_id, lesson_id) references lessons on delete set null (lesson_id),
    foreign key (organisation_id, visit_id, receiver_id) references visits (organisation_id, id, receiver_id)
      on delete cascade
  );
  create index visit_questions_keep on visit_questions (keep_until);
  create index visit_questions_lesson on visit_questions (organisation_id, lesson_id) where lesson_id is not null;
  ${force('visit_questions')}
  create policy visit_questions_see on visit_questions for select to kantelpunt_app
    using (${ofSchool('visit_questions')} and (receiver_id = app_user_id()
      or ${record('visit_questions', 'true')}
      or exists (select from visits v where v.organisation_id = visit_questions.organisation_id
        and v.id = visit_questions.visit_id and v.state = 'open' and ${mayCome('app_user_id()')}
        and exists (select from memberships m where m.organisation_id = v.organisation_id
          and m.user_id = app_user_id() and m.role in ('teacher', 'coach', 'leader')))));
  create policy visit_questions_write on visit_questions for insert to kantelpunt_app
    with check (${ofSchool('visit_questions')} and receiver_id = app_user_id());
  create policy visit_questions_delete on visit_questions for delete to kantelpunt_app
    using (${ofSchool('visit_questions')} and receiver_id = app_user_id());
  grant select, insert, delete on visit_questions to kantelpunt_app;
  ${forgetsOnly('visit_questions')}

  create table visit_facts (
    organisation_id uuid not null,
    visit_id uuid not null,
    id uuid not null,
    kind text not null check (kind in ('seen', 'heard')),
    words text not null check (length(words) between 1 and 400),
    noticed_at timestamptz not null,
    primary key (organisation_id, id),
    foreign key (organisation_id, visit_id) references visit_records on delete cascade
  );
  create index visit_facts_visit on visit_facts (organisation_id, visit_id, noticed_at);
  ${force('visit_facts')}
  create policy visit_facts_see on visit_facts for select to kantelpunt_app
    using (${ofSchool('visit_facts')} and ${record('visit_facts', 'true')});
  create policy visit_facts_write on visit_facts for insert to kantelpunt_app
    with check (${ofSchool('visit_facts')} and ${record(
      'visit_facts',
      `r.visitor_id = app_user_id() and r.closed_at is null
        and (r.talk_done_at is null or visit_facts.noticed_at <= r.talk_done_at)`,
    )});
  create policy visit_facts_delete on visit_facts for delete to kantelpunt_app
    using (${ofSchool('visit_facts')} and ${record('visit_facts', `(r.receiver_id = app_user_id() or ${untilDone})`)});
  grant select, insert, delete on visit_facts to kantelpunt_app;

  -- What the receiver is going to try, in the receiver's own words.
  create table visit_tries (
    organisation_id uuid not null,
    visit_id uuid not null,
    receiver_id uuid not null,
    words text not null check (length(words) between 1 and 400),
    written_at timestamptz not null,
    primary key (organisation_id, visit_id),
    foreign key (organisation_id, visit_id, receiver_id)
      references visit_records (organisation_id, visit_id, receiver_id) on delete cascade
  );
  ${force('visit_tries')}
  create policy visit_tries_see on visit_tries for select to kantelpunt_app
    using (${ofSchool('visit_tries')} and ${record('visit_tries', 'true')});
  create policy visit_tries_write on visit_tries to kantelpunt_app
    using (${ofSchool('visit_tries')} and receiver_id = app_user_id())
    with check (${ofSchool('visit_tries')} and receiver_id = app_user_id());
  grant select, insert, delete on visit_tries to kantelpunt_app;
  grant update (words, written_at) on visit_tries to kantelpunt_app;

  -- Structured observation: written by who came, read by the receiver; not by who it was shared with.
  create table visit_scores (
    organisation_id uuid not null,
    visit_id uuid not null,
    indicator text not null check (length(indicator) between 1 and 60),
    score int not null,
    primary key (organisation_id, visit_id, indicator),
    foreign key (organisation_id, visit_id) references visit_records on delete cascade
  );
  ${force('visit_scores')}
  create policy visit_scores_see on visit_scores for select to kantelpunt_app
    using (${ofSchool('visit_scores')} and ${record('visit_scores', 'app_user_id() in (r.receiver_id, r.visitor_id)')});
  create policy visit_scores_write on visit_scores for insert to kantelpunt_app
    with check (${ofSchool('visit_scores')} and ${record(
      'visit_scores',
      `r.visitor_id = app_user_id() and r.closed_at is null and (r.talk_done_at is null or r.instrument is null)`,
    )});
  create policy visit_scores_delete on visit_scores for delete to kantelpunt_app
    using (${ofSchool('visit_scores')} and ${record('visit_scores', untilDone)});
  grant select, insert, delete on visit_scores to kantelpunt_app;

  -- Who lets scores count for the school, without a name. Off where there is no row; whoever scores has to know it.
  create table visit_consents (
    organisation_id uuid not null references organisations,
    user_id uuid not null references users on delete cascade,
    since timestamptz not null,
    primary key (organisation_id, user_id)
  );
  ${force('visit_consents')}
  create policy visit_consents_see on visit_consents for select to kantelpunt_app
    using (${ofSchool('visit_consents')} and (user_id = app_user_id() or exists (select from visit_records r
      where r.organisation_id = visit_consents.organisation_id and r.receiver_id = visit_consents.user_id
        and r.visitor_id = app_user_id())));
  create policy visit_consents_give on visit_consents for insert to kantelpunt_app
    with check (${ofSchool('visit_consents')} and user_id = app_user_id());
  create policy visit_consents_take_back on visit_consents for delete to kantelpunt_app
    using (${ofSchool('visit_consents')} and user_id = app_user_id());
  grant select, insert, delete on visit_consents to kantelpunt_app;
`
