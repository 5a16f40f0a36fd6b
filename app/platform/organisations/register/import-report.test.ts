import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { describeFileRefusal } from './describe-refusal.ts'
import { reportCsv } from './import-report.ts'
import type { FileRefusal } from './register-file.ts'
import type { ImportRefusal } from './register-tables.ts'
import type { VintageRefusal } from './vintage.ts'

const cellsOf = (csv: string) => parse(csv, { bom: true, delimiter: ';' }) as unknown as string[][]

describe('the report of an import', () => {
  const report = {
    outcomes: [
      { line: 2, outcome: 'added', code: '98AA00' },
      { line: 3, outcome: 'updated', code: '98AB00', changed: ['name', 'holidayRegion'] },
      { line: 4, outcome: 'unchanged', code: '98AC00' },
      { line: 5, outcome: 'refused', refusal: { reason: 'formula', column: 'VESTIGINGSNAAM' } },
    ],
    closed: ['98AD00'],
  } as const

  test('says of each line what happened, in Dutch and in English', () => {
    expect(cellsOf(reportCsv('nl', report))).toEqual([
      ['regel', 'school', 'wat is er gebeurd', 'uitleg'],
      ['2', '98AA00', 'nieuw', ''],
      ['3', '98AB00', 'gewijzigd', 'Anders: naam, vakantieregio.'],
      ['4', '98AC00', 'gelijk gebleven', ''],
      ['5', '', 'geweigerd', 'In VESTIGINGSNAAM staat een formule. Zet er gewone tekst neer.'],
      ['', '98AD00', 'gesloten', 'Stond in een oudere lijst en niet meer in een nieuwere.'],
    ])
    expect(cellsOf(reportCsv('en', report))[4]?.[3]).toBe('VESTIGINGSNAAM holds a formula. Put plain text there.')
    expect(reportCsv('nl', report).startsWith('\ufeffregel;')).toBe(true)
  })

  test('what stood in the file can’t break out of its cell or be run', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.constantFrom('=1+1', '+cmd|x', '@a', '-1', '"', ';')), (value) => {
        const refusal = { reason: 'invalid-postcode', column: value, value } as const
        const cells = cellsOf(reportCsv('nl', { outcomes: [{ line: 2, outcome: 'refused', refusal }], closed: [] }))
        expect(cells).toHaveLength(2)
        expect(cells[1]).toHaveLength(4)
        expect(cells[1]?.[3]).toContain(value)
        expect(cells[1]?.[3]).not.toMatch(/^[=+\-@\t\r]/)
      }),
    )
  })
})

test('every reason has its sentence in both languages', () => {
  const refusals: readonly (FileRefusal | VintageRefusal | ImportRefusal)[] = [
    { reason: 'too-large', limitBytes: 32 * 1024 * 1024 },
    { reason: 'empty-file' },
    { reason: 'spreadsheet-file' },
    { reason: 'not-text', line: 3 },
    { reason: 'not-a-register-file', missing: ['STRAATNAAM'], found: [] },
    { reason: 'column-twice', column: 'POSTCODE' },
    { reason: 'header-quote-not-closed' },
    { reason: 'no-rows' },
    { reason: 'too-many-rows', limit: 20_000 },
    { reason: 'vintage-invalid', given: 'gisteren' },
    { reason: 'vintage-in-future', vintage: '2030-01-01' },
    { reason: 'vintage-unknown' },
    { reason: 'vintage-contradicted', vintage: '2025-10-01', from: '2019-01-01', until: '2021-01-01' },
    { reason: 'vintage-contradicted', vintage: '2019-10-01', from: '2023-01-01', until: null },
    { reason: 'rows-refused', refused: 1 },
    { reason: 'closes-too-many', closing: 70, open: 80 },
  ]
  const sentences = refusals.flatMap((refusal) => [
    describeFileRefusal('nl', refusal),
    describeFileRefusal('en', refusal),
  ])
  expect(new Set(sentences).size).toBe(refusals.length * 2)
  for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z0-9‘’].*\.$/)
  expect(sentences[0]).toContain('32 MB')
})
