import { system } from '../../../platform/database/scope.ts'
import { amsterdamDay } from '../../../platform/text/days.ts'
import type { Job } from '../../../platform/web/module.ts'
import type { Services } from '../../../platform/web/services.ts'
import { loadSchoolViews } from '../school-store.ts'
import { isInRhythm, teamWeeks } from './rhythm-rule.ts'
import './tables.ts'

/** Every night: whether the schools that are seen still work this way, or do by now. */
export const countSchoolsJob: Job = {
  name: 'improvement-count-movement',
  schedule: '20 4 * * *',
  run: countSchools,
}

/** Counts every school that is seen by the rule, under the name and code that it has today. */
export async function countSchools({ db, clock }: Pick<Services, 'db' | 'clock'>): Promise<void> {
  const now = clock()
  await db.run(system, async (trx) => {
    const seen = await trx
      .selectFrom('movement_schools')
      .innerJoin('organisations', 'organisations.id', 'movement_schools.organisation_id')
      .select(['organisations.id', 'organisations.name', 'organisations.school_code'])
      .where('seen_since', 'is not', null)
      .execute()
    const views = await loadSchoolViews(
      trx,
      seen.map(({ id }) => id),
      amsterdamDay(now),
    )
    for (const { id, name, school_code } of seen) {
      const teams = teamWeeks(views.find((view) => view.id === id)?.teams ?? [])
      await trx
        .updateTable('movement_schools')
        .set({ name, school_code, in_rhythm: isInRhythm(teams), counted_at: now })
        .where('organisation_id', '=', id)
        .where('seen_since', 'is not', null)
        .execute()
    }
  })
}
