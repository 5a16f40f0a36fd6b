import { type Cell, type MaskFloor, readCell } from '../cells/read-cell.ts'
import { repairText } from '../cells/repair-text.ts'
import { readSchoolCode, readSupervisionCode, type SchoolCode } from '../cells/school-code.ts'
import { shortened } from '../cells/shortened.ts'
import { headerName } from '../layouts/header-name.ts'
import type { Measure } from '../layouts/layout.ts'
import type { KnownColumn, Recognised } from '../layouts/recognise.ts'
import type { Table } from '../tables/table.ts'
import { periodsOf } from './periods.ts'
import type { Refusal, RowRefusal } from './refusal.ts'
import type { MeasureOfRows, ResultsTable, TextOfRows } from './results-table.ts'

/** Files with fewer masked cells than this may have no zero by chance. */
const masksThatTell = 50

/** Stands where the code of a school can't be read. */
export const noSchool: SchoolCode = { brin: '', location: '' }

type MeasureColumn = KnownColumn & { readonly meaning: Measure }

/** Is told of a row that can't be read. */
export type EachRefused = (refusal: RowRefusal) => void

/**
 * Reads every cell of the columns that are known. Refuses at the first that can't be read; where `each` is given it is told
 * of every one instead, and what can be read of the table comes back: a school that can't be is one without a code.
 */
export function readTable(
  table: Table,
  { layout, known, ignored }: Recognised,
  each?: EachRefused,
): { readonly ok: true; readonly table: ResultsTable } | Refusal {
  const sheet = table.sheet === undefined ? {} : { sheet: table.sheet }
  if (table.rowCount === 0) return { ok: false, reason: 'no-rows', ...sheet }
  const outside = valueOutsideColumns(table, each)
  if (outside !== undefined) return outside
  const twice = columnTwice(known)
  if (twice !== undefined) return twice
  const schools = readSchools(table, known, each)
  if (!schools.ok) return schools
  const measured = known.filter((column): column is MeasureColumn => column.meaning.is === 'measure')
  const maskFloor = floorOf(table, measured)
  const measures: MeasureOfRows[] = []
  const counts = { known: 0, masked: 0, missing: 0 }
  for (const column of measured) {
    const read = readMeasure(table, column, { measured, floor: maskFloor, each })
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
  {
    measured,
    floor,
    each,
  }: { readonly measured: readonly MeasureColumn[]; readonly floor: MaskFloor; readonly each: EachRefused | undefined },
): { readonly ok: true; readonly measure: MeasureOfRows } | Refusal {
  const { codes, levels } = table.column(index)
  const cells = levels.map((level) => readCell(level, meaning.unit, floor))
  const refused = refusedCells(
    table,
    'unreadable-number',
    { index, header },
    (code) => cells[code]?.kind === 'unreadable',
  )
  const first = tell(refused, each)
  if (first !== undefined) return first
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
  each: EachRefused | undefined,
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
      const text = brinIsWrong ? brinText : (locationText ?? '')
      const refused = refusedCell(table, 'unreadable-school', row, at, text)
      if (each === undefined) return refused
      each(refused)
      schools.push(noSchool)
      continue
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
function valueOutsideColumns(table: Table, each: EachRefused | undefined): Refusal | undefined {
  for (const [index, name] of table.header.entries()) {
    if (name !== '') continue
    const { levels } = table.column(index)
    const filled = (code: number) => levels[code]?.trim() !== ''
    const first = tell(refusedCells(table, 'value-outside-columns', { index, header: '' }, filled), each)
    if (first !== undefined) return first
  }
  return undefined
}

/** The first refusal where nobody asks for them all. */
function tell(refused: Iterable<RowRefusal>, each: EachRefused | undefined): RowRefusal | undefined {
  for (const refusal of refused) {
    if (each === undefined) return refusal
    each(refusal)
  }
  return undefined
}

/** The cells of a column, in the order of its rows, whose text is wrong; nothing is gone through where no text is. */
function* refusedCells(
  table: Table,
  reason: 'unreadable-number' | 'value-outside-columns',
  column: { readonly index: number; readonly header: string },
  isWrong: (code: number) => boolean,
): Generator<RowRefusal> {
  const { codes, levels } = table.column(column.index)
  const wrong = levels.map((_, code) => isWrong(code))
  if (!wrong.includes(true)) return
  for (let row = 0; row < table.rowCount; row++) {
    const code = codes[row] ?? -1
    if (wrong[code] === true) yield refusedCell(table, reason, row, column, levels[code] ?? '')
  }
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
): RowRefusal {
  const sheet = table.sheet === undefined ? {} : { sheet: table.sheet }
  return {
    ok: false,
    reason,
    ...sheet,
    line: table.lineOf(row),
    column: index + 1,
    header: shortened(header),
    text: shortened(text),
  }
}
