import { describe, expect, test } from 'vitest'
import type { Database } from '../../database/database.ts'
import { system } from '../../database/scope.ts'
import { onBothEngines } from '../../database/testing.ts'
import { organisations } from '../migrations/0001-organisations.ts'
import { schoolRegister } from '../migrations/0002-school-register.ts'
import { type ImportAnswer, type ImportOptions, importSchools } from './import-schools.ts'
import { municipalities, schoolsByCode, schoolsOfGoverningBody } from './register-store.ts'
import { fileOf, type SampleSchool, type SampleStyle, sampleRegister } from './sample-register.ts'

const brug: SampleSchool = { code: '98AA00', name: 'De Brug', governingBody: '41001' }
const molen: SampleSchool = { code: '98AB00', name: 'De Molen', municipality: ['0599', 'ROTTERDAM'] }
const haven: SampleSchool = { code: '98AC00', name: "'t Hûs", denomination: 'Rooms-Katholiek', governingBody: '41001' }

onBothEngines('importing schools', [organisations, schoolRegister], (database) => {
  describe('one after another', () => {
    test('the old file, the new one, the new one again', async () => {
      const db = database()
      const first = await put(db, 'duo-2019/bo.csv', [brug, molen], { vintage: '2019' })
      expect(first).toMatchObject({
        outcome: 'imported',
        import: {
          status: 'imported',
          file_name: 'bo.csv',
          sector: 'po',
          vintage: '2019-10-01',
          vintage_source: 'year-in-name',
          rows: 2,
          added: 2,
          refused: 0,
          imported_by: null,
        },
      })
      const now = [{ ...brug, name: 'Kindcentrum De Brug' }, haven]
      const second = await put(db, 'bo.csv', now, {}, { vintage: '2025-10-01' })
      expect(second).toMatchObject({
        outcome: 'imported',
        import: { vintage_source: 'given', rows: 2, added: 1, updated: 1, unchanged: 0, closed: 1, renamed: 1 },
      })
      const before = await contents(db)
      const again = await put(db, 'renamed.csv', now, {}, { vintage: '2025-10-01' })
      expect(again.outcome).toBe('again')
      expect(await contents(db)).toEqual(before)

      const [kept, closed] = await db.run(system, (trx) => schoolsByCode(trx, ['98AA00', '98AB00', '00ZZ00']))
      expect(kept).toMatchObject({
        facts: { name: 'Kindcentrum De Brug', holidayRegion: 'noord', municipalityCode: '0014', phone: null },
        firstSeen: '2019-10-01',
        lastSeen: '2025-10-01',
        closedSince: null,
        names: [
          { name: 'De Brug', first: '2019-10-01', last: '2019-10-01' },
          { name: 'Kindcentrum De Brug', first: '2025-10-01', last: '2025-10-01' },
        ],
      })
      expect(closed).toMatchObject({ code: '98AB00', closedSince: '2025-10-01', lastSeen: '2019-10-01' })
    })

    test('governing bodies and municipalities follow from the open schools', async () => {
      const [schools, places] = await database().run(system, async (trx) => [
        await schoolsOfGoverningBody(trx, '41001'),
        await municipalities(trx),
      ])
      expect(schools.map((school) => school.code)).toEqual(['98AC00', '98AA00'])
      expect(places).toEqual([{ code: '0014', name: 'Groningen', schools: 2 }])
    })

    test('the same lines in another file are all unchanged', async () => {
      const again = await put(
        database(),
        'bo.csv',
        [{ ...brug, name: 'Kindcentrum De Brug' }, haven],
        {
          newline: '\r\n',
        },
        { vintage: '2025-10-01' },
      )
      expect(again).toMatchObject({ outcome: 'imported', import: { rows: 2, added: 0, updated: 0, unchanged: 2 } })
    })
  })

  describe('all or nothing', () => {
    test('one row that is refused keeps the whole file out, and the report tells of every row', async () => {
      const before = await schools(database())
      const answer = await put(database(), 'bo-2026.csv', [
        brug,
        { ...molen, postcode: '123' },
        { code: '98AD00', name: 'De Vlieger' },
      ])
      expect(answer).toMatchObject({
        outcome: 'refused',
        refusal: { reason: 'rows-refused', refused: 1 },
        import: { status: 'refused', rows: 3, added: 1, updated: 1, unchanged: 0, refused: 1 },
      })
      if (answer.outcome !== 'refused') throw new Error(answer.outcome)
      expect(answer.import.report.outcomes.map(({ line, outcome }) => [line, outcome])).toEqual([
        [2, 'updated'],
        [3, 'refused'],
        [4, 'added'],
      ])
      expect(answer.import.report.outcomes[1]).toMatchObject({
        refusal: { reason: 'invalid-postcode', column: 'POSTCODE', value: '123' },
      })
      expect(await schools(database())).toEqual(before)
    })

    test('a part of the file does not close the rest of the schools, until the user says so', async () => {
      const db = database()
      const many = Array.from({ length: 80 }, (_, i) => ({
        code: `97AA${String(i).padStart(2, '0')}`,
        name: `School ${i}`,
      }))
      await put(db, 'vo-2024.csv', many, { sector: 'vo' })
      const part = await put(db, 'vo-2025.csv', many.slice(0, 10), { sector: 'vo' })
      expect(part).toMatchObject({ outcome: 'refused', refusal: { reason: 'closes-too-many', closing: 70, open: 80 } })
      expect((await schools(db)).filter((row) => row.sector === 'vo' && row.closed_since !== null)).toEqual([])
      const meant = await put(db, 'vo-2025.csv', many.slice(0, 10), { sector: 'vo' }, { acceptClosures: true })
      expect(meant).toMatchObject({ outcome: 'imported', import: { closed: 70 } })
      expect(
        (await schools(db)).filter((row) => row.sector === 'po' && row.closed_since === '2025-10-01'),
      ).toHaveLength(1)
    })

    test('a file that can’t be read leaves nothing behind, not even its attempt', async () => {
      const before = await contents(database())
      const file = { path: 'x.csv', chunks: fileOf('PEILDATUM;AANTAL\n2025;3\n') }
      const answer = await importSchools(database(), file, options({}))
      expect(answer).toMatchObject({ outcome: 'unreadable', refusal: { reason: 'not-a-register-file' } })
      const unknown = await put(database(), 'x.csv', [{ ...brug, municipality: ['0014', 'GRONINGEN'] }])
      expect(unknown).toEqual({ outcome: 'unreadable', refusal: { reason: 'vintage-unknown' } })
      expect(await contents(database())).toEqual(before)
    })

    test('two imports at once come out as if one after the other', async () => {
      const db = database()
      const [a, b] = await Promise.all([
        put(db, 'po.csv', [brug, haven], {}, { vintage: '2026-01-01' }),
        put(db, 'po.csv', [brug, haven], {}, { vintage: '2026-01-01' }),
      ])
      expect([a.outcome, b.outcome].sort()).toEqual(['again', 'imported'])
    })
  })

  test('the public may read the register and nobody but the system may write it', async () => {
    const nobody = { kind: 'person', userId: null, organisationIds: [] } as const
    const db = database()
    const read = await db.run(nobody, (trx) => schoolsByCode(trx, ['98AA00']))
    expect(read).toHaveLength(1)
    await expect(db.run(nobody, (trx) => trx.deleteFrom('register_schools').execute())).rejects.toThrow(/permission/)
  })
})

function put(
  db: Database,
  path: string,
  schools: readonly SampleSchool[],
  style: SampleStyle = {},
  more: Partial<ImportOptions> = {},
): Promise<ImportAnswer> {
  return importSchools(db, { path, chunks: fileOf(sampleRegister(schools, style)) }, options(more))
}

function options(more: Partial<ImportOptions>): ImportOptions {
  return { by: null, clock: () => new Date('2026-11-22T10:00:00Z'), newId: () => crypto.randomUUID(), ...more }
}

function schools(db: Database) {
  return db.run(system, (trx) => trx.selectFrom('register_schools').selectAll().orderBy('code').execute())
}

async function contents(db: Database) {
  const imports = await db.run(system, (trx) => trx.selectFrom('register_imports').selectAll().orderBy('id').execute())
  return { schools: await schools(db), imports }
}
