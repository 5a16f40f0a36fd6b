import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { migrations } from './migrations.ts'
import { describeSchema } from './platform/database/describe-schema.ts'
import { onBothEngines } from './platform/database/testing.ts'

const path = join(import.meta.dirname, 'schema.description.json')

onBothEngines('the schema that the migrations make', migrations, (database) => {
  it('is the one that is written down', async () => {
    const description = await describeSchema(database().kysely)
    if (process.env.KANTELPUNT_WRITE_SCHEMA === '1') writeFileSync(path, `${JSON.stringify(description, null, 2)}\n`)
    const written = JSON.parse(readFileSync(path, 'utf8')) as unknown
    expect(description, 'Was that meant? Then: npm run check -- --write-schema').toEqual(written)
  })

  it('has no table that row-level security does not hold, but the list of migrations itself', async () => {
    const { tables } = await describeSchema(database().kysely)
    const open = Object.entries(tables).filter(([, table]) => table.rowLevelSecurity !== 'forced')
    expect(open.map(([name]) => name)).toEqual(['migrations'])
    expect(tables.migrations?.grants).toEqual({})
  })

  it('has no function that sees more than the system role, or that a caller can lead astray', async () => {
    const { functions } = await describeSchema(database().kysely)
    const powerful = Object.values(functions).filter((definition) => definition.includes('SECURITY DEFINER'))
    expect(powerful.length).toBeGreaterThan(0)
    // The role that counts may read what the system may not; nothing but these functions runs as it.
    const counting = powerful.filter((definition) => definition.startsWith('-- as kantelpunt_counter\n'))
    expect(counting.map((definition) => /FUNCTION public\.(\w+)/.exec(definition)?.[1]).toSorted()).toEqual([
      'visit_close_records',
      'visit_count_behaviour',
      'visit_counted',
    ])
    for (const definition of powerful) {
      expect(definition).toMatch(/^-- as kantelpunt_(system|counter)\n/)
      // Temporary tables last: else one of the caller's could stand in the place of a real one.
      expect(definition).toContain("SET search_path TO 'public', 'pg_temp'")
    }
  })
})
