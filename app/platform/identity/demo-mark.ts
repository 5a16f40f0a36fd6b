import { sql } from 'kysely'
import type { Trx } from '../database/scope.ts'

interface DemoMarkTable {
  id?: boolean
  loaded_at: Date
}

declare module '../database/schema.ts' {
  interface Schema {
    demo_mark: DemoMarkTable
  }
}

/** Writes down that everybody in this database is made up. In the transaction that makes them, under the system scope. */
export async function markDemo(trx: Trx, now: Date): Promise<void> {
  await trx
    .insertInto('demo_mark')
    .values({ loaded_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/**
 * Why a server must not start on this database: it would be a real one on a demo's, where anybody signs in as anybody, or
 * a demo on a real one's, where its doors would stand open. Null: it may. System scope.
 */
export async function demoRefusal(trx: Trx, demo: boolean): Promise<string | null> {
  const { rows } = await sql<{ marked: boolean; used: boolean }>`
    select exists (select from demo_mark) as marked,
      exists (select from users) or exists (select from organisations) as used`.execute(trx)
  const [{ marked, used } = { marked: false, used: false }] = rows
  if (marked && !demo) {
    return (
      'This database holds a demo, whose people sign in without a password, so no real server may run on it: give ' +
      'another one (DATABASE_URL or KANTELPUNT_DATA), or start it as the demo that it is (KANTELPUNT_DEMO=1).'
    )
  }
  if (demo && used && !marked) {
    return (
      'This database holds real people, and a demo would let anybody in without a password and show all mail, so it may ' +
      'not run on it: start without the demo (KANTELPUNT_DEMO=0), or give the demo another database (DATABASE_URL or ' +
      'KANTELPUNT_DATA).'
    )
  }
  return null
}
