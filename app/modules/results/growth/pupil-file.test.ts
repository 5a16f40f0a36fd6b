import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { mostTextBytes } from './limits.ts'
import { readPupilFile, sizeStop } from './pupil-file.ts'
import { sampleWorkbook } from './sample-workbook.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const stopOf = async (text: string) => {
  const found = await readPupilFile(bytes(text))
  return found.ok ? 'read' : found
}

describe('a file of pupils', () => {
  it.each([';', ',', '\t', '|'])('is read with %j between cells', async (separator) => {
    const text = [
      ['school', 'a', 'b'],
      ['De Brug', '1', '2'],
    ]
      .map((row) => row.join(separator))
      .join('\n')
    const found = await readPupilFile(bytes(text))
    expect(found.ok && [found.table.header, found.table.rowCount]).toEqual([['school', 'a', 'b'], 1])
  })

  it.each([
    ['', { reason: 'empty' }],
    ['school a b\nx 1 2\n', { reason: 'one-column', text: 'school a b' }],
    ['school;a\nx;1\n', { reason: 'too-few-columns', columns: 2 }],
    ['school;a;\nx;1;2\n', { reason: 'column-without-name', column: 3 }],
    ['school;a;a\nx;1;2\n', { reason: 'name-twice', name: 'a' }],
    ['De Brug;12;14\nDe Brug;13;15\n', { reason: 'no-header' }],
    ['school;a;b\n', { reason: 'no-rows' }],
    ['school;a;b\nx;1;2\nx;1\n', { reason: 'row-width', line: 3 }],
    ['school;a;b\n"x;1;2\n', { reason: 'unclosed-quote', line: 2 }],
    ['%PDF-1.7 a;b;c\n', { reason: 'not-a-table' }],
    ['PK\u0003\u0004 and nothing that can be unpacked', { reason: 'damaged-spreadsheet' }],
  ])('%j is refused', async (text, refusal) => {
    expect(await stopOf(text)).toMatchObject({ ok: false, ...refusal })
  })

  it('with two million rows is refused with the number and the limit', async () => {
    const found = await stopOf(`school;a;b\n${'x;1;2\n'.repeat(2_000_000)}`)
    expect(found).toEqual({ ok: false, reason: 'too-many-rows', rows: 2_000_000, limit: 1_000_000 })
  })

  it('that is too large is not read at all', () => {
    expect(sizeStop('pupils.csv', mostTextBytes + 1)).toMatchObject({ reason: 'too-large' })
    expect(sizeStop('pupils.xlsx', mostTextBytes)).toMatchObject({ reason: 'too-large' })
    expect(sizeStop('pupils.csv', mostTextBytes)).toBeUndefined()
  })
})

describe('a spreadsheet of pupils', () => {
  const sheets = {
    Uitleg: [['Wat staat hier?', null, 'Leerlingen']],
    Leerlingen: [
      ['school', 'groep 6', 'opmerking'],
      ['De "Brug"', 83.25, 'twee\nregels'],
      ['De Eik', '7,5', null],
    ],
    Leeg: [],
  } as const

  it('is read sheet by sheet, with what stands in each', async () => {
    const file = sampleWorkbook(sheets)
    const one = await readPupilFile(file)
    expect(one.ok ? one.sheet : one.reason).toBe('column-without-name')
    const other = await readPupilFile(file, 'Leerlingen')
    if (!other.ok) throw new Error(other.reason)
    expect(other.sheets).toEqual(['Uitleg', 'Leerlingen'])
    expect(other.table.header).toEqual(['school', 'groep 6', 'opmerking'])
    expect([0, 1].map((row) => [0, 1, 2].map((column) => other.table.cell(row, column)))).toEqual([
      ['De "Brug"', '83.25', 'twee regels'],
      ['De Eik', '7,5', ''],
    ])
    expect(other.table.lineOf(1)).toBe(3)
  })

  it('that unpacks to far more than it is, is refused before it does', async () => {
    const huge = zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(300 * 1024 * 1024) }, { level: 1 })
    expect(await readPupilFile(huge)).toMatchObject({ ok: false, reason: 'unpacks-too-large' })
  })

  it('of more rows than a tab has room for is refused before they are read', async () => {
    const sheet = (rows: number) =>
      zipSync({ 'xl/worksheets/sheet1.xml': strToU8('<row/><row r="1"></row>'.repeat(rows / 2)) })
    expect(await readPupilFile(sheet(500_002))).toEqual({
      ok: false,
      reason: 'too-many-sheet-rows',
      rows: 500_002,
      limit: 500_000,
    })
    // Not for its rows.
    expect(await readPupilFile(sheet(500_000))).toMatchObject({ ok: false, reason: 'damaged-spreadsheet' })
    const names = zipSync({ 'xl/worksheets/sheet1.xml': strToU8('<rowBreaks/>'.repeat(600_000)) })
    expect(await readPupilFile(names)).toMatchObject({ reason: 'damaged-spreadsheet' })
  })

  it('that has no tables in it is refused', async () => {
    expect(await readPupilFile(zipSync({ 'a.txt': strToU8('a') }))).toEqual({
      ok: false,
      reason: 'damaged-spreadsheet',
    })
  })
})
