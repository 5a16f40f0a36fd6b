import { type Kysely, sql } from 'kysely'
import { joinCounter, leaveCounter, roles } from './roles.ts'
import type { Schema } from './schema.ts'

/** One forward-only step of the schema: `<room>/<number>-<slug>`, and its SQL. A landed step never changes. */
export interface Migration {
  readonly name: string
  readonly sql: string
}

/**
 * Brings the schema up to date, in the order given, each step in its own transaction, one process at a time.
 * Returns the names applied. Throws when an applied step has changed since, and where the login may not take the roles.
 * Afterwards the login may become `kantelpunt_app` and `kantelpunt_system`, not `kantelpunt_counter`.
 */
export async function migrate(
  db: Kysely<Schema>,
  migrations: readonly Migration[],
  checksum: (text: string) => string,
): Promise<readonly string[]> {
  return db.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(20261122)`.execute(connection)
    try {
      await sql.raw('set client_min_messages = warning').execute(connection)
      for (const statement of splitStatements(roles)) await sql.raw(statement).execute(connection)
      const { rows } = await sql<{ name: string; checksum: string }>`select name, checksum from migrations`.execute(
        connection,
      )
      const known = new Map(rows.map((row) => [row.name, row.checksum]))
      const applied: string[] = []
      for (const migration of migrations) {
        const sum = checksum(migration.sql)
        const before = known.get(migration.name)
        if (before === sum) continue
        if (before !== undefined) throw new Error(`Migration ${migration.name} was changed after it was applied.`)
        await connection.transaction().execute(async (trx) => {
          // A change of owner asks for membership of the new one.
          const counts = migration.sql.includes('kantelpunt_counter')
          const script = counts ? `${joinCounter()};${migration.sql};${leaveCounter()}` : migration.sql
          for (const statement of splitStatements(script)) await sql.raw(statement).execute(trx)
          await sql`insert into migrations (name, checksum) values (${migration.name}, ${sum})`.execute(trx)
        })
        applied.push(migration.name)
      }
      return applied
    } finally {
      await sql`select pg_advisory_unlock(20261122)`.execute(connection)
    }
  })
}

/** Statements of a script, split at the semicolons outside of quotes, dollar quotes and comments. */
export function splitStatements(script: string): readonly string[] {
  const statements: string[] = []
  let start = 0
  let i = 0
  const skipTo = (end: string, from: number) => {
    const at = script.indexOf(end, from)
    return at === -1 ? script.length : at + end.length
  }
  while (i < script.length) {
    const char = script[i]
    if (char === "'" || char === '"') i = skipTo(char, i + 1)
    else if (script.startsWith('--', i)) i = skipTo('\n', i)
    else if (script.startsWith('/*', i)) i = skipTo('*/', i + 2)
    else if (char === '$') {
      const tag = /^\$\w*\$/.exec(script.slice(i, i + 64))?.[0]
      i = tag === undefined ? i + 1 : skipTo(tag, i + tag.length)
    } else if (char === ';') {
      statements.push(script.slice(start, i))
      i += 1
      start = i
    } else i += 1
  }
  statements.push(script.slice(start))
  return statements.filter((statement) => statement.trim() !== '')
}
