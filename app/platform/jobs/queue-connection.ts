import type { ConstructorOptions, Db } from 'pg-boss'
import type { Database } from '../database/database.ts'

/**
 * How pg-boss reaches the database. On a server it has a small pool of its own, so that its looking round never takes a
 * connection from a request; PGlite has one connection, which it shares through our `Database`.
 */
export function queueConnection(db: Database, databaseUrl: string | undefined): ConstructorOptions {
  if (db.engine === 'postgres') {
    if (databaseUrl === undefined) throw new Error('The queue needs the address of the PostgreSQL server.')
    return { connectionString: databaseUrl, max: 2 }
  }
  return { db: sharedConnection(db), backend: 'pglite' }
}

function sharedConnection(db: Database): Db {
  return {
    executeSql: async (text, values) => {
      try {
        return { rows: [...(await db.query(text, values)).rows] }
      } catch (error) {
        // A script that failed after its own BEGIN would leave the one connection in a broken transaction.
        await db.query('rollback').catch(() => {})
        throw error
      }
    },
    listen: async (channel, heard, reconnected) => {
      const stop = await db.listen(channel, heard)
      reconnected()
      return { close: stop }
    },
  }
}
