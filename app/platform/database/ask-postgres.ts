import type { CompiledQuery } from 'kysely'
import pg from 'pg'
import type { Scope } from './scope.ts'
import { settingsOf } from './scoped-postgres.ts'

/**
 * One statement under a scope in one round trip: the settings of the scope, the statement and one Sync leave in one
 * system call, and all answers come back in one. Up to the Sync PostgreSQL runs what it gets as one transaction, and
 * skips the rest where a part fails (PostgreSQL documentation, 54.2.3 Extended Query): the statement never runs without
 * its scope, and the scope never outlives it. Throws what the statement throws.
 */
export async function askScoped<T>(pool: pg.Pool, scope: Scope, query: CompiledQuery<T>): Promise<readonly T[]> {
  const client = await pool.connect()
  let broken = true
  try {
    const rows = await new Promise<readonly T[]>((resolve, reject) => {
      const asked = new ScopedQuery<T>(settingsOf(scope), query, (error, result) =>
        error ? reject(error) : resolve(result?.rows ?? []),
      )
      // A query of pg to all that the client asks of one; its types leave out what it overrides.
      client.query(asked as unknown as pg.Submittable)
    })
    broken = false
    return rows
  } catch (error) {
    // An error of the statement was answered by the server, which is ready for the next one.
    broken = !(error instanceof pg.DatabaseError)
    throw error
  } finally {
    client.release(broken)
  }
}

/** What pg's Query does that its types don't tell, as of pg 8: messages out by `prepare`, answers in by `handle…`. */
interface ProtocolQuery {
  prepare(connection: Protocol): void
  handleDataRow(message: unknown): void
  handleCommandComplete(message: unknown, connection: Protocol): void
}

interface Protocol {
  parse(message: { readonly text: string }): void
  bind(message: { readonly values: readonly unknown[] }): void
  execute(message: object): void
}

interface QueryConfig {
  readonly text: string
  readonly values: readonly unknown[]
  readonly queryMode: 'extended'
}

type Answer<T> = (error: Error | null, result?: { readonly rows: readonly T[] }) => void

const Query = pg.Query as unknown as new (
  config: QueryConfig,
  values: undefined,
  callback: Answer<never>,
) => ProtocolQuery

class ScopedQuery<T> extends Query {
  readonly #settings: string
  #executed = 0

  constructor(settings: string, { sql, parameters }: CompiledQuery<T>, answer: Answer<T>) {
    super({ text: sql, values: parameters, queryMode: 'extended' }, undefined, answer)
    this.#settings = settings
  }

  override prepare(connection: Protocol): void {
    connection.parse({ text: this.#settings })
    connection.bind({ values: [] })
    connection.execute({})
    super.prepare(connection)
  }

  /** The settings answer with a row too, which nobody asked to describe. */
  override handleDataRow(message: unknown): void {
    if (this.#executed === 1) super.handleDataRow(message)
  }

  override handleCommandComplete(message: unknown, connection: Protocol): void {
    if (this.#executed === 1) super.handleCommandComplete(message, connection)
    this.#executed += 1
  }
}
