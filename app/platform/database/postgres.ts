import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { EngineConnection } from './database.ts'
import type { Schema } from './schema.ts'

pg.types.setTypeParser(pg.types.builtins.INT8, Number)
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)

/** A PostgreSQL server (15 or newer), shared by any number of processes. Connects when first used. */
export function openPostgres(url: string, poolSize: number): EngineConnection {
  const pool = new pg.Pool({ connectionString: url, max: poolSize })
  // A connection that breaks while idle is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {})
  const listeners = new Set<pg.Client>()
  return {
    engine: 'postgres',
    kysely: new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) }),
    query: (text, values) => pool.query(text, values === undefined ? undefined : [...values]),
    listen: async (channel, heard, reconnected) => {
      let stopped = false
      const connect = async (): Promise<void> => {
        const client = new pg.Client({ connectionString: url })
        listeners.add(client)
        client.on('notification', (message) => heard(message.payload ?? ''))
        client.on('error', () => {
          listeners.delete(client)
          client.end().catch(() => {})
          if (!stopped) setTimeout(() => void reconnect(), 500)
        })
        await client.connect()
        await client.query(`listen ${pg.escapeIdentifier(channel)}`)
      }
      const reconnect = async (): Promise<void> => {
        if (stopped) return
        try {
          await connect()
          reconnected?.()
        } catch {
          setTimeout(() => void reconnect(), 1000)
        }
      }
      await connect()
      return async () => {
        stopped = true
        for (const client of listeners) await client.end().catch(() => {})
      }
    },
    close: async () => {
      for (const client of listeners) await client.end().catch(() => {})
      await pool.end()
    },
  }
}
