import type { Trx } from '../../platform/database/scope.ts'
import type { Record as RecordEntry } from '../../platform/journal/perform.ts'
import type { Day } from '../../platform/text/days.ts'
import { type CardPlace, type EditResult, editCard, firstChanges, newCard, type Writing } from './edit-card.ts'
import { isGoalOf } from './goal-store.ts'
import type { ActionState } from './tables.ts'

export interface NewAction {
  readonly goal_id: string | null
  readonly description: string
  readonly due_on: Day
  readonly owner_ids: readonly string[]
  readonly owner_names: readonly string[]
  readonly everyone: boolean
  readonly follows?: string | null
}

/** Puts an action on a board. Its goal, where it has one, is of the same board. */
export async function addAction(
  trx: Trx,
  record: RecordEntry,
  place: CardPlace,
  writing: Writing,
  action: NewAction,
): Promise<EditResult> {
  if (action.goal_id !== null && !(await isGoalOf(trx, place, action.goal_id))) {
    return { ok: false, reason: 'no-such-card' }
  }
  const values = { ...action, owner_ids: [...action.owner_ids], owner_names: [...action.owner_names] }
  await trx
    .insertInto('actions')
    .values({ ...values, ...newCard(place, writing, action) })
    .execute()
  record({ action: 'action-added', subject: `action:${writing.id}`, changes: firstChanges(values) })
  return { ok: true }
}

/** Which of these people are in the team of the board: only they can own an action by their account. */
export async function membersAmong(
  trx: Trx,
  organisationId: string,
  teamId: string,
  ids: readonly string[],
): Promise<readonly string[]> {
  if (ids.length === 0) return []
  const rows = await trx
    .selectFrom('team_members')
    .select('user_id')
    .where('organisation_id', '=', organisationId)
    .where('team_id', '=', teamId)
    .where('user_id', 'in', [...ids])
    .execute()
  const known = new Set(rows.map((row) => row.user_id))
  return ids.filter((id) => known.has(id))
}

/** Moves an action to another state. State, reason and moment are written together, so that they stay of one person. */
export function moveAction(
  trx: Trx,
  record: RecordEntry,
  place: CardPlace,
  writtenAt: number,
  id: string,
  state: ActionState,
  reason = '',
): Promise<EditResult> {
  return editCard(trx, record, 'actions', {
    ...place,
    id,
    values: { state, state_reason: reason, state_at: state === 'open' ? null : new Date(writtenAt) },
    writtenAt,
  })
}

export interface Adaptation {
  readonly reason: string
  readonly description: string
  readonly due_on: Day
}

/** Ends an action as adapted and goes on with another one in its place: same goal, same people, other words. */
export async function adaptAction(
  trx: Trx,
  record: RecordEntry,
  place: CardPlace,
  writing: Writing,
  id: string,
  { reason, description, due_on }: Adaptation,
): Promise<EditResult> {
  const moved = await moveAction(trx, record, place, writing.writtenAt, id, 'adapted', reason)
  if (!moved.ok) return moved
  const old = await trx
    .selectFrom('actions')
    .select(['goal_id', 'owner_ids', 'owner_names', 'everyone'])
    .where('organisation_id', '=', place.organisationId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return addAction(trx, record, place, writing, { ...old, description, due_on, follows: id })
}
