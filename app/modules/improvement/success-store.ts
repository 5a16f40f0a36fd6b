import type { Trx } from '../../platform/database/scope.ts'
import type { Record as RecordEntry } from '../../platform/journal/perform.ts'
import type { Day } from '../../platform/text/days.ts'
import { type CardPlace, firstChanges, newCard, type Writing } from './edit-card.ts'

export interface NewSuccess {
  readonly description: string
  /** Who tells it; empty: nobody in particular. */
  readonly by_name: string
  readonly on_date: Day
}

export async function addSuccess(
  trx: Trx,
  record: RecordEntry,
  place: CardPlace,
  writing: Writing,
  success: NewSuccess,
): Promise<void> {
  await trx
    .insertInto('successes')
    .values({ ...success, ...newCard(place, writing, success) })
    .execute()
  record({ action: 'success-added', subject: `success:${writing.id}`, changes: firstChanges(success) })
}
