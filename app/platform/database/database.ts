import type { Compilable, Kysely } from 'kysely'
import { openPglite } from './pglite.ts'
import { openPostgres } from './postgres.ts'
import type { Schema } from './schema.ts'
import type { Scope, Trx } from './scope.ts'

export type Engine = 'pglite' | 'postgres'

/** An open database, the same to its users on both engines. */
export interface Database {
  readonly engine: Engine
  /** Without a scope: for migrations and for work that sets its own role. Handlers use `run`. */
  readonly kysely: Kysely<Schema>
  /** One transaction under row-level security: commits when work resolves, rolls back when it throws. */
  run<T>(scope: Scope, work: (trx: Trx) => Promise<T>): Promise<T>
  /** The rows of one statement under row-level security, in a transaction and a round trip of its own. */
  ask<T>(scope: Scope, statement: Statement<T>): Promise<readonly T[]>
  /** Calls back with the payload of each NOTIFY on the channel, also after a lost connection; resolves to a stop. */
  listen(channel: string, heard: (payload: string) => void, reconnected?: () => void): Promise<() => Promise<void>>
  /** Plain SQL with `$1` parameters, for libraries that bring their own queries. */
  query(text: string, values?: readonly unknown[]): Promise<{ readonly rows: readonly Record<string, unknown>[] }>
  close(): Promise<void>
}

/** One query, made with the builder that is given; it must not change anything. */
export type Statement<T> = (db: StatementBuilder) => Compilable<T>
export type StatementBuilder = Pick<Kysely<Schema>, 'selectFrom' | 'selectNoFrom'>

export interface DatabaseSettings {
  /** `postgres://…`; where it is missing, an embedded PGlite in `folder` is used. */
  readonly url?: string | undefined
  /** Folder of the embedded database; `memory://` keeps it in memory. */
  readonly folder: string
  /** What a new embedded database starts from: a dump of the data folder of another one. */
  readonly image?: Blob
  /** Connections to PostgreSQL at the most. */
  readonly poolSize?: number
}

/** Opens PostgreSQL when a URL is given and PGlite otherwise. Throws `DatabaseInUseError` where the folder is taken. */
export async function openDatabase(settings: DatabaseSettings): Promise<Database> {
  return settings.url
    ? openPostgres(settings.url, settings.poolSize ?? 10)
    : openPglite(settings.folder, settings.image)
}
