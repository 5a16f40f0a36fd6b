import type { Cell, MeasureOfRows, ResultsTable, TextOfRows } from '@kantelpunt/school-results'
import type { Insertable, Selectable } from 'kysely'
import type { ResultRowTable, ResultTableTable, StoredMeasure, StoredText } from './tables.ts'

export type StoredTable = Omit<Selectable<ResultTableTable>, 'id' | 'file_id' | 'place'>
export type StoredRow = Omit<Insertable<ResultRowTable>, 'table_id'>

const missing: Cell = { kind: 'missing' }

/** What is kept of a table that was read: its columns, and a row for each of its rows. */
export function storedTable(table: ResultsTable): { readonly table: StoredTable; readonly rows: readonly StoredRow[] } {
  const years = new Set<string>(table.measures.flatMap(({ measure }) => measure.period ?? []))
  const rows = table.schools.map(({ brin, location }, place): StoredRow => {
    const period = table.periodOf(place) ?? null
    if (period !== null) years.add(period)
    const ends = table.measures.map(({ at }) => endsOf(at(place)))
    return {
      place,
      line: table.lineOf(place),
      brin,
      location,
      school_year: period,
      parts: table.parts.map(({ at }) => at(place)),
      facts: table.facts.map(({ at }) => at(place)),
      low: ends.map(([low]) => low),
      high: ends.map(([, high]) => high),
    }
  })
  const ordered = [...years].toSorted()
  return {
    table: {
      kind: table.kind,
      title: table.title,
      sheet: table.sheet ?? null,
      encoding: table.encoding,
      separator: table.separator ?? null,
      row_count: table.rowCount,
      first_school_year: ordered[0] ?? null,
      last_school_year: ordered.at(-1) ?? null,
      mask_floor: table.maskFloor,
      measures: table.measures.map((measure) => storedMeasure(table, measure)),
      facts: table.facts.map(storedText),
      parts: table.parts.map(storedText),
      ignored: table.ignored,
      cells_known: table.cells.known,
      cells_masked: table.cells.masked,
      cells_missing: table.cells.missing,
    },
    rows,
  }
}

/** Rows as one text. JSON has no infinity; PostgreSQL reads it from a text. */
export function jsonOfRows(rows: readonly StoredRow[]): string {
  return JSON.stringify(rows, (_, value) => (value === Number.POSITIVE_INFINITY ? 'Infinity' : value))
}

/** The table again as the reader made it, from what is kept. `rows` are in the order of their places. */
export function readStoredTable(table: StoredTable, rows: readonly StoredRow[]): ResultsTable {
  const text =
    (of: 'parts' | 'facts') =>
    (column: StoredText, index: number): TextOfRows => ({ ...column, at: (row) => rows[row]?.[of][index] ?? '' })
  return {
    kind: table.kind,
    title: table.title,
    sheet: table.sheet ?? undefined,
    encoding: table.encoding,
    separator: table.separator ?? undefined,
    rowCount: table.row_count,
    ignored: table.ignored,
    columns: table.measures.length + table.facts.length + table.parts.length,
    maskFloor: table.mask_floor,
    cells: { known: table.cells_known, masked: table.cells_masked, missing: table.cells_missing },
    schools: rows.map(({ brin, location }) => ({ brin, location })),
    periodOf: (row) => rows[row]?.school_year ?? undefined,
    parts: table.parts.map(text('parts')),
    facts: table.facts.map(text('facts')),
    measures: table.measures.map(({ header, column, decimals, ...measure }, index) => ({
      measure,
      header,
      column,
      at: (row) => cellOf(rows[row]?.low[index], rows[row]?.high[index], decimals),
    })),
    lineOf: (row) => rows[row]?.line ?? 0,
  }
}

function storedText({ name, header, column }: TextOfRows): StoredText {
  return { name, header, column }
}

function storedMeasure(table: ResultsTable, { measure, header, column, at }: MeasureOfRows): StoredMeasure {
  let decimals = 0
  for (let row = 0; row < table.rowCount; row++) {
    const cell = at(row)
    // More than six are what a spreadsheet makes of a binary number: they are no precision.
    if (cell.kind === 'known' && cell.decimals <= 6) decimals = Math.max(decimals, cell.decimals)
  }
  return { ...measure, header, column, decimals }
}

function endsOf(cell: Cell): readonly [low: number | null, high: number | null] {
  if (cell.kind === 'known') return [cell.value, cell.value]
  return cell.kind === 'masked' ? [cell.within.low, cell.within.high] : [null, null]
}

function cellOf(low: number | null | undefined, high: number | null | undefined, decimals: number): Cell {
  if (low === undefined || low === null || high === undefined || high === null) return missing
  return low === high ? { kind: 'known', value: low, decimals } : { kind: 'masked', within: { low, high } }
}
