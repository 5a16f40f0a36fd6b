import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DelimitedTable, readDelimited } from './index.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)

function read(bytes: Uint8Array | string, separator?: string): DelimitedTable {
  const table = readDelimited(
    typeof bytes === 'string' ? utf8(bytes) : bytes,
    separator === undefined ? {} : { separator },
  )
  if (!table.ok) throw new Error(JSON.stringify(table))
  return table
}

const textsOf = (table: DelimitedTable, name: string) => {
  const column = table.column(name)
  return column === undefined ? undefined : Array.from(column.codes, (code) => column.levels[code])
}

describe('a table that was written', () => {
  const sign = fc.constantFrom('a', 'b', 'é', '€', ' ', ',', ';', '"', '\n', '1')
  const cell = fc.string({ unit: sign, maxLength: 5 })
  const table = fc
    .record({ columns: fc.integer({ min: 2, max: 5 }), rows: fc.integer({ min: 0, max: 8 }) })
    .chain(({ columns, rows }) => {
      const row = fc
        .array(cell, { minLength: columns, maxLength: columns })
        .filter((cells) => cells.some((text) => text !== ''))
      return fc.array(row, { minLength: rows, maxLength: rows })
    })
  const form = fc.record({
    separator: fc.constantFrom(',', ';', '\t', '|'),
    lineEnd: fc.constantFrom('\n', '\r\n'),
    always: fc.boolean(),
    blankLines: fc.boolean(),
    endsWithLine: fc.boolean(),
  })

  it('is read as it was, and every row knows its line', () => {
    fc.assert(
      fc.property(table, form, (rows, { separator, lineEnd, always, blankLines, endsWithLine }) => {
        const write = (text: string) => (always || /["\n\r,;\t|]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
        const header = (rows[0] ?? ['', '']).map((_, k) => `column ${k}`)
        const lines = [header, ...rows].map((row) => row.map(write).join(separator))
        const between = blankLines ? lineEnd + lineEnd : lineEnd
        const text = lines.join(between) + (endsWithLine ? lineEnd : '')
        const found = read(text, separator)
        expect(found.header).toEqual(header)
        expect(found.rowCount).toBe(rows.length)
        for (const [k, name] of header.entries()) expect(textsOf(found, name)).toEqual(rows.map((row) => row[k]))
        rows.forEach((_, r) => {
          const before = lines.slice(0, r + 1).join(between) + between
          expect(found.lineOf(r)).toBe(before.split('\n').length)
        })
      }),
    )
  })

  it('gives the numbers that JavaScript reads, to the last bit', () => {
    const number = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
      fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((value) => value.toFixed(4)),
      fc.stringMatching(/^[+-]?\d{1,20}\.?\d{0,25}$/),
    )
    fc.assert(
      fc.property(fc.array(number, { minLength: 1 }), (texts) => {
        const column = read(`a,b\n${texts.map((text) => `x,${text}`).join('\n')}`).numbers('b')
        expect(column?.unreadable).toBe(0)
        expect(Array.from(column?.values ?? [])).toEqual(texts.map(Number))
      }),
    )
  })
})

describe('what spreadsheets leave behind', () => {
  it.each([
    ['empty cells past the header', 'a;b\n1;2;;\n3;4\n', [2, 3]],
    ['rows of empty cells', 'a;b\n;\n1;2\n;\n;;;\n3;4\n;', [3, 6]],
    ['a line that names the separator', 'sep=;\na;b\n1;2\n3;4', [3, 4]],
    ['the same in quotes, with the other line ends', '\ufeff"sep=;"\r\na;b\r\n1;2;\r\n3;4\r\n', [3, 4]],
  ])('%s', (_, text, lines) => {
    const table = read(text)
    expect([table.header, textsOf(table, 'a'), textsOf(table, 'b')]).toEqual([
      ['a', 'b'],
      ['1', '3'],
      ['2', '4'],
    ])
    expect(lines).toEqual([table.lineOf(0), table.lineOf(1)])
    expect(Array.from(table.numbers('b')?.values ?? [])).toEqual([2, 4])
  })

  it('but nothing that says something', () => {
    expect(readDelimited(utf8('a;b\n1;2;;3\n'))).toEqual({
      ok: false,
      reason: 'row-width',
      line: 2,
      expected: 2,
      found: 4,
    })
    expect(readDelimited(utf8('sep=;\na;b\n1\n'))).toMatchObject({ reason: 'row-width', line: 3, found: 1 })
  })
})

describe('encodings and separators', () => {
  it.each([
    ['UTF-8', utf8('naam;n\ncafé €;1'), 'utf-8'],
    ['a byte order mark', utf8('\ufeffnaam;n\ncafé €;1'), 'utf-8'],
    ['a mark read as latin-1', utf8('ï»¿naam;n\ncafé €;1'), 'utf-8'],
    ['a mark within the quotes of the header', utf8('"ï»¿""naam""";n\ncafé €;1'), 'utf-8'],
    ['windows-1252', Uint8Array.from([...utf8('naam;n\ncaf'), 0xe9, 0x20, 0x80, ...utf8(';1')]), 'windows-1252'],
    [
      'UTF-16',
      new Uint8Array(Uint16Array.from([...'\ufeffnaam;n\ncafé €;1'].map((s) => s.charCodeAt(0))).buffer),
      'utf-16',
    ],
  ])('reads %s', (_what, bytes, encoding) => {
    const table = read(bytes)
    expect(table).toMatchObject({ encoding, separator: ';', header: ['naam', 'n'] })
    expect(textsOf(table, 'naam')).toEqual(['café €'])
  })

  it('is not fooled by commas in numbers or in sentences', () => {
    expect(read('school;score\n1;6,4\n2;7,1\n').separator).toBe(';')
    expect(read('school,remark\n1,"a; b; c"\n2,"d; e; f"\n').separator).toBe(',')
    expect(read('one\n1\n2\n')).toMatchObject({ separator: ',', header: ['one'], rowCount: 2 })
  })

  it('ends lines with a carriage return where nothing else does', () => {
    const table = read('a,b\r1,2\r3,4')
    expect(textsOf(table, 'b')).toEqual(['2', '4'])
    expect(table.lineOf(1)).toBe(3)
  })
})

describe('numbers', () => {
  it('say which are missing, and where the first unreadable one is', () => {
    const table = read('a,b\n1,2\n\n2,NA\n3,\n4,1.2.3\n5,x\n')
    expect(table.numbers('b')).toMatchObject({
      missing: 2,
      unreadable: 2,
      firstError: { row: 3, line: 6, column: 2, text: '1.2.3' },
    })
    expect(table.numbers('c')).toBeUndefined()
    expect(table.numbers('b', { missing: ['', 'NA', 'x', '1.2.3'] })).not.toHaveProperty('firstError')
  })

  it('keep to the decimal sign that they were said to have', () => {
    const values = (text: string, decimal: '.' | ',' | 'either') =>
      read(`n;m\n${text};`).numbers('n', { decimal })?.values[0]
    expect(values(' 6,4 ', ',')).toBe(6.4)
    expect(values('" 183"', '.')).toBe(183)
    expect(values('6,4', '.')).toBeNaN()
    expect(values('6.4', ',')).toBeNaN()
    expect(values('6.4', 'either')).toBe(6.4)
    expect(values(',5', 'either')).toBe(0.5)
    expect(values('1.234,5', 'either')).toBeNaN()
    expect(values('38.700000000000003', '.')).toBe(38.7)
    for (const text of ['-', '+', '.', '1e', '0x10', 'Infinity', '1 2', '<5']) expect(values(text, '.')).toBeNaN()
    expect(values('-1.5e3', '.')).toBe(-1500)
  })
})

describe('a file that is none', () => {
  it.each([
    ['empty', '', { reason: 'empty' }],
    ['only blank lines', '\n\r\n\n', { reason: 'empty' }],
    ['a row that is too short', 'a,b\n1,2\n\n3\n', { reason: 'row-width', line: 4, expected: 2, found: 1 }],
    ['a row that is too long', 'a,b\n"1\n",2\n3,4,5\n', { reason: 'row-width', line: 4, expected: 2, found: 3 }],
    ['a quote that never closes', 'a,b\n1,"2\n3,4\n', { reason: 'unclosed-quote', line: 2, column: 2 }],
  ])('is refused: %s', (_what, text, refusal) => {
    expect(readDelimited(utf8(text))).toEqual({ ok: false, ...refusal })
  })
})

describe('a visit', () => {
  it('sees the bytes of every cell, row by row', () => {
    const seen: string[] = []
    read('a;b\n1;"x;y"\n\n;é\n').visit((row, column, bytes, from, to) => {
      seen.push(`${row} ${column} ${new TextDecoder().decode(bytes.subarray(from, to))}`)
    })
    expect(seen).toEqual(['0 0 1', '0 1 "x;y"', '1 0 ', '1 1 é'])
  })
})
