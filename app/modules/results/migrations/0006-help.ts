import type { Migration } from '../../../platform/database/migrate.ts'

const own = (column: string) => `${column} = any ((select app_organisations())::uuid[])`
const force = (table: string) => `
  alter table ${table} enable row level security;
  alter table ${table} force row level security;
  create policy ${table}_system on ${table} to kantelpunt_system using (true) with check (true);
  grant select, insert, update, delete on ${table} to kantelpunt_system;`

/** Tables of two sides: each side writes rows of its own, and both read both. */
export const help: Migration = {
  name: 'results/0006-help',
  sql: `
    -- A school that may be asked about a domain; not there means no. Read by who is at any organisation, not by the public.
    create table result_willing (
      organisation_id uuid not null references organisations,
      subject text not null check (subject in ('reading', 'language', 'arithmetic')),
      school_name text not null check (length(school_name) between 1 and 200),
      school_code text not null,
      since timestamptz not null,
      primary key (organisation_id, subject)
    );
    create index result_willing_subject on result_willing (subject);
    ${force('result_willing')}
    create policy result_willing_read on result_willing for select to kantelpunt_app
      using (cardinality((select app_organisations())::uuid[]) > 0);
    -- Under its own name and code: the figures that it is found by are looked up with that code.
    create policy result_willing_begin on result_willing for insert to kantelpunt_app
      with check (${own('organisation_id')} and exists (select from organisations o
        where o.id = result_willing.organisation_id and o.kind = 'school' and o.name = result_willing.school_name
          and o.school_code = result_willing.school_code));
    create policy result_willing_end on result_willing for delete to kantelpunt_app using (${own('organisation_id')});
    grant select, insert, delete on result_willing to kantelpunt_app;

    create table result_help_requests (
      organisation_id uuid not null references organisations,
      id uuid not null,
      track_id uuid not null,
      subject text not null check (subject in ('reading', 'language', 'arithmetic')),
      school_name text not null check (length(school_name) between 1 and 200),
      asked_id uuid not null references organisations,
      asked_name text not null check (length(asked_name) between 1 and 200),
      message text not null check (length(message) between 1 and 600),
      asked_at timestamptz not null,
      withdrawn_at timestamptz,
      held_on date,
      primary key (organisation_id, id),
      -- The address of one of these is its id alone, so nobody else may take it.
      unique (id),
      foreign key (organisation_id, track_id) references result_tracks (organisation_id, id)
    );
    -- A track asks a school once.
    create unique index result_help_requests_once on result_help_requests (organisation_id, track_id, asked_id, subject)
      where withdrawn_at is null;
    create index result_help_requests_asked on result_help_requests (asked_id);
    ${force('result_help_requests')}
    create policy result_help_requests_read on result_help_requests for select to kantelpunt_app
      using (${own('organisation_id')} or ${own('asked_id')});
    create policy result_help_requests_ask on result_help_requests for insert to kantelpunt_app
      with check (${own('organisation_id')} and withdrawn_at is null and held_on is null and asked_id <> organisation_id
        and exists (select from organisations o where o.id = result_help_requests.organisation_id and o.kind = 'school'
          and o.name = result_help_requests.school_name)
        and exists (select from result_willing w where w.organisation_id = result_help_requests.asked_id
          and w.subject = result_help_requests.subject and w.school_name = result_help_requests.asked_name));
    create policy result_help_requests_change on result_help_requests for update to kantelpunt_app
      using (${own('organisation_id')}) with check (${own('organisation_id')});
    grant select, insert on result_help_requests to kantelpunt_app;
    grant update (withdrawn_at, held_on) on result_help_requests to kantelpunt_app;

    create table result_help_answers (
      organisation_id uuid not null references organisations,
      request_id uuid not null,
      asker_id uuid not null,
      answer text not null check (answer in ('yes', 'no')),
      visit_on date,
      words text not null default '' check (length(words) <= 600),
      answered_at timestamptz not null,
      primary key (organisation_id, request_id),
      foreign key (asker_id, request_id) references result_help_requests (organisation_id, id),
      check ((answer = 'yes') = (visit_on is not null))
    );
    ${force('result_help_answers')}
    -- The policies of result_help_requests decide who sees the request, and so who is a side of it.
    create policy result_help_answers_read on result_help_answers for select to kantelpunt_app
      using (exists (select from result_help_requests r where r.organisation_id = asker_id and r.id = request_id));
    create policy result_help_answers_write on result_help_answers for insert to kantelpunt_app
      with check (${own('organisation_id')} and exists (select from result_help_requests r
        where r.organisation_id = asker_id and r.id = request_id and r.asked_id = result_help_answers.organisation_id
          and r.withdrawn_at is null));
    create policy result_help_answers_again on result_help_answers for update to kantelpunt_app
      using (${own('organisation_id')}) with check (${own('organisation_id')});
    grant select, insert on result_help_answers to kantelpunt_app;
    grant update (answer, visit_on, words, answered_at) on result_help_answers to kantelpunt_app;

    -- To whom a letter about a request goes: the leaders of its other side. Only its two sides can ask, and see no more.
    create function result_help_other_side(request uuid)
    returns table (id uuid, name text, email text, locale text, slug text)
    language sql stable security definer set search_path = public, pg_temp as $$
      select distinct users.id, users.name, users.email, users.locale, organisations.slug
      from result_help_requests r
      join organisations on organisations.id = case when ${own('r.organisation_id')} then r.asked_id else r.organisation_id end
      join memberships on memberships.organisation_id = organisations.id and memberships.role = 'leader'
      join users on users.id = memberships.user_id
      where r.id = request and (${own('r.organisation_id')} or ${own('r.asked_id')})
      order by users.id
    $$;
    grant create on schema public to kantelpunt_system;
    alter function result_help_other_side(uuid) owner to kantelpunt_system;
    revoke create on schema public from kantelpunt_system;
  `,
}
