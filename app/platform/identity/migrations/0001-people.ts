import type { Migration } from '../../database/migrate.ts'
import { systemTable, tenantTable } from '../../database/tenant-table.ts'

export const people: Migration = {
  name: 'identity/0001-people',
  sql: `
    create table users (
      id uuid primary key,
      name text not null,
      email text not null unique,
      email_verified boolean not null default false,
      image text,
      locale text check (locale in ('nl', 'en')),
      created_at timestamptz not null,
      updated_at timestamptz not null
    );

    create table memberships (
      organisation_id uuid not null references organisations,
      user_id uuid not null references users on delete cascade,
      role text not null check (role in ('teacher', 'coach', 'leader', 'board', 'admin')),
      created_at timestamptz not null,
      primary key (organisation_id, user_id, role)
    );
    create index memberships_user on memberships (user_id);
    ${tenantTable('memberships')}

    alter table team_members add foreign key (user_id) references users on delete cascade;

    -- Colleagues see each other: the rows of memberships that this role may see are those of the organisations in scope.
    alter table users enable row level security;
    alter table users force row level security;
    create policy users_self on users to kantelpunt_app using (id = app_user_id()) with check (id = app_user_id());
    create policy users_colleagues on users for select to kantelpunt_app
      using (exists (select from memberships where memberships.user_id = users.id));
    create policy users_system on users to kantelpunt_system using (true) with check (true);
    grant select, update on users to kantelpunt_app;
    grant select, insert, update, delete on users to kantelpunt_system;

    create table sessions (
      id uuid primary key,
      token text not null unique,
      user_id uuid not null references users on delete cascade,
      expires_at timestamptz not null,
      ip_address text,
      user_agent text,
      second_factor_at timestamptz,
      created_at timestamptz not null,
      updated_at timestamptz not null
    );
    create index sessions_user on sessions (user_id);
    ${systemTable('sessions')}

    create table guests (
      organisation_id uuid not null references organisations,
      id uuid not null,
      kind text not null check (kind in ('session', 'pupil')),
      about text not null,
      name text not null check (length(name) between 1 and 40),
      token_hash text not null unique,
      expires_at timestamptz not null,
      created_at timestamptz not null,
      primary key (organisation_id, id)
    );
    create index guests_expiry on guests (expires_at);
    ${tenantTable('guests')}

    -- Who asks, where, and what they are there: one round trip before every request.
    create function visit(session_token text, guest_hash text, slug text, at timestamptz)
    returns table (person jsonb, guest jsonb, organisation jsonb, roles text[], schools uuid[], is_operator boolean)
    language sql stable security definer set search_path = public, pg_temp as $$
      with who as (
        select users.id, users.name, users.email, users.locale, sessions.second_factor_at is not null as second_factor
        from sessions join users on users.id = sessions.user_id
        where sessions.token = session_token and sessions.expires_at > at
      ), place as (
        select id, kind, slug, name, parent_id, holiday_region from organisations where organisations.slug = visit.slug
      ), pass as (
        select guests.id, guests.kind, guests.about, guests.name, guests.organisation_id
        from guests join place on place.id = guests.organisation_id
        where guests.token_hash = guest_hash and guests.expires_at > at
      )
      select
        (select to_jsonb(who) from who),
        (select to_jsonb(pass) from pass),
        (select to_jsonb(place) from place),
        coalesce((select array_agg(distinct memberships.role) from memberships, who, place
          where memberships.user_id = who.id
            and (memberships.organisation_id = place.id
              or (memberships.organisation_id = place.parent_id and memberships.role in ('board', 'admin')))), '{}'),
        coalesce((select array_agg(organisations.id) from organisations, place where organisations.parent_id = place.id), '{}'),
        exists (select from memberships join organisations on organisations.id = memberships.organisation_id, who
          where memberships.user_id = who.id and memberships.role = 'admin' and organisations.kind = 'platform')
    $$;
    grant create on schema public to kantelpunt_system;
    alter function visit(text, text, text, timestamptz) owner to kantelpunt_system;
    revoke create on schema public from kantelpunt_system;
  `,
}
