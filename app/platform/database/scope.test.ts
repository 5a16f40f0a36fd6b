import { sql } from 'kysely'
import { beforeEach, expect, it } from 'vitest'
import { organisationScope, type Scope, system } from './scope.ts'
import { publicTable, systemTable, tenantTable } from './tenant-table.ts'
import { onBothEngines } from './testing.ts'

const one = '00000000-0000-7000-8000-000000000001'
const two = '00000000-0000-7000-8000-000000000002'

const migrations = [
  {
    name: 'database-test/1-tables',
    sql: `create table notes (
        organisation_id uuid not null, id int not null, words text not null, primary key (organisation_id, id)
      );
      ${tenantTable('notes')}
      create table register (brin text primary key);
      ${publicTable('register')}
      create table secrets (word text primary key);
      ${systemTable('secrets')}`,
  },
]

onBothEngines('row-level security', migrations, (database) => {
  const rows = async (scope: Scope, query: string) =>
    (await database().run(scope, (trx) => sql.raw<Record<string, unknown>>(query).execute(trx))).rows
  const changed = async (scope: Scope, query: string) =>
    (await database().run(scope, (trx) => sql.raw(query).execute(trx))).numAffectedRows
  const ours = organisationScope(one)

  beforeEach(async () => {
    await rows(system, 'delete from notes')
    await rows(system, `insert into notes values ('${one}', 1, 'ours'), ('${two}', 2, 'theirs')`)
  })

  it('shows the system every row', async () => {
    expect(await rows(system, 'select id from notes order by id')).toEqual([{ id: 1 }, { id: 2 }])
  })

  it('shows a person the rows of the organisations in scope and no others, whatever the query asks', async () => {
    expect(await rows(ours, 'select words from notes')).toEqual([{ words: 'ours' }])
    expect(await rows(ours, `select words from notes where organisation_id = '${two}'`)).toEqual([])
    const both: Scope = { kind: 'person', userId: null, organisationIds: [one, two] }
    expect(await rows(both, 'select id from notes order by id')).toEqual([{ id: 1 }, { id: 2 }])
  })

  it('lets nobody write a row of another organisation', async () => {
    await expect(rows(ours, `insert into notes values ('${two}', 3, 'smuggled')`)).rejects.toThrow('row-level security')
    await expect(rows(ours, `update notes set organisation_id = '${two}'`)).rejects.toThrow('row-level security')
    expect(await changed(ours, `update notes set words = 'changed' where organisation_id = '${two}'`)).toBe(0n)
    expect(await changed(ours, 'delete from notes where id = 2')).toBe(0n)
    expect(await rows(system, 'select words from notes order by id')).toEqual([{ words: 'ours' }, { words: 'theirs' }])
  })

  it('lets a person write rows of the organisations in scope', async () => {
    await rows(ours, `insert into notes values ('${one}', 3, 'new')`)
    expect(await changed(ours, `update notes set words = 'newer' where id = 3`)).toBe(1n)
    expect(await changed(ours, 'delete from notes where id = 3')).toBe(1n)
  })

  it('shows nothing to a person without an organisation', async () => {
    expect(await rows({ kind: 'person', userId: null, organisationIds: [] }, 'select id from notes')).toEqual([])
  })

  it('shows nothing where the settings were never made, or are what an earlier transaction left', async () => {
    const withoutSettings = () =>
      database()
        .kysely.transaction()
        .execute(async (trx) => {
          await sql`set local role kantelpunt_app`.execute(trx)
          return (await sql`select id from notes`.execute(trx)).rows
        })
    expect(await withoutSettings()).toEqual([])
    await rows(ours, 'select 1')
    expect(await withoutSettings()).toEqual([])
  })

  it('lets no one climb out of a scope, or change the tables that hold it', async () => {
    await expect(rows(ours, 'alter table notes disable row level security')).rejects.toThrow('must be owner')
    await expect(rows(ours, 'drop policy notes_tenant on notes')).rejects.toThrow('must be owner')
    await expect(rows(ours, 'create table own (id int)')).rejects.toThrow('permission denied')
    const { rows: roles } = await sql<{ name: string; above: boolean; login: boolean }>`
      select rolname as name, rolsuper or rolbypassrls or rolcreaterole as above, rolcanlogin as login
      from pg_roles where rolname like 'kantelpunt\\_%' order by rolname`.execute(database().kysely)
    expect(roles).toEqual([
      { name: 'kantelpunt_app', above: false, login: false },
      { name: 'kantelpunt_counter', above: false, login: false },
      { name: 'kantelpunt_system', above: false, login: false },
    ])
  })

  it('lets anyone read a public table and only the system write it', async () => {
    await rows(system, `insert into register values ('00AP00')`)
    const nobody: Scope = { kind: 'person', userId: null, organisationIds: [] }
    expect(await rows(nobody, 'select brin from register')).toEqual([{ brin: '00AP00' }])
    await expect(rows(ours, `insert into register values ('11AP00')`)).rejects.toThrow('permission denied')
    await expect(rows(ours, 'delete from register')).rejects.toThrow('permission denied')
  })

  it('keeps a system table to the system', async () => {
    await rows(system, `insert into secrets values ('sesam')`)
    expect(await rows(system, 'select word from secrets')).toEqual([{ word: 'sesam' }])
    await expect(rows(ours, 'select word from secrets')).rejects.toThrow('permission denied')
  })

  it('gives the connection back without role, scope or half a transaction', async () => {
    await expect(rows(ours, 'select 1/0')).rejects.toThrow('division by zero')
    const { rows: left } = await sql`
      select current_user = session_user as own, coalesce(current_setting('app.organisations', true), '') as scope
    `.execute(database().kysely)
    expect(left).toEqual([{ own: true, scope: '' }])
  })

  it('asks one statement under the scope too', async () => {
    const asked = (scope: Scope, words = 'words') =>
      database().ask(scope, (db) =>
        db.selectNoFrom(sql.raw<string>(`(select string_agg(${words}, ' ') from notes)`).as('seen')),
      )
    expect(await asked(ours)).toEqual([{ seen: 'ours' }])
    expect(await asked(organisationScope(two))).toEqual([{ seen: 'theirs' }])
    expect(await asked({ kind: 'person', userId: null, organisationIds: [] })).toEqual([{ seen: null }])
    expect(await asked(system)).toEqual([{ seen: 'ours theirs' }])
    await expect(asked(ours, '(1 / (id - id))::text')).rejects.toThrow('division by zero')
    const { rows: left } = await sql`
      select current_user = session_user as own, coalesce(current_setting('app.organisations', true), '') as scope
    `.execute(database().kysely)
    expect(left).toEqual([{ own: true, scope: '' }])
  })

  it('holds the owner of the tables too', async () => {
    const { rows: forced } = await sql`
      select relname from pg_class where relforcerowsecurity and relnamespace = 'public'::regnamespace order by relname
    `.execute(database().kysely)
    expect(forced).toEqual([{ relname: 'notes' }, { relname: 'register' }, { relname: 'secrets' }])
    // The one user of PGlite is a superuser; on a server the owner is not, and sees nothing without a role.
    const { rows: seen } = await sql`select id from notes`.execute(database().kysely)
    expect(seen).toHaveLength(database().engine === 'pglite' ? 2 : 0)
  })
})
