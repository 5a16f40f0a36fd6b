import type { Database } from '../../../platform/database/database.ts'
import { system } from '../../../platform/database/scope.ts'
import { amsterdamDay, type Day } from '../../../platform/text/days.ts'
import type { Job } from '../../../platform/web/module.ts'
import { countHalf } from './behaviour-store.ts'

/** Every night; it does something twice a year. */
export const countBehaviourJob: Job = {
  name: 'improvement-count-behaviour',
  schedule: '50 3 * * *',
  run: async ({ db, clock }) => {
    await countBehaviour(db, amsterdamDay(clock()))
  },
}

/** Counts the half school years that are over, of every school, oldest first. Resolves to how many can be told since now. */
export async function countBehaviour(db: Database, today: Day): Promise<number> {
  const schools = await db.run(system, (trx) =>
    trx.selectFrom('organisations').select('id').where('kind', '=', 'school').execute(),
  )
  let told = 0
  for (const { id } of schools) {
    for (const half of halvesBefore(today)) {
      if (await db.run(system, (trx) => countHalf(trx, id, half, today))) told += 1
    }
  }
  return told
}

/** The first days of the three half school years that began last, oldest first: of older ones nothing is kept. */
export function halvesBefore(today: Day): readonly Day[] {
  const year = Number(today.slice(0, 4))
  const borders = [year - 2, year - 1, year].flatMap((each) => [`${each}-02-01`, `${each}-08-01`])
  return borders.filter((day) => day <= today).slice(-3)
}
