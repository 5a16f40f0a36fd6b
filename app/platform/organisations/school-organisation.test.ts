import { describe, expect, test } from 'vitest'
import { system } from '../database/scope.ts'
import { onBothEngines } from '../database/testing.ts'
import { organisations } from './migrations/0001-organisations.ts'
import { schoolRegister } from './migrations/0002-school-register.ts'
import { oneOrganisationASchool } from './migrations/0003-one-organisation-a-school.ts'
import { importSchools } from './register/import-schools.ts'
import { fileOf, sampleRegister } from './register/sample-register.ts'
import { createSchoolOrganisation, schoolOrganisation } from './school-organisation.ts'

const now = new Date('2026-11-22T10:00:00Z')
const lists = {
  '2019-10-01': [{ code: '98AD00', name: 'De Oude School' }],
  '2025-10-01': [
    { code: '98AA00', name: 'De Brug', governingBody: '41001' },
    { code: '98AB00', name: 'De Brug', place: 'HAREN' },
    { code: '98AC00', name: 'De Brug', place: 'HAREN', governingBody: '41001' },
  ],
}

onBothEngines(
  'a school of the register as an organisation',
  [organisations, schoolRegister, oneOrganisationASchool],
  (database) => {
    const create = (code: string) =>
      database().run(system, (trx) => createSchoolOrganisation(trx, { id: crypto.randomUUID(), code, now }))

    describe('one after another', () => {
      test('takes name, place and holiday region from the register', async () => {
        for (const [vintage, schools] of Object.entries(lists)) {
          const file = { path: 'bo.csv', chunks: fileOf(sampleRegister(schools)) }
          await importSchools(database(), file, {
            vintage,
            by: null,
            clock: () => now,
            newId: () => crypto.randomUUID(),
          })
        }
        const answer = await create('98AA00')
        expect(answer).toMatchObject({ ok: true, organisation: { slug: 'de-brug', name: 'De Brug' } })
        const rows = await database().run(system, (trx) => trx.selectFrom('organisations').selectAll().execute())
        expect(rows).toMatchObject([
          { kind: 'school', school_code: '98AA00', place: 'Groningen', holiday_region: 'noord', parent_id: null },
        ])
      })

      test('gives schools of one name slugs of their own', async () => {
        expect(await create('98AB00')).toMatchObject({ organisation: { slug: 'de-brug-haren' } })
      })

      test('puts a school under the governing body of its sister schools', async () => {
        const board = crypto.randomUUID()
        await database().run(system, async (trx) => {
          const values = { id: board, kind: 'board', slug: 'bestuur', name: 'Bestuur', created_at: now } as const
          const empty = { parent_id: null, school_code: null, place: null, holiday_region: null }
          await trx
            .insertInto('organisations')
            .values({ ...values, ...empty })
            .execute()
          await trx.updateTable('organisations').set({ parent_id: board }).where('school_code', '=', '98AA00').execute()
        })
        expect(await create('98AC00')).toMatchObject({ organisation: { slug: 'de-brug-98ac00' } })
        const parent = await database().run(system, (trx) =>
          trx.selectFrom('organisations').select('parent_id').where('school_code', '=', '98AC00').executeTakeFirst(),
        )
        expect(parent).toEqual({ parent_id: board })
      })

      test('refuses a school that is here, is closed or does not exist', async () => {
        const here = await database().run(system, (trx) => schoolOrganisation(trx, '98AA00'))
        expect(await create('98AA00')).toEqual({ ok: false, refusal: { reason: 'already-here', organisation: here } })
        expect(await create('98AD00')).toEqual({
          ok: false,
          refusal: { reason: 'closed-school', since: '2025-10-01' },
        })
        expect(await create('98ZZ00')).toEqual({ ok: false, refusal: { reason: 'unknown-school' } })
      })
    })
  },
)
