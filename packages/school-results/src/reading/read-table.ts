import { type Cell, type MaskFloor, readCell } from '../cells/read-cell.ts'
import { repairText } from '../cells/repair-text.ts'
import { readSchoolCode, readSupervisionCode, type SchoolCode } from '../cells/school-code.ts'
import { headerName } from '../layouts/header-name.ts'
import type { Measure } from '../layouts/layout.ts'
import type { KnownColumn, Recognised } from '../layouts/recognise.ts'
import type { Table } from '../tables/table.ts'
import { periodsOf } from './periods.ts'
import type { Refusal } from './refusal.ts'
import type { MeasureOfRows, ResultsTable, TextOfRows } from './results-table.ts'

/** Files with fewer masked cells than this may have no zero by chance. */
const masksThatTell = 50

type MeasureColumn = KnownColumn & { readonly meaning: Measure }

/** Reads every cell of the columns that are known. */
export function readTable(
  table: Table,
  { layout, known, ignored }: Recognised,
): { readonly ok: true; readonly table: ResultsTable } | Refusal {
  const sheet = table.sheet === undefined ? {} : { sheet: table.sheet }
  if (table.rowCount === 0) return { ok: false, reason: 'no-rows', ...sheet }
  const outside = valueOutsideColumns(table)
  if (outside !== undefined) return outside
  const twice = columnTwice(known)
  if (twice !== undefined) return twice
  const schools = readSchools(table, known)
  if (!schools.ok) return schools
  const measured = known.filter((column): column is MeasureColumn => column.meaning.is === 'measure')
  const maskFloor = floorOf(table, measured)
  const measures: MeasureOfRows[] = []
  const counts = { known: 0, masked: 0, missing: 0 }
  for (const column of measured) {
    const read = readMeasure(table, column, measured, maskFloor)
    if (!read.ok) return read
    measures.push(read.measure)
    for (let row = 0; row < table.rowCount; row++) {
      const { kind } = read.measure.at(row)
      if (kind !== 'unreadable') counts[kind]++
    }
  }
  return {
    ok: true,
    table: {
      kind: layout.kind,
      title: layout.title,
      sheet: table.sheet,
      encoding: table.encoding,
      separator: table.separator,
      rowCount: table.rowCount,
      ignored,
      columns: known.length,
      maskFloor,
      cells: counts,
      schools: schools.schools,
      periodOf: periodsOf(table, known),
      parts: textsOf(table, known, 'part'),
      facts: textsOf(table, known, 'fact'),
      measures,
      lineOf: table.lineOf,
    },
  }
}

/**
 * Whether `<5` can be 0. A file that prints zeros hides 1 to 4. One without a single zero among many hidden cells hides
 * its zeros with them.
 */
function floorOf(table: Table, measured: readonly MeasureColumn[]): MaskFloor {
  let masks = 0
  for (const { index, meaning } of measured) {
    if (meaning.unit !== 'count') continue
    const { codes, levels } = table.column(index)
    if (levels.some((level) => /^\s*0\s*$/.test(level))) return 1
    const masked = levels.map((level) => level.includes('<'))
    for (const code of codes) if (masked[code] === true) masks++
  }
  return masks >= masksThatTell ? 0 : 1
}

function readMeasure(
  table: Table,
  { index, header, meaning }: MeasureColumn,
  measured: readonly MeasureColumn[],
  floor: MaskFloor,
): { readonly ok: true; readonly measure: MeasureOfRows } | Refusal {
  const { codes, levels } = table.column(index)
  const cells = levels.map((level) => readCell(level, meaning.unit, floor))
  const wrong = cells.findIndex(({ kind }) => kind === 'unreadable')
  if (wrong !== -1) {
    return refusedCell(table, 'unreadable-number', codes.indexOf(wrong), { index, header }, levels[wrong] ?? '')
  }
  const whole = measured.find((column) => meaning.of !== undefined && headerName(column.header) === meaning.of)
  const zeroOf = whole === undefined ? undefined : zeroRows(table, whole)
  const nothing: Cell = { kind: 'missing' }
  const at = (row: number): Cell => {
    const cell = cells[codes[row] ?? -1] ?? nothing
    if (cell.kind !== 'known' || cell.value !== 0) return cell
    // `,0%` of 0 candidates and a mean of 0 pupils are no results; marks begin at 1.
    return meaning.unit === 'mark' || zeroOf?.(row) === true ? nothing : cell
  }
  return { ok: true, measure: { measure: meaning, header, column: index + 1, at } }
}

