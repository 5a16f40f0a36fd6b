import { readDelimited } from '@kantelpunt/delimited-text'
import { codeText } from '../cells/school-code.ts'
import { publishedOf } from '../judging/inspectorate-school.ts'
import type { Layout } from '../layouts/layout.ts'
import { recognise } from '../layouts/recognise.ts'
import { indicators } from '../norms/norm-set.ts'
import { isZip, readOds } from '../ods/read-ods.ts'
import { refusedIndicators } from '../secondary/indicator-rows.ts'
import { delimitedTable } from '../tables/delimited-table.ts'
import { sheetTable } from '../tables/sheet-table.ts'
import type { Table } from '../tables/table.ts'
import { headerRowOf, readResults } from './read-results.ts'
import { type EachRefused, noSchool, readTable } from './read-table.ts'
import type { RowRefusal } from './refusal.ts'
import type { ResultsTable } from './results-table.ts'

/** Places that a report of refused rows names at most. */
export const mostRefusedRows = 1000

/** Everything in a file that can't be read, in the order of its sheets, lines and columns. */
export interface RefusedRows {
  /** The first of them. */
  readonly rows: readonly RowRefusal[]
  /** How many there are, those that are not named too. */
  readonly total: number
}

/**
 * Every row of a file that is refused, and not just the first that `readResults` stops at: cells that can't be read, rows of
 * another width, schools twice. None where nothing is, or where the file as a whole is refused, as for one that is not known.
 */
export function refusedRows(bytes: Uint8Array, limit = mostRefusedRows, more: readonly Layout[] = []): RefusedRows {
  if (isZip(bytes)) {
    const spreadsheet = readOds(bytes)
    if (!spreadsheet.ok) return none
    const tables = spreadsheet.sheets.flatMap((sheet) => {
      const headerRow = headerRowOf(sheet, more)
      return headerRow === -1 ? [] : [sheetTable(sheet, headerRow)]
    })
    return together(
      tables.map((table) => refusedIn(table, limit, more)),
      limit,
    )
  }
  const text = readDelimited(bytes, { leaveOut: limit })
  if (!text.ok) {
    const first = readResults(bytes, more)
    return !first.ok && first.reason === 'unclosed-quote' ? { rows: [first], total: 1 } : none
  }
  if (!recognise(text.header, more).ok) return none
  const { rows, total } = text.otherWidths
  const widths = rows.map((row): RowRefusal => ({ ok: false, reason: 'row-width', ...row }))
  const cells = refusedIn(delimitedTable(text), limit, more)
  return { rows: [...widths, ...cells.rows].toSorted(byPlace).slice(0, limit), total: total + cells.total }
}

/**
 * Rows of tables that were read and that nothing can be judged by: a school twice for the same school year, and outcomes of
 * the Inspectorate that are not known.
 */
export function refusedInTables(tables: readonly ResultsTable[], limit = mostRefusedRows): RefusedRows {
  return together(
    tables.map((table) => {
      const found = listOf(limit)
      refuseRows(table, found.each)
      return found.refused()
    }),
    limit,
  )
}

const none: RefusedRows = { rows: [], total: 0 }

/** Kinds of which judging takes one row for each school and school year. */
const oneRowEach: ReadonlySet<string> = new Set(['reference-levels', 'inspectorate-results', 'school-weighting'])

function refusedIn(table: Table, limit: number, more: readonly Layout[]): RefusedRows {
  const recognised = recognise(table.header, more)
  if (!recognised.ok) return none
  const found = listOf(limit)
  const read = readTable(table, recognised, found.each)
  if (read.ok) refuseRows(read.table, found.each)
  return found.refused()
}

function refuseRows(table: ResultsTable, each: EachRefused): void {
  const sheet = table.sheet === undefined ? {} : { sheet: table.sheet }
  if (table.kind === 'secondary-indicators') {
    for (const refusal of refusedIndicators(table)) each(refusal)
    return
  }
  const lines = new Map<string, number>()
  for (const [row, code] of table.schools.entries()) {
    if (table.kind === 'inspectorate-results') {
      for (const indicator of indicators) {
        const outcome = publishedOf(table, row, indicator)
        if (typeof outcome === 'object') each(outcome)
      }
    }
    if (code === noSchool || !oneRowEach.has(table.kind)) continue
    const school = codeText(code)
    const key = `${school} ${table.periodOf(row) ?? ''}`
    const line = table.lineOf(row)
    const earlier = lines.get(key)
    if (earlier === undefined) lines.set(key, line)
    else each({ ok: false, reason: 'school-twice', ...sheet, line, school, earlier })
  }
}

/** Keeps the first so many: columns are gone through one after another, and of each the first may be the first of all. */
function listOf(limit: number): { readonly each: EachRefused; readonly refused: () => RefusedRows } {
  let kept: RowRefusal[] = []
  let total = 0
  const cut = () => {
    kept = kept.toSorted(byPlace).slice(0, limit)
  }
  return {
    each: (refusal) => {
      total++
      kept.push(refusal)
      if (kept.length >= 4 * limit) cut()
    },
    refused: () => {
      cut()
      return { rows: kept, total }
    },
  }
}

function together(parts: readonly RefusedRows[], limit: number): RefusedRows {
  return {
    rows: parts.flatMap(({ rows }) => rows).slice(0, limit),
    total: parts.reduce((total, part) => total + part.total, 0),
  }
}

function byPlace(one: RowRefusal, other: RowRefusal): number {
  const columnOf = (refusal: RowRefusal) => ('column' in refusal ? refusal.column : 0)
  return one.line - other.line || columnOf(one) - columnOf(other)
}
