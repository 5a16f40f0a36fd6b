import { createHash } from 'node:crypto'
import { type Selectable, sql } from 'kysely'
import type { Database } from '../../database/database.ts'
import { system, type Trx } from '../../database/scope.ts'
import { amsterdamDay } from '../../text/days.ts'
import { type ImportPlan, planImport } from './import-plan.ts'
import { type FileRefusal, type RegisterFile, readRegisterFile } from './register-file.ts'
import { importedVintages, wholeRegister, writeSchools } from './register-store.ts'
import type { ImportRefusal, RegisterImportTable } from './register-tables.ts'
import { type Vintage, type VintageRefusal, vintageOf } from './vintage.ts'

export interface SchoolsFile {
  /** Name, with its folder where there is one; only the name is kept. */
  readonly path: string
  readonly chunks: AsyncIterable<Uint8Array>
}

export interface ImportOptions {
  /** Day that the file describes (`2025-10-01`), where the user says it. */
  readonly vintage?: string | undefined
  /** The user has seen how many schools this closes, and it is right. */
  readonly acceptClosures?: boolean
  /** Person who does it; null for the command line. */
  readonly by: string | null
  readonly clock: () => Date
  readonly newId: () => string
}

/** One import, as it is kept: counts, and the report where it was asked for. */
export type RegisterImport = Selectable<RegisterImportTable>

/**
 * `unreadable`: nothing was kept, not even the attempt. `refused`: the file was read and its report kept, but the register
 * is as it was. `again`: this very file was imported for this vintage before; nothing changed, the import is that of then.
 */
export type ImportAnswer =
  | { readonly outcome: 'imported' | 'again'; readonly import: RegisterImport }
  | { readonly outcome: 'refused'; readonly refusal: ImportRefusal; readonly import: RegisterImport }
  | { readonly outcome: 'unreadable'; readonly refusal: FileRefusal | VintageRefusal }

/** A file that closes more than both of these is refused until the user says that it is right. */
const closuresInDoubt = { schools: 50, share: 0.25 } as const

/** Any number that no other lock of the house has: imports go one after another. */
const importLock = 20261002

/** A list that was read and dated, ready to go into the register. */
export interface PreparedImport {
  readonly name: string
  readonly file: RegisterFile
  readonly vintage: Extract<Vintage, { ok: true }>
  /** Of the file as it came. */
  readonly sha256: string
}

/** Imports one of DUO's files of school locations, whole or not at all, in one transaction. */
export async function importSchools(db: Database, file: SchoolsFile, options: ImportOptions): Promise<ImportAnswer> {
  const prepared = await prepareImport(file, options)
  return 'outcome' in prepared ? prepared : db.run(system, (trx) => applyImport(trx, prepared, options))
}

/** Reads and dates a list, without the database. */
export async function prepareImport(
  { path, chunks }: SchoolsFile,
  { vintage: given, clock }: Pick<ImportOptions, 'vintage' | 'clock'>,
): Promise<PreparedImport | Extract<ImportAnswer, { outcome: 'unreadable' }>> {
  const reading = await readRegisterFile(chunks)
  if (!reading.ok) return { outcome: 'unreadable', refusal: reading.refusal }
  const { file } = reading
  const municipalityCodes = file.rows.map((row) => row.facts.municipalityCode)
  const vintage = vintageOf({ given, path, municipalityCodes, today: amsterdamDay(clock()) })
  if (!vintage.ok) return { outcome: 'unreadable', refusal: vintage.refusal }
  const sha256 = createHash('sha256').update(file.bytes).digest('hex')
  return { name: nameOf(path), file, vintage, sha256 }
}

/** Puts a list into the register, or keeps it out with its report, in a transaction of the system. */
export async function applyImport(
  trx: Trx,
  prepared: PreparedImport,
  options: ImportOptions,
): Promise<Exclude<ImportAnswer, { outcome: 'unreadable' }>> {
  const { file, vintage, sha256 } = prepared
  await sql`select pg_advisory_xact_lock(${importLock})`.execute(trx)
  const plan = planImport({
    file,
    vintage: vintage.vintage,
    register: await wholeRegister(trx),
    vintages: await importedVintages(trx, file.sector),
  })
  const before = await earlierImport(trx, sha256, vintage.vintage)
  if (before !== undefined && plan.writes.length === 0) return { outcome: 'again', import: before }
  const refusal = refusalOf(plan, options.acceptClosures ?? false)
  if (refusal === null) await writeSchools(trx, plan.writes)
  const row = await keepImport(trx, prepared, plan, refusal, options)
  return refusal === null ? { outcome: 'imported', import: row } : { outcome: 'refused', refusal, import: row }
}

function refusalOf(plan: ImportPlan, acceptClosures: boolean): ImportRefusal | null {
  const { counts, closing, openBefore } = plan
  if (counts.refused > 0) return { reason: 'rows-refused', refused: counts.refused }
  const tooMany = closing.length > closuresInDoubt.schools && closing.length > openBefore * closuresInDoubt.share
  if (tooMany && !acceptClosures) {
    return { reason: 'closes-too-many', closing: closing.length, open: openBefore }
  }
  return null
}

function earlierImport(trx: Trx, sha256: string, vintage: string): Promise<RegisterImport | undefined> {
  return trx
    .selectFrom('register_imports')
    .selectAll()
    .where('sha256', '=', sha256)
    .where('vintage', '=', vintage)
    .where('status', '=', 'imported')
    .orderBy('imported_at', 'desc')
    .limit(1)
    .executeTakeFirst()
}

function keepImport(
  trx: Trx,
  { name, file, vintage, sha256 }: PreparedImport,
  plan: ImportPlan,
  refusal: ImportRefusal | null,
  { by, clock, newId }: ImportOptions,
): Promise<RegisterImport> {
  return trx
    .insertInto('register_imports')
    .values({
      id: newId(),
      status: refusal === null ? 'imported' : 'refused',
      refusal: refusal === null ? null : JSON.stringify(refusal),
      file_name: name,
      sha256,
      sector: file.sector,
      encoding: file.encoding,
      vintage: vintage.vintage,
      vintage_source: vintage.source,
      ...plan.counts,
      report: JSON.stringify({ outcomes: plan.outcomes, closed: plan.closed }),
      imported_at: clock(),
      imported_by: by,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

function nameOf(path: string): string {
  return path.split(/[\\/]/).at(-1)?.slice(0, 200) || '-'
}
