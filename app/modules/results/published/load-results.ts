import { createHash } from 'node:crypto'
import {
  type RefusedRows,
  type ResultsTable,
  readResults,
  refusedInTables,
  refusedRows,
} from '@kantelpunt/school-results'
import type { Database } from '../../../platform/database/database.ts'
import { system, type Trx } from '../../../platform/database/scope.ts'
import { amsterdamDay } from '../../../platform/text/days.ts'
import { publicationDay } from './publication-day.ts'
import {
  advanceFile,
  fileWithBytes,
  keepFile,
  keepRows,
  keepTable,
  lockLoading,
  type ResultFile,
  removeFile,
  rowsAtOnce,
} from './published-store.ts'
import { storedTable } from './stored-table.ts'
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

export interface LoadOptions {
  /** Day of publication (`2025-10-01`), where the user says it. */
  readonly publishedOn?: string | undefined
  /** Where the file came from, in the user's words or as an address. */
  readonly source?: string | undefined
  /** Person who does it; null for the command line. */
  readonly by: string | null
  readonly clock: () => Date
  readonly newId: () => string
  /** Told while it works: rows kept so far, and how many there are. */
  readonly progress?: (done: number, of: number) => void
}

/** `again`: these very bytes are here; nothing changed. `refused`: kept out, with the reason. */
export type LoadAnswer =
  | { readonly outcome: 'loaded'; readonly file: ResultFile; readonly tables: readonly ResultsTable[] }
  | { readonly outcome: 'again'; readonly file: ResultFile }
  /** Somebody else is loading these very bytes. */
  | { readonly outcome: 'busy'; readonly file: ResultFile }
  | {
      readonly outcome: 'refused'
      readonly refusal: FileRefusal
      /** Every row that is refused; none where the file is as a whole. */
      readonly refused: RefusedRows
      readonly file: ResultFile
    }

/** Loads one published file, whole or not at all. A file that is refused is kept as an attempt. */
export async function loadResults(db: Database, file: PublishedFile, options: LoadOptions): Promise<LoadAnswer> {
  return keepResults(db, prepareResults(file, options), options)
}

/** A file that was read and dated, or refused, ready to be kept. */
interface PreparedResults {
  readonly file: Omit<ResultFile, 'id' | 'rows_kept' | 'rows_of'>
  readonly tables: readonly ResultsTable[]
  readonly refused: RefusedRows
}

const noRows: RefusedRows = { rows: [], total: 0 }

/** Reads and dates a file, without the database. */
function prepareResults(
  { path, bytes }: PublishedFile,
  { publishedOn, source = '', by, clock }: Pick<LoadOptions, 'publishedOn' | 'source' | 'by' | 'clock'>,
): PreparedResults {
  const now = clock()
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
  const read = readResults(bytes)
  if (!read.ok) return refused(read, refusedRows(bytes))
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
    tables: read.tables,
    refused: noRows,
  }
}

/**
 * Keeps a file: its rows go in piece by piece, each in a transaction of its own, so that others get their turn (on PGlite
 * there is one connection) and can see how far it is; it counts from the moment that the last one is in. Where it fails
 * nothing stays, and what a process leaves that ends halfway is removed by the next.
 */
async function keepResults(
  db: Database,
  prepared: PreparedResults,
  { clock, newId, progress }: Pick<LoadOptions, 'clock' | 'newId' | 'progress'>,
): Promise<LoadAnswer> {
  const rowsOf = prepared.tables.reduce((rows, { rowCount }) => rows + rowCount, 0)
  const file: ResultFile = { ...prepared.file, id: newId(), rows_kept: 0, rows_of: rowsOf }
  const { refusal } = file
  if (refusal !== null) {
    // What belongs elsewhere is no attempt: it is handed on.
    if (refusal.reason !== 'schools-list') await db.run(system, (trx) => keepFile(trx, file))
    return { outcome: 'refused', refusal, refused: prepared.refused, file }
  }
  const before = await db.run(system, async (trx) => {
    await lockLoading(trx)
    const found = await fileWithBytes(trx, file.sha256, clock())
    if (found === undefined) await keepFile(trx, { ...file, status: 'loading' })
    return found
  })
  if (before !== undefined) return { outcome: before.status === 'loading' ? 'busy' : 'again', file: before }
  try {
    await keepTables(db, file, prepared.tables, { clock, newId, ...(progress === undefined ? {} : { progress }) })
  } catch (error) {
    await db.run(system, (trx) => removeFile(trx, file.id))
    throw error
  }
  return { outcome: 'loaded', file: { ...file, rows_kept: rowsOf }, tables: prepared.tables }
}

async function keepTables(
  db: Database,
  file: ResultFile,
  tables: readonly ResultsTable[],
  { clock, newId, progress }: Pick<LoadOptions, 'clock' | 'newId' | 'progress'>,
): Promise<void> {
  let kept = 0
  const advance = async (trx: Trx, status?: 'loaded') => {
    const to = { ...(status === undefined ? {} : { status }), rows_kept: kept, loaded_at: clock() }
    if (!(await advanceFile(trx, file.id, to))) throw new Error('The file was given up while it was loaded.')
  }
  for (const [place, each] of tables.entries()) {
    const { table, rows } = storedTable(each)
    const id = newId()
    await db.run(system, (trx) => keepTable(trx, { id, fileId: file.id, place }, table))
    for (let from = 0; from < rows.length; from += rowsAtOnce) {
      const piece = rows.slice(from, from + rowsAtOnce)
      kept += piece.length
      await db.run(system, async (trx) => {
        await keepRows(trx, id, piece)
        await advance(trx)
      })
      progress?.(kept, file.rows_of)
    }
  }
  await db.run(system, (trx) => advance(trx, 'loaded'))
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
