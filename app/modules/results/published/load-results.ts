import { createHash } from 'node:crypto'
import { type ResultsTable, readResults } from '@kantelpunt/school-results'
import type { Database } from '../../../platform/database/database.ts'
import { system, type Trx } from '../../../platform/database/scope.ts'
import { amsterdamDay } from '../../../platform/text/days.ts'
import { publicationDay } from './publication-day.ts'
import { keepFile, keepTable, loadedFile, lockLoading, type ResultFile } from './published-store.ts'
import { storedTable } from './stored-table.ts'
import type { FileRefusal } from './tables.ts'

/** A file is a few MB; the largest spreadsheet that is published has 14 MB of XML in 1.3. */
export const mostBytes = 32 * 1024 * 1024

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
  | { readonly outcome: 'refused'; readonly refusal: FileRefusal; readonly file: ResultFile }

/** Loads one published file, whole or not at all, in one transaction. A file that is refused is kept as an attempt. */
export async function loadResults(db: Database, file: PublishedFile, options: LoadOptions): Promise<LoadAnswer> {
  const prepared = prepareResults(file, options)
  return db.run(system, (trx) => keepResults(trx, prepared, options))
}

/** A file that was read and dated, or refused, ready to be kept. */
export interface PreparedResults {
  readonly file: Omit<ResultFile, 'id'>
  readonly tables: readonly ResultsTable[]
}

/** Reads and dates a file, without the database. */
export function prepareResults(
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
  const refused = (refusal: FileRefusal): PreparedResults => ({
    file: { ...base, status: 'refused', refusal, published_on: today, published_on_source: 'loaded' },
    tables: [],
  })
  if (bytes.length > mostBytes) return refused({ ok: false, reason: 'too-large', limitBytes: mostBytes })
  const read = readResults(bytes)
  if (!read.ok) return refused(read)
  if (read.tables.every(({ kind }) => kind === 'school-locations'))
    return refused({ ok: false, reason: 'schools-list' })
  const day = publicationDay({ given: publishedOn, name, lastSchoolYear: lastYearOf(read.tables), today })
  if (!day.ok) return refused(day)
  return {
    file: { ...base, status: 'loaded', refusal: null, published_on: day.day, published_on_source: day.source },
    tables: read.tables,
  }
}

/** Keeps a file in a transaction of the system. Its tables go in with it. */
export async function keepResults(
  trx: Trx,
  prepared: PreparedResults,
  { newId, progress }: Pick<LoadOptions, 'newId' | 'progress'>,
): Promise<LoadAnswer> {
  await lockLoading(trx)
  const file: ResultFile = { ...prepared.file, id: newId() }
  if (file.refusal !== null) {
    // What belongs elsewhere is no attempt: it is handed on.
    if (file.refusal.reason !== 'schools-list') await keepFile(trx, file)
    return { outcome: 'refused', refusal: file.refusal, file }
  }
  const before = await loadedFile(trx, file.sha256)
  if (before !== undefined) return { outcome: 'again', file: before }
  await keepFile(trx, file)
  const of = prepared.tables.reduce((rows, { rowCount }) => rows + rowCount, 0)
  let done = 0
  for (const [place, each] of prepared.tables.entries()) {
    const { table, rows } = storedTable(each)
    await keepTable(trx, { id: newId(), fileId: file.id, place }, table, rows, (kept) => progress?.(done + kept, of))
    done += each.rowCount
  }
  return { outcome: 'loaded', file, tables: prepared.tables }
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
