import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { askScoped } from './ask-postgres.ts'
import type { Database } from './database.ts'
import { listen } from './listen.ts'
import type { Schema } from './schema.ts'
import { runScoped } from './scoped-postgres.ts'

pg.types.setTypeParser(pg.types.builtins.INT8, Number)
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)

/** A PostgreSQL server (15 or newer), shared by any number of processes. Connects when first used. */
export function openPostgres(url: string, poolSize: number): Database {
  const pool = new pg.Pool({ connectionString: url, max: poolSize, pipeline: true })
  // A connection that breaks while idle is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {})
  // One that breaks while in use fails its query; as an event of its own it would end the process too.
  pool.on('connect', (client) => client.on('error', () => {}))
  const stops = new Set<() => Promise<void>>()
  const kysely = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })
  return {
    engine: 'postgres',
    kysely,
    run: (scope, work) => runScoped(pool, scope, work),
    ask: (scope, statement) => askScoped(pool, scope, statement(kysely).compile()),
    query: (text, values) => pool.query(text, values === undefined ? undefined : [...values]),
    listen: async (channel, heard, reconnected = () => {}) => {
      const stopListening = await listen(url, channel, heard, reconnected)
      const stop = async () => {
        stops.delete(stop)
        await stopListening()
      }
      stops.add(stop)
      return stop
    },
    close: async () => {
      await Promise.all([...stops].map((stop) => stop()))
      await pool.end()
    },
  }
}
