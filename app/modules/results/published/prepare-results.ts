import { createHash } from 'node:crypto'
import {
  type ColumnMap,
  codeText,
  mappedLayout,
  mostRefusedRows,
  type RefusedRows,
  type ResultsTable,
  readResults,
  refusedInTables,
  refusedRows,
} from '@kantelpunt/school-results'
import { amsterdamDay } from '../../../platform/text/days.ts'
import { publicationDay } from './publication-day.ts'
import type { ResultFile } from './published-store.ts'
import { type StoredRow, type StoredTable, storedTable } from './stored-table.ts'
import type { FileRefusal } from './tables.ts'

/** A file is a few MB; the largest spreadsheet that is published has 14 MB of XML in 1.3. */
export const mostBytes = 32 * 1024 * 1024

/** The longest table that is published, marks by subject, has some 60,000 rows. */
export const mostRows = 500_000

export interface PublishedFile {
  /** Name, with its folder where there is one; only the name is kept. */
  readonly path: string
  readonly bytes: Uint8Array
}

/** A table that was read, with the schools in it. */
export interface PreparedTable {
  readonly table: StoredTable
  /** Of every school in it once, `98AA00` or the Inspectorate's `98AA|C1`. */
  readonly codes: readonly string[]
  readonly rows: readonly StoredRow[]
}

/** A file that was read and dated, or refused, ready to be kept. */
export interface PreparedResults {
  readonly file: Omit<ResultFile, 'id' | 'rows_kept' | 'rows_of'>
  readonly tables: readonly PreparedTable[]
  readonly refused: RefusedRows
}

/** What a file is read with. */
export interface PrepareOptions {
  /** Day of publication (`2025-10-01`), where the user says it. */
  readonly publishedOn?: string | undefined
  /** Where the file came from, in the user's words or as an address. */
  readonly source?: string | undefined
  /** Person who does it; null for the command line. */
  readonly by: string | null
  readonly now: Date
  /** The columns of files that an operator wrote down, beside those that are known. */
  readonly columnMaps: readonly ColumnMap[]
}

const noRows: RefusedRows = { rows: [], total: 0 }

/** Reads and dates a file, without the database. */
export function prepareResults(
  { path, bytes }: PublishedFile,
  { publishedOn, source = '', by, now, columnMaps }: PrepareOptions,
): PreparedResults {
  const today = amsterdamDay(now)
  const name = nameOf(path)
  const base = {
    sha256: createHash('sha256').update(bytes).digest('hex'),
    file_name: name,
    bytes: bytes.length,
    source,
    loaded_at: now,
    loaded_by: by,
  }
  const refused = (refusal: FileRefusal, rows = noRows): PreparedResults => ({
    file: { ...base, status: 'refused', refusal, published_on: today, published_on_source: 'loaded' },
    tables: [],
    refused: rows,
  })
  if (bytes.length > mostBytes) return refused({ ok: false, reason: 'too-large', limitBytes: mostBytes })
  const layouts = columnMaps.map(mappedLayout)
  const read = readResults(bytes, layouts)
  if (!read.ok) return refused(read, refusedRows(bytes, mostRefusedRows, layouts))
  if (read.tables.every(({ kind }) => kind === 'school-locations'))
    return refused({ ok: false, reason: 'schools-list' })
  const rows = read.tables.reduce((sum, { rowCount }) => sum + rowCount, 0)
  if (rows > mostRows) return refused({ ok: false, reason: 'too-many-rows', rows, limit: mostRows })
  const unfit = refusedInTables(read.tables)
  if (unfit.rows[0] !== undefined) return refused(unfit.rows[0], unfit)
  const day = publicationDay({ given: publishedOn, name, lastSchoolYear: lastYearOf(read.tables), today })
  if (!day.ok) return refused(day)
  return {
    file: { ...base, status: 'loaded', refusal: null, published_on: day.day, published_on_source: day.source },
    tables: read.tables.map(preparedTable),
    refused: noRows,
  }
}

function preparedTable(read: ResultsTable): PreparedTable {
  return { ...storedTable(read), codes: [...new Set(read.schools.map(codeText))] }
}

function lastYearOf(tables: readonly ResultsTable[]): string | undefined {
  let last: string | undefined
  const see = (period: string | undefined) => {
    if (period !== undefined && (last === undefined || period > last)) last = period
  }
  for (const table of tables) {
    for (const { measure } of table.measures) see(measure.period)
    for (let row = 0; row < table.rowCount; row++) see(table.periodOf(row))
  }
  return last
}

function nameOf(path: string): string {
  return (path.split(/[\\/]/).at(-1) ?? '').slice(-255) || 'file'
}
