import type { Socket } from 'node:net'
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely'
import pg from 'pg'
import type { Schema } from './schema.ts'
import { type Scope, scopeSettings, type Trx } from './scope.ts'

/**
 * One transaction under a scope, in as few round trips as can be: `begin` and the settings of row-level security go out
 * together as one message, and the first query follows without waiting for their answer (the connection pipelines).
 * Safe, because a statement that fails aborts the transaction: nothing behind it in the pipeline runs without its scope.
 */
export function runScoped<T>(pool: pg.Pool, scope: Scope, work: (trx: Trx) => Promise<T>): Promise<T> {
  const db = new Kysely<Schema>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new ScopedDriver(pool, scope),
      createIntrospector: (kysely) => new PostgresIntrospector(kysely),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  })
  return db.transaction().execute(work)
}

/** The statement that makes a scope hold until the end of the transaction it runs in. */
export function settingsOf(scope: Scope): string {
  const settings = Object.entries(scopeSettings(scope)).map(
    ([name, value]) => `set_config('${name}', ${pg.escapeLiteral(value)}, true)`,
  )
  return `select ${settings.join(', ')}`
}

class ScopedConnection implements DatabaseConnection {
  readonly client: pg.PoolClient
  begun: Promise<unknown> = Promise.resolve()
  broken = false

  constructor(client: pg.PoolClient) {
    this.client = client
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const { rows, rowCount } = await this.client.query(sql, [...parameters])
    return rowCount === null ? { rows } : { rows, numAffectedRows: BigInt(rowCount) }
  }

  // biome-ignore lint/correctness/useYield: streaming is not offered here; asking for it is a mistake.
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('Rows of a scoped transaction are read whole.')
  }
}

class ScopedDriver implements Driver {
  readonly #pool: pg.Pool
  readonly #begin: string

  constructor(pool: pg.Pool, scope: Scope) {
    this.#pool = pool
    // One message, of which nothing takes effect where a part of it fails.
    this.#begin = `begin; ${settingsOf(scope)}`
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<ScopedConnection> {
    return new ScopedConnection(await this.#pool.connect())
  }

  async beginTransaction(connection: ScopedConnection): Promise<void> {
    gatherWrites(connection.client)
    connection.begun = connection.client.query(this.#begin)
    // Heard at commit or rollback; until then a failure here is not a fault of nobody.
    connection.begun.catch(() => {})
  }

  async commitTransaction(connection: ScopedConnection): Promise<void> {
    const [, result] = await Promise.all([connection.begun, connection.client.query('commit')])
    // PostgreSQL answers ROLLBACK to the COMMIT of a transaction in which a statement failed.
    if (result.command === 'ROLLBACK') throw new Error('The transaction was rolled back: a statement in it had failed.')
  }

  async rollbackTransaction(connection: ScopedConnection): Promise<void> {
    try {
      await connection.client.query('rollback')
    } catch (error) {
      connection.broken = true
      throw error
    }
  }

  async releaseConnection(connection: ScopedConnection): Promise<void> {
    connection.client.release(connection.broken)
  }

  async destroy(): Promise<void> {}
}

/**
 * Holds back what this connection writes until the queries that are ready now have all been said: `begin` and the first
 * query then leave in one system call instead of two.
 */
function gatherWrites(client: pg.PoolClient): void {
  // `connection.stream` is what pg itself corks around each query; its types leave it out.
  const { stream } = (client as unknown as { readonly connection: { readonly stream: Socket } }).connection
  stream.cork()
  setImmediate(() => stream.uncork())
}
