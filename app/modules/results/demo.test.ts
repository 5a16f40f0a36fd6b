import { randomUUID } from 'node:crypto'
import { judgeResults, readResults } from '@kantelpunt/school-results'
import { expect, it } from 'vitest'
import { system } from '../../platform/database/scope.ts'
import { onBothEngines } from '../../platform/database/testing.ts'
import { platformMigrations } from '../../platform/migrations.ts'
import { importSchools } from '../../platform/organisations/register/import-schools.ts'
import { sampleRegister } from '../../platform/organisations/register/sample-register.ts'
import { resultsDemo } from './demo.ts'
import { resultsMigrations } from './migrations/index.ts'
import { newestPicture } from './picture/picture-store.ts'
import { sampleInspectorate, sampleLevels } from './published/sample-levels.ts'
import { ownFigures } from './tracks/own-figures.ts'

it('samples are judged as they say themselves', () => {
  const schools = [
    { code: '98AA00', weighting: 24.5, reading: 0.8, language: 0.7, arithmetic: 0.6 },
    { code: '98AB00', weighting: 24.5, reading: 0.4, language: 0.3, arithmetic: 0.2, below: 0.2 },
  ]
  const tables = [sampleInspectorate(schools), sampleLevels(schools)].flatMap((text) => {
    const read = readResults(new TextEncoder().encode(text))
    if (!read.ok) throw new Error(JSON.stringify(read))
    return read.tables
  })
  const judged = judgeResults(tables, { perDomain: true })
  if (!judged.ok) throw new Error(judged.reason)
  expect(judged.agreement).toMatchObject({ schools: 2, agree: 4, disagree: 0 })
  expect(judged.perDomain?.schools).toHaveLength(2)
})

onBothEngines('the demo of results', [...platformMigrations, ...resultsMigrations], (database) => {
  it('hides weak arithmetic behind good reading, once, and again the same', async () => {
    const db = database()
    const clock = () => new Date('2026-11-22T10:00:00Z')
    const list = sampleRegister(['99WL00', '99KB00', '99ZP00', '99AB00'].map((code) => ({ code, name: code })))
    const chunks = (async function* () {
      yield new TextEncoder().encode(list)
    })()
    await importSchools(db, { path: 'bo-2025.csv', chunks }, { by: null, clock, newId: randomUUID })
    await resultsDemo({ db, clock, newId: randomUUID })
    const first = await db.run(system, newestPicture)
    await resultsDemo({ db, clock, newId: randomUUID })
    expect(await db.run(system, newestPicture)).toBe(first)
    const school = randomUUID()
    const { figures } = await db.run(system, async (trx) => {
      await trx
        .insertInto('organisations')
        .values({ id: school, kind: 'school', slug: 'a-school', name: 'A', school_code: '99WL00', created_at: clock() })
        .execute()
      return ownFigures(trx, school)
    })
    expect(figures.get('arithmetic')?.standing).toMatch(/below/)
    expect(figures.get('reading')?.standing).toMatch(/above/)
  })
})
