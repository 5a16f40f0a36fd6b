import { sql } from 'kysely'
import { z } from 'zod'
import type { Trx } from '../../platform/database/scope.ts'
import { mergeEdit } from '../../platform/journal/fields.ts'
import type { Record as RecordEntry } from '../../platform/journal/perform.ts'
import { editCard } from './edit-card.ts'
import { type ClosingAnswer, stateAfter } from './review.ts'
import { openSealed, sealAnswer } from './sealed-answers.ts'
import type { Decision } from './tables.ts'

export interface ReviewPlace {
  readonly organisationId: string
  readonly boardId: string
  readonly teamId: string
  readonly periodId: string
}

export interface Writing {
  /** Id for a row that this operation makes: the operation's own id. */
  readonly id: string
  /** When the person wrote it, in ms since 1970. */
  readonly writtenAt: number
  readonly now: Date
}

/** What worked at a goal, and whether it is kept, adapted or stopped; each field is last writer wins. */
export async function evaluateGoal(
  trx: Trx,
  record: RecordEntry,
  place: ReviewPlace,
  goalId: string,
  values: { readonly worked?: string | undefined; readonly decision?: Decision | undefined },
  { id, writtenAt, now }: Writing,
): Promise<'done' | 'no-such-goal'> {
  const goal = await trx
    .selectFrom('goals')
    .select('id')
    .where('organisation_id', '=', place.organisationId)
    .where('board_id', '=', place.boardId)
    .where('id', '=', goalId)
    .executeTakeFirst()
  if (goal === undefined) return 'no-such-goal'
  await trx
    .insertInto('evaluations')
    .values({ organisation_id: place.organisationId, id, goal_id: goalId, period_id: place.periodId, created_at: now })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'goal_id', 'period_id']).doNothing())
    .execute()
  const current = await trx
    .selectFrom('evaluations')
    .select(['id', 'worked', 'decision', 'stamps'])
    .where('organisation_id', '=', place.organisationId)
    .where('goal_id', '=', goalId)
    .where('period_id', '=', place.periodId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const merged = mergeEdit<Record<string, unknown>>(current, current.stamps, { values, at: writtenAt })
  await trx
    .updateTable('evaluations')
    .set({ ...merged.values, stamps: JSON.stringify(merged.stamps) })
    .where('organisation_id', '=', place.organisationId)
    .where('id', '=', current.id)
    .execute()
  recordMerged(record, 'evaluation', goalId, merged)
  return 'done'
}

const lookBackColumns = {
  proudOf: 'proud_of',
  learned: 'learned',
  teamwork: 'teamwork',
  nextTime: 'next_time',
} as const
export type LookBackField = keyof typeof lookBackColumns

/** The team's words about the period, field by field. */
export async function writeLookBack(
  trx: Trx,
  record: RecordEntry,
  place: ReviewPlace,
  values: Partial<Readonly<Record<LookBackField, string>>>,
  writing: Writing,
): Promise<void> {
  const current = await lookBackForUpdate(trx, place, writing)
  const columns: Record<string, unknown> = {}
  for (const [field, value] of Object.entries(values)) columns[lookBackColumns[field as LookBackField]] = value
  const merged = mergeEdit<Record<string, unknown>>(current, current.stamps, { values: columns, at: writing.writtenAt })
  await trx
    .updateTable('look_backs')
    .set({ ...merged.values, stamps: JSON.stringify(merged.stamps) })
    .where('organisation_id', '=', place.organisationId)
    .where('id', '=', current.id)
    .execute()
  recordMerged(record, 'look-back', current.id, merged)
}

/** One anonymous answer. Who answered is kept as a keyed hash, what was answered without a name, a time or an order. */
export async function answerPulse(
  trx: Trx,
  record: RecordEntry,
  place: ReviewPlace,
  answer: { readonly voter: string; readonly answers: readonly number[] },
  writing: Writing,
): Promise<'done' | 'closed' | 'answered-before'> {
  const lookBack = await lookBackForUpdate(trx, place, writing)
  if (lookBack.pulse_closed_at !== null) return 'closed'
  const { organisationId, periodId, teamId } = place
  const voted = await trx
    .insertInto('pulse_voters')
    .values({ organisation_id: organisationId, period_id: periodId, team_id: teamId, voter: answer.voter })
    .onConflict((conflict) => conflict.doNothing())
    .returning('voter')
    .executeTakeFirst()
  if (voted === undefined) return 'answered-before'
  await sealAnswer(trx, { organisationId, periodId, teamId }, answer.answers)
  record({ action: 'pulse-answered', subject: `look-back:${lookBack.id}` })
  return 'done'
}

