/**
 * The roles that transactions run as, and what every table stands on. Roles are the whole server's, and the login becomes
 * `kantelpunt_app` or `kantelpunt_system` in each transaction. `kantelpunt_counter` it may not become: see `joinCounter`.
 */
export const roles = `
  do $$ begin
    if not exists (select from pg_roles where rolname = 'kantelpunt_app') then create role kantelpunt_app nologin; end if;
    if not exists (select from pg_roles where rolname = 'kantelpunt_system') then create role kantelpunt_system nologin; end if;
    -- Owns the functions that count what no other role may read. No request and no job ever runs as it.
    if not exists (select from pg_roles where rolname = 'kantelpunt_counter') then create role kantelpunt_counter nologin; end if;
  exception when duplicate_object or unique_violation then null;
  end $$;
  ${become(['kantelpunt_app', 'kantelpunt_system'])};
  ${leaveCounter()};
  grant usage on schema public to kantelpunt_app, kantelpunt_system, kantelpunt_counter;
  create or replace function app_organisations() returns text[] language sql stable as
    $$ select string_to_array(nullif(current_setting('app.organisations', true), ''), ',') $$;
  create or replace function app_user_id() returns uuid language sql stable as
    $$ select nullif(current_setting('app.user_id', true), '')::uuid $$;
  create table if not exists migrations (
    name text primary key, checksum text not null, applied_at timestamptz not null default now()
  );
`

/**
 * Lets the login give functions to the role that counts, until `leaveCounter`. Both in the transaction of one migration:
 * no other session ever sees the membership, whichever database of the server it is in.
 */
export function joinCounter(): string {
  return become(['kantelpunt_counter'])
}

/** Takes back what `joinCounter` gave. Functions go on counting: they run as their owner. */
export function leaveCounter(): string {
  return `do $$ begin
    -- Only what the login gave itself: a membership that somebody else gave is not its to take back.
    if exists (select from pg_auth_members m join pg_roles r on r.oid = m.roleid
      join pg_roles l on l.oid = m.member and l.oid = m.grantor
      where r.rolname = 'kantelpunt_counter' and l.rolname = current_user)
    then revoke kantelpunt_counter from current_user; end if;
  end $$`
}

function become(names: readonly string[]): string {
  return `do $$
    -- May become these roles, but is not them: without a role the owner sees no tenant's rows. (Before PostgreSQL 16 a
    -- member could not be kept from inheriting.)
    declare newer boolean := current_setting('server_version_num')::int >= 160000;
    declare name text;
  begin
    foreach name in array array[${names.map((name) => `'${name}'`).join(', ')}] loop
      if not pg_has_role(current_user, name, case when newer then 'set' else 'member' end) then
        execute format('grant %I to current_user', name) || case when newer then ' with inherit false, set true' else '' end;
      end if;
    end loop;
  exception when insufficient_privilege then
    raise insufficient_privilege using message = format(
      'The login %I may not grant %I to itself. Let an administrator of the server run: grant %I to %I with admin %s',
      current_user, name, name, current_user, case when newer then 'true, inherit false, set false' else 'option' end);
  end $$`
}
