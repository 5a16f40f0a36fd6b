import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readResults } from './read-results.ts'
import { refusedInTables, refusedRows } from './refused-rows.ts'
import { tablesOf, utf8 } from './sample-files.ts'

const header =
  'INSTELLINGSCODE;VESTIGINGSCODE;REKENEN_LAGER1F;REKENEN_1F;REKENEN_1S;REKENEN_2F;LV_LAGER1F;LV_1F;LV_2F;TV_LAGER1F;TV_1F;TV_2F;school_year'
const row = (code: string, cells = '0;8;9;0;<5;7;*;0;9;8', year = '2024-2025') =>
  `${code.slice(0, 4)};${code.slice(4)};${cells};${year}`
const fileOf = (rows: readonly string[]) => utf8([header, ...rows].join('\r\n'))

describe('the report of refused rows', () => {
  it('names everything that is wrong with a file, in the order of its lines', () => {
    const rows = [
      row('98AA00'),
      row('98AB00', '0;veel;9;0;<5;7;*;0;9;-8'),
      'only;three;cells',
      row('9XAB00'),
      '',
      row('98AA00', '1;8;9;0;<5;7;*;0;9;8'),
      row('98AC00', '0;8;9;0;<5;7;*;0;9;8;77'),
      row('98AA00', undefined, '2023-2024'),
    ]
    const found = refusedRows(fileOf(rows))
    expect(found.rows.map(({ reason, line }) => `${line} ${reason}`)).toEqual([
      '3 unreadable-number',
      '3 unreadable-number',
      '4 row-width',
      '5 unreadable-school',
      '7 school-twice',
      '8 row-width',
    ])
    expect(found.total).toBe(6)
    expect(found.rows[1]).toMatchObject({ column: 12, header: 'TV_2F', text: '-8' })
    expect(found.rows[4]).toMatchObject({ school: '98AA00', earlier: 2 })
    expect(readResults(fileOf(rows))).toMatchObject({ ok: false, reason: 'row-width', line: 4 })
  })

  it('is empty where a file is read, or refused as a whole', () => {
    const nothing = { rows: [], total: 0 }
    expect(refusedRows(fileOf([row('98AA00')]))).toEqual(nothing)
    expect(refusedRows(utf8('leerling;klas\nA;3;4\n'))).toEqual(nothing)
    expect(refusedRows(utf8(''))).toEqual(nothing)
    expect(refusedRows(Uint8Array.from([0x50, 0x4b, 3, 4, 1, 2]))).toEqual(nothing)
  })

  it('names a quote that never closes', () => {
    expect(refusedRows(fileOf([row('98AA00'), '"98AB;0;3']))).toMatchObject({
      rows: [{ reason: 'unclosed-quote', line: 3, column: 1 }],
      total: 1,
    })
  })

  it('finds schools twice in tables that were read, and knows school years apart', () => {
    const tables = tablesOf(fileOf([row('98AA00'), row('98AA00', undefined, '2023-2024'), row('98AA00')]))
    expect(refusedInTables(tables)).toMatchObject({ rows: [{ line: 4, school: '98AA00', earlier: 2 }], total: 1 })
    expect(refusedInTables(tables.slice(1))).toEqual({ rows: [], total: 0 })
  })

  it('counts every one, and names the first so many, whatever is damaged', () => {
    const damage = fc.constantFrom('none', 'number', 'two-numbers', 'width', 'school')
    fc.assert(
      fc.property(fc.array(damage, { maxLength: 40 }), fc.integer({ min: 1, max: 12 }), (damages, limit) => {
        const rows = damages.map((which, place) => {
          const code = `98${String.fromCharCode(65 + (place % 26), 65 + Math.floor(place / 26))}00`
          if (which === 'number') return row(code, '0;8;9;0;x;7;*;0;9;8')
          if (which === 'two-numbers') return row(code, '0;8;9;0;x;7;*;0;9;101x')
          if (which === 'width') return `${row(code)};more`
          return row(which === 'school' ? 'no!!00' : code)
        })
        const expected = damages.flatMap((which, place) =>
          which === 'none' ? [] : which === 'two-numbers' ? [place + 2, place + 2] : [place + 2],
        )
        const { rows: found, total } = refusedRows(fileOf(rows), limit)
        expect(total).toBe(expected.length)
        expect(found.map(({ line }) => line)).toEqual(expected.slice(0, limit))
      }),
    )
  })
})
