import type { Migration } from '../../../platform/database/migrate.ts'

const own = (column: string) => `${column} = any ((select app_organisations())::uuid[])`
const force = (table: string) => `
  alter table ${table} enable row level security;
  alter table ${table} force row level security;
  create policy ${table}_system on ${table} to kantelpunt_system using (true) with check (true);
  grant select, insert, update, delete on ${table} to kantelpunt_system;`
/** Nobody shares under the name of another: what others read is what the organisation is called. */
const underOwnName = (table: string, name: string, kind: string) => `exists (select from organisations o
  where o.id = ${table}.organisation_id and o.kind = '${kind}' and o.name = ${table}.${name})`

/**
 * The only tables of the module that are read across organisations. A policy for reading says what everybody may see, one
 * for writing that an organisation writes its own; what is not shared (a null moment) stays with whoever wrote it.
 */
export const movement: Migration = {
  name: 'improvement/0010-movement',
  sql: `
    -- A school whose leader wants it to be seen, and whether it works this way by the rule in movement/rhythm-rule.ts.
    create table movement_schools (
      organisation_id uuid primary key references organisations,
      name text not null check (length(name) between 1 and 200),
      school_code text,
      -- Null: not seen, also where it was before.
      seen_since timestamptz,
      in_rhythm boolean not null default false,
      counted_at timestamptz,
      check (seen_since is not null or not in_rhythm)
    );
    create index movement_schools_code on movement_schools (school_code) where seen_since is not null;
    ${force('movement_schools')}
    create policy movement_schools_read on movement_schools for select to kantelpunt_app
      using (seen_since is not null or ${own('organisation_id')});
    create policy movement_schools_begin on movement_schools for insert to kantelpunt_app
      with check (${own('organisation_id')} and ${underOwnName('movement_schools', 'name', 'school')}
        and school_code is not distinct from (select o.school_code from organisations o where o.id = organisation_id));
    create policy movement_schools_change on movement_schools for update to kantelpunt_app
      using (${own('organisation_id')})
      with check (${own('organisation_id')} and ${underOwnName('movement_schools', 'name', 'school')}
        and school_code is not distinct from (select o.school_code from organisations o where o.id = organisation_id));
    grant select, insert, update on movement_schools to kantelpunt_app;

    create table movement_stories (
      organisation_id uuid not null references organisations,
      id uuid not null,
      school_name text not null check (length(school_name) between 1 and 200),
      title text not null check (length(title) between 1 and 120),
      did text not null check (length(did) between 1 and 1500),
      noticed text not null check (length(noticed) between 1 and 1500),
      created_at timestamptz not null,
      -- Null: not shared, or taken back.
      shared_at timestamptz,
      primary key (organisation_id, id),
      -- The address of one of these is its id alone, so nobody else may take it.
      unique (id)
    );
    create index movement_stories_shared on movement_stories (shared_at) where shared_at is not null;
    ${force('movement_stories')}
    create policy movement_stories_read on movement_stories for select to kantelpunt_app
      using (shared_at is not null or ${own('organisation_id')});
    create policy movement_stories_begin on movement_stories for insert to kantelpunt_app
      with check (${own('organisation_id')} and ${underOwnName('movement_stories', 'school_name', 'school')});
    -- A story that goes out of sight may keep the name that its school had when it shared it.
    create policy movement_stories_change on movement_stories for update to kantelpunt_app
      using (${own('organisation_id')})
      with check (${own('organisation_id')}
        and (shared_at is null or ${underOwnName('movement_stories', 'school_name', 'school')}));
    create policy movement_stories_delete on movement_stories for delete to kantelpunt_app
      using (${own('organisation_id')});
    grant select, insert, update, delete on movement_stories to kantelpunt_app;

    -- A company or institution shows a group of teachers how it improves.
    create table movement_afternoons (
      organisation_id uuid not null references organisations,
      id uuid not null,
      partner_name text not null check (length(partner_name) between 1 and 200),
      title text not null check (length(title) between 1 and 120),
      shows text not null check (length(shows) between 1 and 1500),
      place text not null check (length(place) between 1 and 120),
      contact text not null check (length(contact) between 1 and 120),
      starts_at timestamptz not null,
      minutes int not null check (minutes between 60 and 300),
      most_people int not null check (most_people between 5 and 60),
      created_at timestamptz not null,
      -- Null: not on offer any more. Who booked it before that still sees it.
      offered_at timestamptz,
      primary key (organisation_id, id),
      -- The address of one of these is its id alone, so nobody else may take it.
      unique (id)
    );
    create index movement_afternoons_offered on movement_afternoons (starts_at) where offered_at is not null;

    -- Between the school that booked and the partner that offered: nobody else sees that there is one.
    create table movement_bookings (
      organisation_id uuid not null references organisations,
      id uuid not null,
      school_name text not null check (length(school_name) between 1 and 200),
      partner_id uuid not null,
      afternoon_id uuid not null,
      people int not null check (people between 1 and 60),
      contact text not null check (length(contact) between 1 and 120),
      wish text not null default '' check (length(wish) <= 500),
      booked_at timestamptz not null,
      cancelled_at timestamptz,
      cancelled_by text check (cancelled_by in ('school', 'partner')),
      primary key (organisation_id, id),
      -- The address of one of these is its id alone, so nobody else may take it.
      unique (id),
      foreign key (partner_id, afternoon_id) references movement_afternoons (organisation_id, id),
      check ((cancelled_at is null) = (cancelled_by is null))
    );
    create unique index movement_bookings_one on movement_bookings (partner_id, afternoon_id)
      where cancelled_at is null;
    ${force('movement_bookings')}
    create policy movement_bookings_read on movement_bookings for select to kantelpunt_app
      using (${own('organisation_id')} or ${own('partner_id')});
    -- Each side cancels in its own name.
    create policy movement_bookings_cancel on movement_bookings for update to kantelpunt_app
      using (cancelled_at is null and (${own('organisation_id')} or ${own('partner_id')}))
      with check (cancelled_at is not null and ((cancelled_by = 'school' and ${own('organisation_id')})
        or (cancelled_by = 'partner' and ${own('partner_id')})));
    grant select, insert on movement_bookings to kantelpunt_app;
    grant update (cancelled_at, cancelled_by) on movement_bookings to kantelpunt_app;

    ${force('movement_afternoons')}
    create policy movement_afternoons_read on movement_afternoons for select to kantelpunt_app
      using (offered_at is not null or ${own('organisation_id')} or exists (select from movement_bookings b
        where b.partner_id = movement_afternoons.organisation_id and b.afternoon_id = movement_afternoons.id));
    create policy movement_afternoons_begin on movement_afternoons for insert to kantelpunt_app
      with check (${own('organisation_id')} and ${underOwnName('movement_afternoons', 'partner_name', 'partner')});
    create policy movement_afternoons_change on movement_afternoons for update to kantelpunt_app
      using (${own('organisation_id')}) with check (${own('organisation_id')});
    grant select, insert on movement_afternoons to kantelpunt_app;
    grant update (offered_at) on movement_afternoons to kantelpunt_app;

    -- How many people fit in an afternoon that is on offer; null for any other. A policy of bookings can't ask the table
    -- itself, whose own policy looks at bookings. Its row is held until the booking is done, so that it isn't taken away
    -- meanwhile; a school has no right to hold it by itself.
    create function movement_afternoon_room(partner uuid, afternoon uuid) returns int
    language sql volatile security definer set search_path = public, pg_temp as $$
      select most_people from movement_afternoons
      where organisation_id = partner and id = afternoon and offered_at is not null for share
    $$;
    create policy movement_bookings_book on movement_bookings for insert to kantelpunt_app
      with check (${own('organisation_id')} and cancelled_at is null
        and ${underOwnName('movement_bookings', 'school_name', 'school')}
        and people <= movement_afternoon_room(partner_id, afternoon_id));

    -- One a side: the school that came, the partner that showed. Both read both.
    create table movement_evaluations (
      organisation_id uuid not null references organisations,
      booking_id uuid not null,
      school_id uuid not null,
      people_came int not null check (people_came between 0 and 100),
      -- 1 much, 2 a little, 3 nothing.
      worth int not null check (worth between 1 and 3),
      took_along text not null check (length(took_along) between 1 and 1000),
      better text not null default '' check (length(better) <= 1000),
      written_at timestamptz not null,
      primary key (organisation_id, booking_id),
      foreign key (school_id, booking_id) references movement_bookings (organisation_id, id)
    );
    ${force('movement_evaluations')}
    -- The policies of movement_bookings decide who sees the booking, and so who is a side of it.
    create policy movement_evaluations_read on movement_evaluations for select to kantelpunt_app
      using (exists (select from movement_bookings b
        where b.organisation_id = movement_evaluations.school_id and b.id = booking_id));
    create policy movement_evaluations_write on movement_evaluations for insert to kantelpunt_app
      with check (${own('organisation_id')} and exists (select from movement_bookings b
        where b.organisation_id = movement_evaluations.school_id and b.id = booking_id and b.cancelled_at is null
          and movement_evaluations.organisation_id in (b.organisation_id, b.partner_id)));
    create policy movement_evaluations_again on movement_evaluations for update to kantelpunt_app
      using (${own('organisation_id')}) with check (${own('organisation_id')});
    grant select, insert on movement_evaluations to kantelpunt_app;
    grant update (people_came, worth, took_along, better, written_at) on movement_evaluations to kantelpunt_app;

    -- Whether an afternoon can still be booked: that it is taken may be known, by whom not.
    create function movement_afternoon_free(partner uuid, afternoon uuid) returns boolean
    language sql stable security definer set search_path = public, pg_temp as $$
      select not exists (select from movement_bookings
        where partner_id = partner and afternoon_id = afternoon and cancelled_at is null)
    $$;

    -- To whom a letter about a booking goes: the leaders of its other side. Only its two sides can ask, and see no more.
    create function movement_other_side(booking uuid)
    returns table (id uuid, name text, email text, locale text, slug text)
    language sql stable security definer set search_path = public, pg_temp as $$
      select distinct users.id, users.name, users.email, users.locale, organisations.slug
      from movement_bookings
      join organisations on organisations.id = case when ${own('movement_bookings.organisation_id')}
        then movement_bookings.partner_id else movement_bookings.organisation_id end
      join memberships on memberships.organisation_id = organisations.id and memberships.role = 'leader'
      join users on users.id = memberships.user_id
      where movement_bookings.id = booking
        and (${own('movement_bookings.organisation_id')} or ${own('movement_bookings.partner_id')})
      order by users.id
    $$;
    grant create on schema public to kantelpunt_system;
    alter function movement_other_side(uuid) owner to kantelpunt_system;
    alter function movement_afternoon_free(uuid, uuid) owner to kantelpunt_system;
    alter function movement_afternoon_room(uuid, uuid) owner to kantelpunt_system;
    revoke create on schema public from kantelpunt_system;
  `,
}
