import { PGlite, types } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { unaccent } from '@electric-sql/pglite/contrib/unaccent'
import { Kysely, PGliteDialect } from 'kysely'
import type { Database } from './database.ts'
import { lockFolder } from './folder-lock.ts'
import type { Schema } from './schema.ts'
import { within } from './scope.ts'

/**
 * PostgreSQL inside this process. One process only: a second one on the same folder would silently lose rows, so the
 * folder is locked. Survives kill −9, not a power failure; 5–9 times slower than a server. `image` is a dump of a data
 * folder to start a new database from, in a tenth of the time that making one takes.
 */
export async function openPglite(folder: string, image?: Blob): Promise<Database> {
  const inMemory = folder.startsWith('memory://')
  const unlock = inMemory ? () => {} : lockFolder(folder)
  const pglite = await PGlite.create(inMemory ? 'memory://' : `${folder}/pglite`, {
    extensions: { pg_trgm, unaccent },
    ...(image === undefined ? {} : { loadDataDir: image }),
    parsers: { [types.INT8]: Number, [types.DATE]: (text: string) => text },
  })
  const kysely = new Kysely<Schema>({ dialect: new PGliteDialect({ pglite }) })
  return {
    engine: 'pglite',
    kysely,
    run: (scope, work) => within(kysely, scope, work),
    ask: (scope, statement) =>
      within(kysely, scope, async (trx) => (await trx.executeQuery(statement(trx).compile())).rows),
    listen: (channel, heard) => pglite.listen(channel, heard),
    query: async (text, values = []) => {
      if (values.length > 0) return pglite.query<Record<string, unknown>>(text, [...values])
      const results = await pglite.exec(text)
      // Of a script of several statements: the rows of all, as a library that reads a RETURNING before its COMMIT expects.
      return { rows: results.flatMap((result) => result.rows) as Record<string, unknown>[] }
    },
    close: async () => {
      await pglite.close()
      unlock()
    },
  }
}
