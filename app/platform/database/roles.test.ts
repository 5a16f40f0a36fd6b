import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { type Database, openDatabase } from './database.ts'
import { type Migration, migrate } from './migrate.ts'
import { joinCounter } from './roles.ts'
import { organisationScope, system } from './scope.ts'
import { checksum, freshDatabase, onBothEngines } from './testing.ts'

const steps: readonly Migration[] = [counting('birds'), counting('nests')]

onBothEngines('the role that counts', steps.slice(0, 1), (database) => {
  const counted = async (of: string) =>
    (await database().run(system, (trx) => sql`select ${sql.raw(of)}_count() as count`.execute(trx))).rows

  it('has no members when the migrations are done, and functions that it owns go on counting', async () => {
    expect(await members(database())).toEqual([])
    expect(await counted('birds')).toEqual([{ count: 2 }])
    await expect(database().run(system, (trx) => sql`select from birds`.execute(trx))).rejects.toThrow('permission')
  })

  it('is refused to the login of a server, with a scope and without', async () => {
    const { kysely, engine } = database()
    const { rows } = await sql`select rolsuper from pg_roles where rolname = session_user`.execute(kysely)
    // The one user of PGlite is a superuser, to whom nothing is closed (docs/limits.md).
    expect(rows).toEqual([{ rolsuper: engine === 'pglite' }])
    if (engine === 'pglite') return
    const take = sql`set local role kantelpunt_counter`
    await expect(kysely.transaction().execute((trx) => take.execute(trx))).rejects.toThrow('permission denied to set')
    for (const scope of [system, organisationScope(randomUUID(), randomUUID())]) {
      await expect(database().run(scope, (trx) => take.execute(trx))).rejects.toThrow('permission denied to set')
    }
  })

  it('gets what a later start adds, and loses a membership that was left behind', async () => {
    const { kysely } = database()
    await sql.raw(joinCounter()).execute(kysely)
    expect(await members(database())).toHaveLength(database().engine === 'pglite' ? 0 : 1)
    expect(await migrate(kysely, steps.slice(0, 1), checksum)).toEqual([])
    expect(await members(database())).toEqual([])
    expect(await migrate(kysely, steps, checksum)).toEqual(['database-test/nests'])
    expect(await counted('nests')).toEqual([{ count: 2 }])
    expect(await members(database())).toEqual([])
  })

  it('has no members after a step that failed', async () => {
    const failing = { name: 'database-test/fails', sql: `select 'kantelpunt_counter'; select 1/0` }
    await expect(migrate(database().kysely, [...steps, failing], checksum)).rejects.toThrow('division by zero')
    expect(await members(database())).toEqual([])
  })
})

describe('a login that may not grant roles', () => {
  it('is told what an administrator must run, and starts when that was done', async () => {
    const fresh = await freshDatabase('postgres', [])
    const login = `login_${randomUUID().replaceAll('-', '')}`
    const url = new URL(fresh.url ?? '')
    const name = url.pathname.slice(1)
    const owner = fresh.database
    await owner.query(`create role ${login} login`)
    await owner.query(`grant ${login} to current_user`)
    await owner.query('drop table migrations')
    await owner.query('drop function app_organisations, app_user_id')
    await owner.query(`alter database ${name} owner to ${login}`)
    url.username = login
    const theirs = await openDatabase({ url: url.href, folder: '', poolSize: 1 })
    try {
      for (const role of ['app', 'system', 'counter']) {
        const error = await migrate(theirs.kysely, steps, checksum).then(
          () => undefined,
          (failed: Error) => failed.message,
        )
        const remedy = `grant kantelpunt_${role} to ${login} with admin true, inherit false, set false`
        expect(error).toBe(
          `The login ${login} may not grant kantelpunt_${role} to itself. Let an administrator of the server run: ${remedy}`,
        )
        await owner.query(remedy)
      }
      expect(await migrate(theirs.kysely, steps, checksum)).toHaveLength(2)
      await expect(theirs.query('set role kantelpunt_counter')).rejects.toThrow('permission denied to set')
    } finally {
      await theirs.close()
      await owner.query(`alter database ${name} owner to current_user`)
      await owner.query(`drop owned by ${login} cascade`)
      await owner.query(`drop role ${login}`)
      await fresh.remove()
    }
  })
})

/** A table that nobody reads but the role that counts, with two rows, and the function that counts them. */
function counting(table: string): Migration {
  return {
    name: `database-test/${table}`,
    sql: `create table ${table} (id int primary key);
      insert into ${table} values (1), (2);
      grant select on ${table} to kantelpunt_counter;
      create function ${table}_count() returns int language sql security definer set search_path = public, pg_temp as
        $$ select count(*)::int from ${table} $$;
      grant create on schema public to kantelpunt_counter;
      alter function ${table}_count() owner to kantelpunt_counter;
      revoke create on schema public from kantelpunt_counter;`,
  }
}

/** Who may become the role that counts. */
async function members(database: Database): Promise<readonly unknown[]> {
  const { rows } = await sql`select l.rolname from pg_auth_members m join pg_roles l on l.oid = m.member
    where m.roleid = 'kantelpunt_counter'::regrole and (m.set_option or m.inherit_option)`.execute(database.kysely)
  return rows
}
