import { type Selectable, sql } from 'kysely'
import type { Trx } from '../../../platform/database/scope.ts'
import type { StoredRow, StoredTable } from './stored-table.ts'
import type { ResultFileTable } from './tables.ts'

export type ResultFile = Selectable<ResultFileTable>

/** Any number that no other lock of the house has: files are loaded one after another. */
const loadLock = 20261122

/** Rows that go in with one statement: what PGlite takes at once without holding up others for long. */
export const rowsAtOnce = 1000

/** Waits until nobody else loads, for the rest of the transaction. */
export async function lockLoading(trx: Trx): Promise<void> {
  await sql`select pg_advisory_xact_lock(${loadLock})`.execute(trx)
}

/** A load that was not heard of for so long ended with its process. */
const deadAfterMs = 120_000

/** From when on a file that is loading may be taken up by somebody else, where nothing is heard of it any more. */
export function freeFrom({ loaded_at }: ResultFile): Date {
  return new Date(loaded_at.getTime() + deadAfterMs)
}

/** What ended with its process: by its silence, or where no other process can be (`alive`: what this one loads) at once. */
async function removeUnfinished(trx: Trx, now: Date, alive: ReadonlySet<string> | undefined): Promise<void> {
  const unfinished = trx.deleteFrom('result_files').where('status', '=', 'loading')
  const ended =
    alive === undefined
      ? unfinished.where('loaded_at', '<', new Date(now.getTime() - deadAfterMs))
      : alive.size === 0
        ? unfinished
        : unfinished.where('id', 'not in', [...alive])
  await ended.execute()
}

/** The file with these very bytes that is here already, or on its way. What a process that ended left behind is removed. */
export async function fileWithBytes(
  trx: Trx,
  sha256: string,
  { now, alive }: { readonly now: Date; readonly alive: ReadonlySet<string> | undefined },
): Promise<ResultFile | undefined> {
  await removeUnfinished(trx, now, alive)
  return trx
    .selectFrom('result_files')
    .selectAll()
    .where('sha256', '=', sha256)
    .where('status', '<>', 'refused')
    .executeTakeFirst()
}

/** Says how far a file is, and that whoever loads it is alive. Refuses where it was given up meanwhile. */
export async function advanceFile(
  trx: Trx,
  id: string,
  to: { readonly status?: 'loaded'; readonly rows_kept: number; readonly loaded_at: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('result_files')
    .set(to)
    .where('id', '=', id)
    .where('status', '=', 'loading')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function removeFile(trx: Trx, id: string): Promise<void> {
  await trx.deleteFrom('result_files').where('id', '=', id).where('status', '=', 'loading').execute()
}

export async function keepFile(trx: Trx, file: ResultFile): Promise<void> {
  await trx
    .insertInto('result_files')
    .values({ ...file, refusal: file.refusal === null ? null : JSON.stringify(file.refusal) })
    .execute()
}

/** Keeps a table of a file, without its rows. */
export async function keepTable(
  trx: Trx,
  at: { readonly id: string; readonly fileId: string; readonly place: number },
  table: StoredTable,
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
}

/** Keeps rows that are given as one JSON (`jsonOfRows`), which is parsed many times faster than a parameter for every cell. */
export async function keepRows(trx: Trx, tableId: string, json: string): Promise<void> {
  await sql`
    insert into result_rows (table_id, place, line, brin, location, school_year, parts, facts, low, high)
    select ${tableId}::uuid, place, line, brin, location, school_year, parts, facts, low, high
    from jsonb_to_recordset(${json}::jsonb) as given (
      place integer, line integer, brin text, location text, school_year text,
      parts text[], facts text[], low double precision[], high double precision[]
    )
  `.execute(trx)
}

/** A table without its rows; undefined where it is gone. */
export function storedTableById(trx: Trx, id: string): Promise<StoredTable | undefined> {
  return trx.selectFrom('result_tables').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Rows of a table in the order of their places, from a place on. */
export function storedRows(trx: Trx, tableId: string, from: number, most: number): Promise<readonly StoredRow[]> {
  return trx
    .selectFrom('result_rows')
    .selectAll()
    .where('table_id', '=', tableId)
    .where('place', '>=', from)
    .where('place', '<', from + most)
    .orderBy('place')
    .execute()
}
