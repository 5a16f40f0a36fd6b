import type { ResultsTable } from '@kantelpunt/school-results'
import { type Selectable, sql } from 'kysely'
import type { Trx } from '../../../platform/database/scope.ts'
import { readStoredTable, type StoredRow, type StoredTable } from './stored-table.ts'
import type { ResultFileTable } from './tables.ts'

export type ResultFile = Selectable<ResultFileTable>

/** Any number that no other lock of the house has: files are loaded one after another. */
const loadLock = 20261122

/** Rows that go in with one statement: what PGlite takes at once without holding up others for long. */
const rowsAtOnce = 2000

/** Waits until nobody else loads, for the rest of the transaction. */
export async function lockLoading(trx: Trx): Promise<void> {
  await sql`select pg_advisory_xact_lock(${loadLock})`.execute(trx)
}

/** The file with these very bytes that is here already. */
export function loadedFile(trx: Trx, sha256: string): Promise<ResultFile | undefined> {
  return trx
    .selectFrom('result_files')
    .selectAll()
    .where('sha256', '=', sha256)
    .where('status', '=', 'loaded')
    .executeTakeFirst()
}

export async function keepFile(trx: Trx, file: ResultFile): Promise<void> {
  await trx
    .insertInto('result_files')
    .values({ ...file, refusal: file.refusal === null ? null : JSON.stringify(file.refusal) })
    .execute()
}

/** Keeps a table of a file with all its rows. */
export async function keepTable(
  trx: Trx,
  at: { readonly id: string; readonly fileId: string; readonly place: number },
  table: StoredTable,
  rows: readonly StoredRow[],
  progress: (kept: number) => void,
): Promise<void> {
  await trx
    .insertInto('result_tables')
    .values({
      ...table,
      id: at.id,
      file_id: at.fileId,
      place: at.place,
      measures: JSON.stringify(table.measures),
      facts: JSON.stringify(table.facts),
      parts: JSON.stringify(table.parts),
      ignored: JSON.stringify(table.ignored),
    })
    .execute()
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    await keepRows(trx, at.id, rows.slice(from, from + rowsAtOnce))
    progress(Math.min(from + rowsAtOnce, rows.length))
  }
}

/** One JSON for all of them, which is parsed many times faster than a parameter for every cell. */
async function keepRows(trx: Trx, tableId: string, rows: readonly StoredRow[]): Promise<void> {
  // JSON has no infinity; PostgreSQL reads it from a text.
  const json = JSON.stringify(rows, (_, value) => (value === Number.POSITIVE_INFINITY ? 'Infinity' : value))
  await sql`
    insert into result_rows (table_id, place, line, brin, location, school_year, parts, facts, low, high)
    select ${tableId}::uuid, place, line, brin, location, school_year, parts, facts, low, high
    from jsonb_to_recordset(${json}::jsonb) as given (
      place integer, line integer, brin text, location text, school_year text,
      parts text[], facts text[], low double precision[], high double precision[]
    )
  `.execute(trx)
}

/** A table as the reader made it, from what is kept; undefined where it is gone. */
export async function tableById(trx: Trx, id: string): Promise<ResultsTable | undefined> {
  const table = await trx.selectFrom('result_tables').selectAll().where('id', '=', id).executeTakeFirst()
  if (table === undefined) return undefined
  const rows = await trx.selectFrom('result_rows').selectAll().where('table_id', '=', id).orderBy('place').execute()
  return readStoredTable(table, rows)
}
