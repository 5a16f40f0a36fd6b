import { type Kysely, sql } from 'kysely'
import type { Schema } from './schema.ts'

/** One forward-only step of the schema: `<room>/<number>-<slug>`, and its SQL. A landed step never changes. */
export interface Migration {
  readonly name: string
  readonly sql: string
}

const roles = `
  do $$ begin
    if not exists (select from pg_roles where rolname = 'kantelpunt_app') then create role kantelpunt_app nologin; end if;
    if not exists (select from pg_roles where rolname = 'kantelpunt_system') then create role kantelpunt_system nologin; end if;
    -- Owns the functions that count what no other role may read. No request and no job ever runs as it.
    if not exists (select from pg_roles where rolname = 'kantelpunt_counter') then create role kantelpunt_counter nologin; end if;
  exception when duplicate_object or unique_violation then null;
  end $$;
  do $$
    -- May become these roles, but is not them: without a role the owner sees no tenant's rows. (Before PostgreSQL 16 a
    -- member could not be kept from inheriting.)
    declare newer boolean := current_setting('server_version_num')::int >= 160000;
    declare name text;
  begin
    foreach name in array array['kantelpunt_app', 'kantelpunt_system', 'kantelpunt_counter'] loop
      if not pg_has_role(current_user, name, case when newer then 'set' else 'member' end) then
        execute format('grant %I to current_user', name) || case when newer then ' with inherit false, set true' else '' end;
      end if;
    end loop;
  end $$;
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
 * Brings the schema up to date, in the order given, each step in its own transaction, one process at a time.
 * Returns the names applied. Throws when an applied step has changed since.
 */
export async function migrate(
  db: Kysely<Schema>,
  migrations: readonly Migration[],
  checksum: (text: string) => string,
): Promise<readonly string[]> {
  return db.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(20261122)`.execute(connection)
    try {
      await sql.raw('set client_min_messages = warning').execute(connection)
      for (const statement of splitStatements(roles)) await sql.raw(statement).execute(connection)
      const { rows } = await sql<{ name: string; checksum: string }>`select name, checksum from migrations`.execute(
        connection,
      )
      const known = new Map(rows.map((row) => [row.name, row.checksum]))
      const applied: string[] = []
      for (const migration of migrations) {
        const sum = checksum(migration.sql)
        const before = known.get(migration.name)
        if (before === sum) continue
        if (before !== undefined) throw new Error(`Migration ${migration.name} was changed after it was applied.`)
        await connection.transaction().execute(async (trx) => {
          for (const statement of splitStatements(migration.sql)) await sql.raw(statement).execute(trx)
          await sql`insert into migrations (name, checksum) values (${migration.name}, ${sum})`.execute(trx)
        })
        applied.push(migration.name)
      }
      return applied
    } finally {
      await sql`select pg_advisory_unlock(20261122)`.execute(connection)
    }
  })
}

/** Statements of a script, split at the semicolons outside of quotes, dollar quotes and comments. */
export function splitStatements(script: string): readonly string[] {
  const statements: string[] = []
  let start = 0
  let i = 0
  const skipTo = (end: string, from: number) => {
    const at = script.indexOf(end, from)
    return at === -1 ? script.length : at + end.length
  }
  while (i < script.length) {
    const char = script[i]
    if (char === "'" || char === '"') i = skipTo(char, i + 1)
    else if (script.startsWith('--', i)) i = skipTo('\n', i)
    else if (script.startsWith('/*', i)) i = skipTo('*/', i + 2)
    else if (char === '$') {
      const tag = /^\$\w*\$/.exec(script.slice(i, i + 64))?.[0]
      i = tag === undefined ? i + 1 : skipTo(tag, i + tag.length)
    } else if (char === ';') {
      statements.push(script.slice(start, i))
      i += 1
      start = i
    } else i += 1
  }
  statements.push(script.slice(start))
  return statements.filter((statement) => statement.trim() !== '')
}
