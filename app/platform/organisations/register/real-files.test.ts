import { createReadStream, existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { system } from '../../database/scope.ts'
import { type FreshDatabase, freshDatabase } from '../../database/testing.ts'
import { organisations } from '../migrations/0001-organisations.ts'
import { schoolRegister } from '../migrations/0002-school-register.ts'
import { importSchools } from './import-schools.ts'
import { wholeRegister } from './register-store.ts'
import { searchSchools } from './search-schools.ts'

const folder = join(import.meta.dirname, '../../../../../shared/data/results')
const files = {
  po2019: 'duo-2019/alle-vestigingen-bo.csv',
  vo2019: 'duo-2019/alle-vestigingen-vo.csv',
  po2025: 'duo-2025/schools_raw.csv',
  vo2025: 'duo-2025/vo_schools_raw.csv',
} as const
const order = ['po2019', 'vo2019', 'po2025', 'vo2025'] as const

/** What people may type, and the school that must be among the first three. */
const searches: readonly (readonly [typed: string, code: string])[] = [
  ['willem lodewijk gymnasium', '02CR00'],
  ['willem lodewijk gimnasium groninge', '02CR00'],
  ['barleus', '21AB00'],
  ['de fluessen', '04NA00'],
  ['petteflat groningen', '30VA00'],
  ['gymnasium amersfoort', '20CK00'],
  ['maasparel', '00AR00'],
  ['kla4', '18HI00'],
  ['vmbo de jutter', '14DC06'],
  ['vmbo vlieland', '14DC06'],
  ['skoalle waldiik', '10LV00'],
  ['waldyk', '10LV00'],
  ['haganum', '20LU00'],
  ['sorgvliet den haag', '02DQ00'],
  ['maerlant lyceum', '20MD00'],
  ['04LY', '04LY00'],
  ['04ly00', '04LY00'],
  ['de borgh borger', '04LY00'],
  ['verwondering alteveer', '32JK00'],
  ['praktijkschool assen', '18BR00'],
  ['john f kenedy den haag', '05HC00'],
  ['cleophas utrecht', '05JQ00'],
  ['deregenboog amersfoort', '04KI00'],
  ['regen boog amersfoort', '04KI00'],
  ['gravendreef', '02VO02'],
  ['dalton den haag', '20MF00'],
  ['aquamarijn groningen', '30RH00'],
  ['beijumkorf', '17EC00'],
  ['swoaiste', '17FG00'],
  ['oelebred', '10UN00'],
]

/** Sixteen thousand rows on an embedded database: seconds, or many of them where other work goes on. */
const patience = { timeout: 180_000 }

const present = existsSync(folder)
if (!present) process.stderr.write(`skipped: DUO's own files are not here (${folder})\n`)

describe.skipIf(!present).each([
  ['pglite', order],
  ['postgres', order.toReversed()],
] as const)('DUO’s own files on %s, in the order %j', (engine, sequence) => {
  let fresh: FreshDatabase
  beforeAll(async () => {
    fresh = await freshDatabase(engine, [organisations, schoolRegister])
  })
  afterAll(() => fresh?.remove())

  const put = (key: keyof typeof files) =>
    importSchools(
      fresh.database,
      { path: files[key], chunks: createReadStream(join(folder, files[key])) },
      { by: null, clock: () => new Date('2026-11-22T10:00:00Z'), newId: () => crypto.randomUUID() },
    )

  test('every line of all four is counted, none is refused', patience, async () => {
    for (const key of sequence) {
      const answer = await put(key)
      if (answer.outcome === 'unreadable') throw new Error(JSON.stringify(answer.refusal))
      // Counted apart from the reader: bytes that end a line, less the header.
      const bytes = await readFile(join(folder, files[key]))
      const lines = bytes.toString('latin1').trimEnd().split('\n').length - 1
      const { rows, added, updated, unchanged, refused } = answer.import
      expect([key, answer.outcome, rows, added + updated + unchanged, refused]).toEqual([
        key,
        'imported',
        lines,
        lines,
        0,
      ])
      expect(new Set(answer.import.report.outcomes.map(({ line }) => line)).size).toBe(lines)
    }
  })

  test('closed, new and renamed schools are those that a plain comparison of the files gives', patience, async () => {
    const register = await fresh.database.run(system, wholeRegister)
    for (const sector of ['po', 'vo'] as const) {
      const [old, now] = [await plainly(files[`${sector}2019`]), await plainly(files[`${sector}2025`])]
      const schools = [...register.values()].filter((school) => school.sector === sector)
      const of = (test: (school: (typeof schools)[number]) => boolean) =>
        schools
          .filter(test)
          .map((school) => school.code)
          .sort()
      expect(of((school) => school.closedSince === '2025-10-01')).toEqual(
        [...old.keys()].filter((key) => !now.has(key)).sort(),
      )
      expect(of((school) => school.firstSeen === '2025-10-01')).toEqual(
        [...now.keys()].filter((key) => !old.has(key)).sort(),
      )
      expect(of((school) => school.names.length === 2)).toEqual(
        [...old]
          .filter(([key, name]) => now.has(key) && now.get(key) !== name)
          .map(([key]) => key)
          .sort(),
      )
      expect(of((school) => school.closedSince === null && school.facts.holidayRegion === null)).toEqual([])
    }
  })

  test.each(searches)('%s finds %s', async (typed, code) => {
    const { schools } = await fresh.database.run(system, (trx) => searchSchools(trx, typed, { limit: 3 }))
    expect(schools.map((school) => school.code)).toContain(code)
  })

  test('basischool groninge finds primary schools in Groningen', async () => {
    const { schools } = await fresh.database.run(system, (trx) => searchSchools(trx, 'basischool groninge'))
    expect(schools).toHaveLength(20)
    expect(new Set(schools.map((school) => [school.sector, school.facts.municipality].join()))).toEqual(
      new Set(['po,Groningen']),
    )
  })

  test('all four again: nothing changes', patience, async () => {
    const before = await fresh.database.run(system, wholeRegister)
    for (const key of sequence) expect((await put(key)).outcome).toBe('again')
    expect(await fresh.database.run(system, wholeRegister)).toEqual(before)
  })
})

/** Names by code, read in the plainest way; C1 signs and double spaces as in the reader, for they are no other name. */
async function plainly(path: string): Promise<Map<string, string>> {
  const bytes = await readFile(join(folder, path))
  const text = new TextDecoder(path.includes('2019') ? 'windows-1252' : 'utf-8').decode(bytes)
  const signs: Readonly<Record<string, string>> = { '\u0091': '‘', '\u0092': '’', '\u0096': '–' }
  const rows = text.trimEnd().split('\n').slice(1)
  return new Map(
    rows.map((row) => {
      const cells = row.split(';')
      const name = (cells[4] ?? '').replace(/^"|"$/g, '').replaceAll('""', '"')
      const clean = name
        .replace(/[\u0080-\u009f]/g, (sign) => signs[sign] ?? sign)
        .replace(/ +/g, ' ')
        .trim()
      return [cells[3] ?? '', clean] as const
    }),
  )
}
