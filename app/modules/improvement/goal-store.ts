import type { Trx } from '../../platform/database/scope.ts'
import type { Record as RecordEntry } from '../../platform/journal/perform.ts'
import type { Day } from '../../platform/text/days.ts'
import { type CardPlace, type EditResult, editCard, firstChanges, newCard, type Writing } from './edit-card.ts'

export interface NewGoal {
  readonly effect: string
  readonly measure: string
  readonly out_of: number | null
  readonly baseline: number | null
  readonly target: number | null
  readonly reason: string
  readonly reason_from: string | null
}

/** Puts a goal on a board, in the period that it is for (null: behind the last one, or on a class board). */
export async function addGoal(
  trx: Trx,
  record: RecordEntry,
  place: CardPlace,
  writing: Writing,
  goal: NewGoal,
  periodId: string | null,
): Promise<void> {
  await trx
    .insertInto('goals')
    .values({ ...goal, ...newCard(place, writing, goal), period_id: periodId })
    .execute()
  record({ action: 'goal-added', subject: `goal:${writing.id}`, changes: firstChanges(goal) })
}

/** Whether a goal is of this board. */
export async function isGoalOf(trx: Trx, { organisationId, boardId }: CardPlace, goalId: string): Promise<boolean> {
  const row = await trx
    .selectFrom('goals')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('board_id', '=', boardId)
    .where('id', '=', goalId)
    .executeTakeFirst()
  return row !== undefined
}

export interface NewReading {
  readonly goalId: string
  readonly on_date: Day
  readonly value: number
  readonly out_of: number | null
}

/** Writes down what was counted on a day. Who counts again that day corrects: the history keeps both. */
export async function addReading(
  trx: Trx,
  record: RecordEntry,
  place: CardPlace,
  writing: Writing,
  { goalId, on_date, value, out_of }: NewReading,
): Promise<EditResult> {
  if (!(await isGoalOf(trx, place, goalId))) return { ok: false, reason: 'no-such-card' }
  const before = await trx
    .selectFrom('readings')
    .select('id')
    .where('organisation_id', '=', place.organisationId)
    .where('goal_id', '=', goalId)
    .where('on_date', '=', on_date)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  if (before !== undefined) return editReading(trx, record, place, writing.writtenAt, before.id, { value, out_of })
  const values = { on_date, value, out_of }
  await trx
    .insertInto('readings')
    .values({ ...values, ...newCard(place, writing, values), goal_id: goalId })
    .execute()
  record({ action: 'reading-added', subject: `goal:${goalId}`, changes: firstChanges(values) })
  return { ok: true }
}

/** Corrects a reading, or takes it back (`removed_at`). It is recorded in the history of its goal. */
export async function editReading(
  trx: Trx,
  record: RecordEntry,
  place: CardPlace,
  writtenAt: number,
  id: string,
  values: {
    readonly on_date?: Day
    readonly value?: number
    readonly out_of?: number | null
    readonly removed_at?: Date | null
  },
): Promise<EditResult> {
  const reading = await trx
    .selectFrom('readings')
    .select(['goal_id', 'on_date', 'value'])
    .where('organisation_id', '=', place.organisationId)
    .where('board_id', '=', place.boardId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (reading === undefined) return { ok: false, reason: 'no-such-card' }
  return editCard(trx, record, 'readings', {
    ...place,
    id,
    values,
    writtenAt,
    subject: `goal:${reading.goal_id}`,
    context: { on_date: [reading.on_date, reading.on_date], value: [reading.value, reading.value] },
  })
}
