import { sql } from 'kysely'
import type { Database } from '../../../platform/database/database.ts'
import { system } from '../../../platform/database/scope.ts'
import type { Job } from '../../../platform/web/module.ts'

/** How long after the lesson words that waited on a phone still come in. */
const closesAfterDays = 3

/** Every night: what began days ago is closed, what is past its date goes. */
export const forgetSeenJob: Job = {
  name: 'improvement-forget-seen',
  schedule: '40 3 * * *',
  run: async ({ db, clock }) => {
    await closeSeen(db, clock())
    await forgetSeen(db)
  },
}

/**
 * Deletes what was seen, where its date is past: the one thing that the system may do there. It says which rows it means
 * nowhere; the policies of the tables let only those go. Resolves to how many visits were forgotten.
 */
export async function forgetSeen(db: Database): Promise<number> {
  return db.run(system, async (trx) => {
    const { numDeletedRows } = await trx.deleteFrom('visit_records').executeTakeFirst()
    await trx.deleteFrom('visit_questions').execute()
    await trx.deleteFrom('visit_busy').execute()
    await trx.deleteFrom('visit_behaviour').execute()
    return Number(numDeletedRows)
  })
}

/** Closes what began days ago for who came: it is the receiver's, talk or no talk. Resolves to how many were closed. */
export async function closeSeen(db: Database, now: Date): Promise<number> {
  const begunBefore = new Date(now.getTime() - closesAfterDays * 24 * 3_600_000)
  const { rows } = await db.run(system, (trx) =>
    sql<{ closed: number }>`select visit_close_records(${begunBefore}, ${now}) as closed`.execute(trx),
  )
  return rows[0]?.closed ?? 0
}