function zeroRows(table: Table, { index }: MeasureColumn): (row: number) => boolean {
  const { codes, levels } = table.column(index)
  const zero = levels.map((level) => /^\s*0\s*$/.test(level))
  return (row) => zero[codes[row] ?? -1] === true
}

function readSchools(
  table: Table,
  known: readonly KnownColumn[],
): { readonly ok: true; readonly schools: readonly SchoolCode[] } | Refusal {
  const find = (is: KnownColumn['meaning']['is']) => known.find(({ meaning }) => meaning.is === is)
  const supervision = find('supervision-code')
  const brin = supervision ?? find('brin')
  const location = find('location')
  if (brin === undefined) throw new Error('a layout without a school')
  const brins = table.column(brin.index)
  const locations = location === undefined ? undefined : table.column(location.index)
  const codes = new Map<string, SchoolCode>()
  const schools: SchoolCode[] = []
  for (let row = 0; row < table.rowCount; row++) {
    const brinText = brins.levels[brins.codes[row] ?? -1] ?? ''
    const locationText = locations?.levels[locations.codes[row] ?? -1]
    const key = `${brinText};${locationText ?? ''}`
    const code =
      codes.get(key) ??
      (supervision === undefined ? readSchoolCode(brinText, locationText) : readSupervisionCode(brinText))
    if (code === undefined) {
      const brinIsWrong = location === undefined || readSchoolCode(brinText, '0') === undefined
      const at = brinIsWrong ? brin : location
      return refusedCell(table, 'unreadable-school', row, at, brinIsWrong ? brinText : (locationText ?? ''))
    }
    codes.set(key, code)
    schools.push(code)
  }
  return { ok: true, schools }
}

function textsOf(table: Table, known: readonly KnownColumn[], is: 'part' | 'fact'): readonly TextOfRows[] {
  const taken = new Set<string>()
  return known.flatMap(({ index, header, meaning }) => {
    if (meaning.is !== is || taken.has(meaning.name)) return []
    taken.add(meaning.name)
    const { codes, levels } = table.column(index)
    const texts = levels.map((level) =>
      repairText(level)
        .replace(/[\s\u00a0]+/g, ' ')
        .trim(),
    )
    return [{ name: meaning.name, header, column: index + 1, at: (row: number) => texts[codes[row] ?? -1] ?? '' }]
  })
}

/** A cell that is filled in a column without a name: separators within cells have moved the others. */
function valueOutsideColumns(table: Table): Refusal | undefined {
  for (const [index, name] of table.header.entries()) {
    if (name !== '') continue
    const { codes, levels } = table.column(index)
    const filled = levels.findIndex((level) => level.trim() !== '')
    if (filled === -1) continue
    return refusedCell(
      table,
      'value-outside-columns',
      codes.indexOf(filled),
      { index, header: '' },
      levels[filled] ?? '',
    )
  }
  return undefined
}

function columnTwice(known: readonly KnownColumn[]): Refusal | undefined {
  const seen = new Map<string, string>()
  for (const { header, meaning } of known) {
    if (meaning.is === 'day' || meaning.is === 'fact' || meaning.is === 'part') continue
    const key = meaning.is === 'measure' ? `${meaning.name};${meaning.part};${meaning.period ?? ''}` : meaning.is
    const first = seen.get(key)
    if (first !== undefined) return { ok: false, reason: 'column-twice', first, second: header }
    seen.set(key, header)
  }
  return undefined
}

function refusedCell(
  table: Table,
  reason: 'unreadable-number' | 'unreadable-school' | 'value-outside-columns',
  row: number,
  { index, header }: { readonly index: number; readonly header: string },
  text: string,
): Refusal {
  const sheet = table.sheet === undefined ? {} : { sheet: table.sheet }
  return { ok: false, reason, ...sheet, line: table.lineOf(row), column: index + 1, header, text }
}
