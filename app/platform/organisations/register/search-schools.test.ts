import { describe, expect, test } from 'vitest'
import type { Database } from '../../database/database.ts'
import { onBothEngines } from '../../database/testing.ts'
import { organisations } from '../migrations/0001-organisations.ts'
import { schoolRegister } from '../migrations/0002-school-register.ts'
import { importSchools } from './import-schools.ts'
import { fileOf, type SampleSchool, sampleRegister } from './sample-register.ts'
import { searchSchools } from './search-schools.ts'

/** A visitor who is not signed in. */
const visitor = { kind: 'person', userId: null, organisationIds: [] } as const

onBothEngines('searching the register', [organisations, schoolRegister], (database) => {
  const find = async (text: string, limit?: number) => {
    const options = limit === undefined ? {} : { limit }
    const { schools, searched } = await database().run(visitor, (trx) => searchSchools(trx, text, options))
    return { names: schools.map((school) => school.facts.name), searched }
  }

  describe('as a visitor', () => {
    test('before anything was imported', async () => {
      expect(await find('brug')).toEqual({ names: [], searched: 0 })
    })

    test('after an import, and after the next', async () => {
      const brug = { code: '98AA00', name: 'De Brug' }
      await put(database(), '2019-10-01', [brug, { code: '98AB00', name: 'De Molen' }])
      expect(await find('de bruk')).toEqual({ names: ['De Brug'], searched: 2 })
      await put(database(), '2025-10-01', [
        { ...brug, name: 'Kindcentrum Het Anker' },
        { code: '98AC00', name: "'t Hûs" },
      ])
      expect(await find('anker')).toEqual({ names: ['Kindcentrum Het Anker'], searched: 3 })
      expect((await find('brug')).names).toEqual(['Kindcentrum Het Anker'])
      expect((await find('molen')).names).toEqual(['De Molen'])
    })

    test('no more than was asked', async () => {
      expect((await find('basisschool groningen', 2)).names).toHaveLength(2)
    })
  })
})

function put(db: Database, vintage: string, schools: readonly SampleSchool[]) {
  const file = { path: 'bo.csv', chunks: fileOf(sampleRegister(schools)) }
  const clock = () => new Date(`${vintage}T10:00:00Z`)
  return importSchools(db, file, { vintage, by: null, clock, newId: () => crypto.randomUUID() })
}
