import type { Database } from '../../platform/database/database.ts'
import { system } from '../../platform/database/scope.ts'
import { amsterdamDay, type Day } from '../../platform/text/days.ts'
import type { Job } from '../../platform/web/module.ts'
import { boardStream } from './board.ts'
import { pupilsOf } from './class-board-store.ts'

/** Every night, and when somebody closes a class board. */
export const wipeClassBoardsJob: Job = {
  name: 'wipe-class-boards',
  schedule: '20 3 * * *',
  run: async ({ db, clock }) => {
    await wipeClassBoards(db, amsterdamDay(clock()))
  },
}

/**
 * Wipes class boards that are over: the cards, the pupils' passes and everything that the journal knows of them. The only
 * thing of the house that is forgotten; `today` is the day after which a board may still stand.
 */
export async function wipeClassBoards(db: Database, today: Day): Promise<number> {
  return db.run(system, async (trx) => {
    const over = await trx
      .selectFrom('boards')
      .select(['organisation_id', 'id'])
      .where('kind', '=', 'class')
      .where((eb) => eb.or([eb('ends_on', '<', today), eb('archived_at', 'is not', null)]))
      .execute()
    for (const { organisation_id, id } of over) {
      const stream = boardStream(id)
      for (const table of ['journal', 'journal_streams', 'operations'] as const) {
        await trx
          .deleteFrom(table)
          .where('organisation_id', '=', organisation_id)
          .where('stream', '=', stream)
          .execute()
      }
      await trx
        .deleteFrom('guests')
        .where('organisation_id', '=', organisation_id)
        .where('about', '=', pupilsOf(id))
        .execute()
      await trx.deleteFrom('boards').where('organisation_id', '=', organisation_id).where('id', '=', id).execute()
    }
    return over.length
  })
}