/** Ends the pulse: from now on its picture may be seen, and no answer comes in any more. */
export async function closePulse(trx: Trx, record: RecordEntry, place: ReviewPlace, writing: Writing): Promise<void> {
  const lookBack = await lookBackForUpdate(trx, place, writing)
  if (lookBack.pulse_closed_at !== null) return
  await trx
    .updateTable('look_backs')
    .set({ pulse_closed_at: writing.now })
    .where('organisation_id', '=', place.organisationId)
    .where('id', '=', lookBack.id)
    .execute()
  await keepPulse(trx, place)
  record({ action: 'pulse-closed', subject: `look-back:${lookBack.id}` })
}

const given = z.array(z.int().min(1).max(5))

/** The answers of a pulse that was closed, all at once and in an order of chance: nothing of a row says whose it is. */
async function keepPulse(trx: Trx, { organisationId, periodId, teamId }: ReviewPlace): Promise<void> {
  const answers = await openSealed(trx, { organisationId, periodId, teamId })
  if (answers.length === 0) return
  // Some may have come in before answers were sealed: those lie in an order of their own.
  const before = await trx
    .deleteFrom('pulse_answers')
    .where('organisation_id', '=', organisationId)
    .where('period_id', '=', periodId)
    .where('team_id', '=', teamId)
    .returning('answers')
    .execute()
  const all = [...answers.map((each) => given.parse(each)), ...before.map((row) => row.answers)]
  await sql`
    insert into pulse_answers (organisation_id, id, period_id, team_id, answers)
    select ${organisationId}::uuid, gen_random_uuid(), ${periodId}::uuid, ${teamId}::uuid,
      array(select value::int from jsonb_array_elements_text(each) with ordinality said (value, at) order by at)
    from jsonb_array_elements(${JSON.stringify(all)}::jsonb) each
    order by gen_random_uuid()`.execute(trx)
}

/**
 * Closes the period for a team: open actions get what was chosen, kept goals go on in the next period, the others leave
 * the board. The caller has checked that every goal has a decision and every open action a choice.
 */
export async function closeReview(
  trx: Trx,
  record: RecordEntry,
  place: ReviewPlace,
  closing: {
    readonly actions: readonly ClosingAnswer[]
    readonly goals: readonly { readonly id: string; readonly decision: Decision }[]
    readonly nextPeriodId: string | null
  },
  writing: Writing,
): Promise<void> {
  const { organisationId, boardId } = place
  const { writtenAt, now } = writing
  for (const { actionId, choice, reason } of closing.actions) {
    if (choice === null || choice === 'carry-over') continue
    const values = { state: choice, state_reason: reason }
    await editCard(trx, record, 'actions', { organisationId, boardId, id: actionId, values, writtenAt })
    await trx
      .updateTable('actions')
      .set({ state_at: now })
      .where('organisation_id', '=', organisationId)
      .where('id', '=', actionId)
      .execute()
  }
  for (const { id, decision } of closing.goals) {
    const state = stateAfter(decision)
    await editCard(trx, record, 'goals', { organisationId, boardId, id, values: { state }, writtenAt })
    if (state === 'running' && closing.nextPeriodId !== null) {
      await trx
        .updateTable('goals')
        .set({ period_id: closing.nextPeriodId })
        .where('organisation_id', '=', organisationId)
        .where('id', '=', id)
        .execute()
    }
  }
  const lookBack = await lookBackForUpdate(trx, place, writing)
  await trx
    .updateTable('look_backs')
    .set({ closed_at: now, pulse_closed_at: sql`coalesce(pulse_closed_at, ${now})` })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', lookBack.id)
    .execute()
  await keepPulse(trx, place)
  record({ action: 'period-closed', subject: `look-back:${lookBack.id}` })
}

async function lookBackForUpdate(trx: Trx, place: ReviewPlace, { id, now }: Writing) {
  const { organisationId, periodId, teamId } = place
  await trx
    .insertInto('look_backs')
    .values({ organisation_id: organisationId, id, period_id: periodId, team_id: teamId, created_at: now })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'period_id', 'team_id']).doNothing())
    .execute()
  return trx
    .selectFrom('look_backs')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('period_id', '=', periodId)
    .where('team_id', '=', teamId)
    .forUpdate()
    .executeTakeFirstOrThrow()
}

function recordMerged(
  record: RecordEntry,
  noun: string,
  id: string,
  { changes, superseded }: Pick<ReturnType<typeof mergeEdit>, 'changes' | 'superseded'>,
): void {
  const subject = `${noun}:${id}`
  if (Object.keys(changes).length > 0) record({ action: `${noun}-edited`, subject, changes })
  if (Object.keys(superseded).length > 0) record({ action: `${noun}-edit-superseded`, subject, changes: superseded })
}
