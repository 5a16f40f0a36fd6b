import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { prepared } from './prepared.ts'
import { organisationScope } from './scope.ts'
import { tenantTable } from './tenant-table.ts'
import { onBothEngines } from './testing.ts'

const school = '00000000-0000-7000-8000-000000000001'
const migrations = [
  {
    name: 'prepared-test/1-tables',
    sql: `create table birds (organisation_id uuid not null, name text not null, seen_on date);
      ${tenantTable('birds')}`,
  },
]

interface BirdTable {
  organisation_id: string
  name: string
  seen_on: string | null
}

declare module './schema.ts' {
  interface Schema {
    birds: BirdTable
  }
}

onBothEngines('a prepared statement', migrations, (database) => {
  it('is made once, and answers for the values that it is given each time', async () => {
    let made = 0
    const seenSince = prepared((db, values: { since: string; name: string | null }) => {
      made++
      return db
        .selectFrom('birds')
        .select('name')
        .where('seen_on', '>=', values.since)
        .where((eb) => eb.or([eb('name', '=', values.name), sql<boolean>`${values.name}::text is null`]))
        .limit(2)
        .orderBy('name')
    })
    const scope = organisationScope(school)
    await database().run(scope, async (trx) => {
      const rows = [
        { organisation_id: school, name: 'koolmees', seen_on: '2026-11-01' },
        { organisation_id: school, name: 'merel', seen_on: '2026-11-10' },
        { organisation_id: school, name: 'specht', seen_on: '2026-11-20' },
      ]
      await trx.insertInto('birds').values(rows).execute()
    })
    const ask = (since: string, name: string | null) => database().ask(scope, seenSince({ since, name }))
    expect(await ask('2026-11-02', null)).toEqual([{ name: 'merel' }, { name: 'specht' }])
    expect(await ask('2026-11-11', null)).toEqual([{ name: 'specht' }])
    expect(await ask('2026-11-02', 'merel')).toEqual([{ name: 'merel' }])
    expect(await ask('2026-11-11', 'merel')).toEqual([])
    expect(made).toBe(1)
  })
})
