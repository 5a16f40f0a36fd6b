import type { Trx } from '../../platform/database/scope.ts'
import type { Record as RecordEntry } from '../../platform/journal/perform.ts'
import type { Day } from '../../platform/text/days.ts'
import { type CardPlace, firstChanges, newCard, type Writing } from './edit-card.ts'

export interface NewPlan {
  readonly description: string
  /** The Monday of the week that it is for. */
  readonly week: Day
  readonly by_name: string
}

export async function addPlan(
  trx: Trx,
  record: RecordEntry,
  place: CardPlace,
  writing: Writing,
  plan: NewPlan,
): Promise<void> {
  await trx
    .insertInto('plans')
    .values({ ...plan, ...newCard(place, writing, plan) })
    .execute()
  record({ action: 'plan-added', subject: `plan:${writing.id}`, changes: firstChanges(plan) })
}
