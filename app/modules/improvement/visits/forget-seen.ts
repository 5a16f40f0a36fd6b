import type { Database } from '../../../platform/database/database.ts'
import { system } from '../../../platform/database/scope.ts'
import type { Job } from '../../../platform/web/module.ts'

/** Every night: what is past its date goes. */
export const forgetSeenJob: Job = {
  name: 'improvement-forget-seen',
  schedule: '40 3 * * *',
  run: async ({ db }) => {
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
