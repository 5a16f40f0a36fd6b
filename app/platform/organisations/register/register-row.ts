import type { HolidayRegion } from '../organisations.ts'
import { isMangled } from './file-text.ts'
import { placeName } from './place-names.ts'
import { type Column, headerOf, type RegisterColumns } from './register-columns.ts'
import { type CodeRefusal, schoolCode } from './school-code.ts'

/** What DUO's file says of a school. Null: not in the file, or left empty there. */
export interface SchoolFacts {
  readonly name: string
  readonly street: string | null
  readonly houseNumber: string | null
  /** `9306 TC` */
  readonly postcode: string | null
  readonly place: string
  /** Four digits, `0106`. */
  readonly municipalityCode: string
  readonly municipality: string
  readonly province: string | null
  /** Number of the governing body (bevoegd gezag), five digits. */
  readonly governingBody: string | null
  readonly denomination: string | null
  readonly phone: string | null
  readonly website: string | null
  /** The kinds of education of a secondary school: `VBO/MAVO/HAVO/VWO`. */
  readonly structure: string | null
  readonly holidayRegion: HolidayRegion | null
}

export interface RegisterRow {
  /** Line in the file, the header being line 1. */
  readonly line: number
  readonly code: string
  readonly facts: SchoolFacts
}

/** Why a row can't be taken up. `column` is the header in the file, `value` what stands there. */
export type RowRefusal =
  | { readonly reason: 'quote-not-closed' }
  | { readonly reason: 'too-few-cells' | 'too-many-cells'; readonly expected: number; readonly found: number }
  | { readonly reason: 'line-too-long'; readonly limit: number }
  | { readonly reason: 'missing' | 'control-character' | 'formula' | 'mangled-letters'; readonly column: string }
  | { readonly reason: 'too-long'; readonly column: string; readonly limit: number }
  | {
      readonly reason: CodeRefusal | 'invalid-postcode' | 'invalid-number' | 'invalid-holiday-region'
      readonly column: string
      readonly value: string
    }
  | { readonly reason: 'school-twice'; readonly code: string; readonly firstLine: number }
  | { readonly reason: 'other-sector'; readonly code: string }

export type RowReading =
  | { readonly ok: true; readonly row: RegisterRow }
  | { readonly ok: false; readonly line: number; readonly refusal: RowRefusal }

const cellLimit = 200

/** A cell that a spreadsheet would run (`=cmd|…`, `@SUM(`); a phone number, a dash or a school called `@home` is none. */
const formula = /^(?:=|[+@-](?![\d\s()-]*$)\S*[(|!])/

/** Reads the cells of one row. Pure; every cell of a kept column is checked. */
export function readRow(columns: RegisterColumns, cells: readonly string[], line: number): RowReading {
  const refuse = (refusal: RowRefusal): RowReading => ({ ok: false, line, refusal })
  if (cells.length < columns.width) {
    return refuse({ reason: 'too-few-cells', expected: columns.width, found: cells.length })
  }
  if (cells.slice(columns.width).some((cell) => cell.trim() !== '')) {
    return refuse({ reason: 'too-many-cells', expected: columns.width, found: cells.length })
  }
  const values = new Map<Column, string>()
  for (const [column, index] of columns.at) {
    const value = (cells[index] ?? '').replace(/[\u00a0 ]+/g, ' ').trim()
    const fault = faultIn(value)
    if (fault === 'too-long') return refuse({ reason: fault, column: headerOf(column), limit: cellLimit })
    if (fault !== undefined) return refuse({ reason: fault, column: headerOf(column) })
    values.set(column, value)
  }
  const text = (column: Column) => values.get(column) ?? ''
  const wrong = (reason: 'invalid-postcode' | 'invalid-number' | 'invalid-holiday-region', column: Column) =>
    refuse({ reason, column: headerOf(column), value: text(column) })

  for (const column of ['brin', 'location', 'name', 'place', 'municipalityCode', 'municipality'] as const) {
    if (text(column) === '') return refuse({ reason: 'missing', column: headerOf(column) })
  }
  const code = schoolCode(text('brin'), text('location'))
  if (!code.ok) {
    const column = code.reason === 'invalid-brin' ? 'brin' : 'location'
    return refuse({ reason: code.reason, column: headerOf(column), value: text(column) })
  }
  const postcode = /^(\d{4}) ?([A-Z]{2})$/.exec(text('postcode').toUpperCase())
  if (postcode === null && text('postcode') !== '') return wrong('invalid-postcode', 'postcode')
  if (!/^\d{1,4}$/.test(text('municipalityCode'))) return wrong('invalid-number', 'municipalityCode')
  if (!/^\d{0,5}$/.test(text('governingBody'))) return wrong('invalid-number', 'governingBody')
  const region = text('holidayRegion').toLowerCase()
  if (!isRegion(region) && region !== '') return wrong('invalid-holiday-region', 'holidayRegion')
  return {
    ok: true,
    row: {
      line,
      code: code.code,
      facts: {
        name: text('name'),
        street: text('street') || null,
        houseNumber: text('houseNumber') || null,
        postcode: postcode === null ? null : `${postcode[1]} ${postcode[2]}`,
        place: placeName(text('place')),
        municipalityCode: text('municipalityCode').padStart(4, '0'),
        municipality: placeName(text('municipality')),
        province: text('province') || null,
        governingBody: text('governingBody') === '' ? null : text('governingBody').padStart(5, '0'),
        denomination: text('denomination') || null,
        phone: text('phone') || null,
        website: text('website') || null,
        structure: text('structure') || null,
        holidayRegion: isRegion(region) ? region : null,
      },
    },
  }
}

function faultIn(value: string): 'too-long' | 'control-character' | 'mangled-letters' | 'formula' | undefined {
  if (value.length > cellLimit) return 'too-long'
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  if (/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/.test(value)) return 'control-character'
  if (isMangled(value)) return 'mangled-letters'
  return formula.test(value) ? 'formula' : undefined
}

function isRegion(text: string): text is HolidayRegion {
  return text === 'noord' || text === 'midden' || text === 'zuid'
}
