import { setTimeout as wait } from 'node:timers/promises'
import type { Database } from '../database/database.ts'

const patienceMs = 2000

/** Whether the database answers within two seconds and has every step of the schema that this version knows. */
export async function isReady(db: Database, migrationNames: readonly string[]): Promise<boolean> {
  try {
    const found = await Promise.race([
      db.query('select count(*)::int as steps from migrations where name = any($1)', [migrationNames]),
      wait(patienceMs, null, { ref: false }),
    ])
    return found !== null && found.rows[0]?.steps === migrationNames.length
  } catch {
    return false
  }
}
