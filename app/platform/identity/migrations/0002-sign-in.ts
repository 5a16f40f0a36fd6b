import type { Migration } from '../../database/migrate.ts'
import { systemTable, tenantTable } from '../../database/tenant-table.ts'

export const signIn: Migration = {
  name: 'identity/0002-sign-in',
  sql: `
    -- Which school account is whose. No tokens: a provider is asked who somebody is and nothing else.
    create table accounts (
      id uuid primary key,
      provider_id text not null,
      account_id text not null,
      user_id uuid not null references users on delete cascade,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      unique (provider_id, account_id)
    );
    create index accounts_user on accounts (user_id);
    ${systemTable('accounts')}

    -- What is proved once: links, challenges of passkeys, states of sign-ins elsewhere. Some ids of better-auth are hashes.
    create table verifications (
      id text primary key,
      identifier text not null,
      value text not null,
      expires_at timestamptz not null,
      created_at timestamptz not null,
      updated_at timestamptz not null
    );
    create index verifications_identifier on verifications (identifier);
    create index verifications_expiry on verifications (expires_at);
    ${systemTable('verifications')}

    create table passkeys (
      id uuid primary key,
      user_id uuid not null references users on delete cascade,
      name text,
      public_key text not null,
      credential_id text not null unique,
      counter bigint not null,
      device_type text not null,
      backed_up boolean not null,
      transports text,
      aaguid text,
      created_at timestamptz
    );
    create index passkeys_user on passkeys (user_id);
    ${systemTable('passkeys')}

    -- An authenticator app: secret encrypted with the server's, the last time step used (a code works once), and how
    -- often it went wrong since the last time it went right.
    create table two_factors (
      user_id uuid primary key references users on delete cascade,
      secret text not null,
      confirmed_at timestamptz,
      last_step bigint not null default 0,
      failures integer not null default 0,
      locked_until timestamptz,
      created_at timestamptz not null
    );
    ${systemTable('two_factors')}

    create table recovery_codes (
      user_id uuid not null references users on delete cascade,
      code_hash text not null,
      primary key (user_id, code_hash)
    );
    ${systemTable('recovery_codes')}

    create table invitations (
      organisation_id uuid not null references organisations,
      id uuid not null,
      email text not null,
      name text,
      role text not null check (role in ('teacher', 'coach', 'leader', 'board', 'admin')),
      team_ids uuid[] not null default '{}',
      token_hash text not null unique,
      invited_by uuid references users on delete set null,
      sent_at timestamptz not null,
      expires_at timestamptz not null,
      accepted_at timestamptz,
      withdrawn_at timestamptz,
      created_at timestamptz not null,
      primary key (organisation_id, id)
    );
    create index invitations_expiry on invitations (expires_at);
    ${tenantTable('invitations')}

    -- Who left keeps a name in what was done, and nothing else.
    create table former_members (
      organisation_id uuid not null references organisations,
      user_id uuid not null references users on delete cascade,
      left_at timestamptz not null,
      primary key (organisation_id, user_id)
    );
    create index former_members_user on former_members (user_id);
    ${tenantTable('former_members')}
    create policy users_former_colleagues on users for select to kantelpunt_app
      using (exists (select from former_members where former_members.user_id = users.id));

    -- As before, and: a session that is used lives on for 14 days (written once a day at the most), and the second step
    -- counts for 30 days.
    grant create on schema public to kantelpunt_system;
    set local role kantelpunt_system;
    create or replace function visit(session_token text, guest_hash text, slug text, at timestamptz)
    returns table (person jsonb, guest jsonb, organisation jsonb, roles text[], schools uuid[], is_operator boolean)
    language sql volatile security definer set search_path = public, pg_temp as $$
      with kept as (
        update sessions set updated_at = at, expires_at = at + interval '14 days'
        where sessions.token = session_token and sessions.expires_at > at and sessions.updated_at < at - interval '1 day'
      ), who as (
        select users.id, users.name, users.email, users.locale,
          coalesce(sessions.second_factor_at > at - interval '30 days', false) as second_factor
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
    reset role;
    revoke create on schema public from kantelpunt_system;
  `,
}
