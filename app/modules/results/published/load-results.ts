import type { RefusedRows } from '@kantelpunt/school-results'
import type { Database } from '../../../platform/database/database.ts'
import { system, type Trx } from '../../../platform/database/scope.ts'
import { inThisThread, type Thread } from '../../../platform/threads/thread.ts'
import { type ReadResults, type ReadTable, type ResultsWork, resultsWork } from '../aside/results-work.ts'
import { columnMaps } from '../secondary/versions-store.ts'
import type { PrepareOptions, PublishedFile } from './prepare-results.ts'
import {
  advanceFile,
  fileWithBytes,
  freeFrom,
  keepFile,
  keepRows,
  keepTable,
  lockLoading,
  type ResultFile,
  removeFile,
  rowsAtOnce,
} from './published-store.ts'
import type { FileRefusal } from './tables.ts'

export interface LoadOptions extends Omit<PrepareOptions, 'now' | 'columnMaps'> {
  readonly clock: () => Date
  readonly newId: () => string
  /** Told while it works: rows kept so far, and how many there are. */
  readonly progress?: (done: number, of: number) => void
  /** Who reads; without it this thread does. */
  readonly reader?: Thread<ResultsWork>
}

/** `again`: these very bytes are here; nothing changed. `refused`: kept out, with the reason. */
export type LoadAnswer =
  | { readonly outcome: 'loaded'; readonly file: ResultFile; readonly tables: readonly ReadTable[] }
  | { readonly outcome: 'again'; readonly file: ResultFile }
  /** Somebody else is loading these very bytes, or ended halfway: where nothing more is heard they are free from then on. */
  | { readonly outcome: 'busy'; readonly file: ResultFile; readonly free: Date }
  | {
      readonly outcome: 'refused'
      readonly refusal: FileRefusal
      /** Every row that is refused; none where the file is as a whole. */
      readonly refused: RefusedRows
      readonly file: ResultFile
    }

/**
 * Loads one published file, whole or not at all. A file that is refused is kept as an attempt. Throws ThreadEndedError where the
 * reader died; then nothing of it stays.
 */
export async function loadResults(db: Database, file: PublishedFile, options: LoadOptions): Promise<LoadAnswer> {
  const { publishedOn, source, by, clock, reader = inThisThread(resultsWork()) } = options
  const maps = await db.run(system, columnMaps)
  const read = await reader.ask('read', file, { publishedOn, source, by, now: clock(), columnMaps: maps })
  return keepResults(db, read, { ...options, reader })
}

/** What this process is loading, by database. Of an embedded one, which has one process, nothing else is alive. */
const loadingHere = new WeakMap<Database, Set<string>>()

type Keeping = Pick<LoadOptions, 'clock' | 'newId' | 'progress'> & { readonly reader: Thread<ResultsWork> }

/**
 * Keeps a file: its rows go in piece by piece, each in a transaction of its own, so that others get their turn (on PGlite
 * there is one connection) and can see how far it is; it counts from the moment that the last one is in. Where it fails
 * nothing stays, and what a process leaves that ends halfway is removed by the next load: at once where the database is
 * embedded, else after two minutes of silence.
 */
async function keepResults(db: Database, read: ReadResults, keeping: Keeping): Promise<LoadAnswer> {
  const { clock, newId } = keeping
  const rowsOf = read.tables.reduce((rows, { table }) => rows + table.row_count, 0)
  const file: ResultFile = { ...read.file, id: newId(), rows_kept: 0, rows_of: rowsOf }
  const { refusal } = file
  if (refusal !== null) {
    // What belongs elsewhere is no attempt: it is handed on.
    if (refusal.reason !== 'schools-list') await db.run(system, (trx) => keepFile(trx, file))
    return { outcome: 'refused', refusal, refused: read.refused, file }
  }
  const here = loadingHere.get(db) ?? new Set()
  loadingHere.set(db, here.add(file.id))
  try {
    const before = await db.run(system, async (trx) => {
      await lockLoading(trx)
      const alive = db.engine === 'pglite' ? here : undefined
      const found = await fileWithBytes(trx, file.sha256, { now: clock(), alive })
      if (found === undefined) await keepFile(trx, { ...file, status: 'loading' })
      return found
    })
    if (before?.status === 'loading') return { outcome: 'busy', file: before, free: freeFrom(before) }
    if (before !== undefined) return { outcome: 'again', file: before }
    await keepTables(db, file, read.tables, keeping)
  } catch (error) {
    await db.run(system, (trx) => removeFile(trx, file.id))
    throw error
  } finally {
    here.delete(file.id)
  }
  return { outcome: 'loaded', file: { ...file, rows_kept: rowsOf }, tables: read.tables }
}

async function keepTables(
  db: Database,
  file: ResultFile,
  tables: readonly ReadTable[],
  { clock, newId, progress, reader }: Keeping,
): Promise<void> {
  let kept = 0
  const advance = async (trx: Trx, status?: 'loaded') => {
    const to = { ...(status === undefined ? {} : { status }), rows_kept: kept, loaded_at: clock() }
    if (!(await advanceFile(trx, file.id, to))) throw new Error('The file was given up while it was loaded.')
  }
  for (const [place, { table }] of tables.entries()) {
    const id = newId()
    await db.run(system, (trx) => keepTable(trx, { id, fileId: file.id, place }, table))
    for (let from = 0; from < table.row_count; from += rowsAtOnce) {
      const piece = await reader.ask('rows', place, from, rowsAtOnce)
      kept += Math.min(rowsAtOnce, table.row_count - from)
      await db.run(system, async (trx) => {
        await keepRows(trx, id, piece)
        await advance(trx)
      })
      progress?.(kept, file.rows_of)
    }
  }
  await db.run(system, (trx) => advance(trx, 'loaded'))
}
