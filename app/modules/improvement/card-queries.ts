import { type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres'
import type { Schema } from '../../platform/database/schema.ts'
import type { Trx } from '../../platform/database/scope.ts'
import type { ActionCard, GoalCard, PlanCard, SuccessCard } from './cards.ts'
import type { CardPlace } from './edit-card.ts'

/** Queries of cards in the shape in which they are shown; as parts of a query that hands them over as JSON. */
type Root = ExpressionBuilder<Schema, never>

export const goalCards = (eb: Root) =>
  eb
    .selectFrom('goals')
    .select((goal) => [
      'goals.id',
      'effect',
      'measure',
      'goals.out_of as outOf',
      'baseline',
      'target',
      'reason',
      'reason_from as reasonFrom',
      'state',
      jsonArrayFrom(
        goal
          .selectFrom('readings')
          .select(['readings.id', 'on_date as onDate', 'value', 'readings.out_of as outOf'])
          .whereRef('readings.organisation_id', '=', 'goals.organisation_id')
          .whereRef('readings.goal_id', '=', 'goals.id')
          .where('readings.removed_at', 'is', null)
          .orderBy('on_date')
          .orderBy('readings.created_at'),
      ).as('readings'),
    ])

export const actionCards = (eb: Root) =>
  eb
    .selectFrom('actions')
    .select([
      'actions.id',
      'goal_id as goalId',
      'description',
      'due_on as dueOn',
      'state',
      'state_reason as stateReason',
      'state_at as stateAt',
      'owner_ids as ownerIds',
      'owner_names as ownerNames',
      'everyone',
      'impact',
      'feasibility',
      'follows',
    ])

export const successCards = (eb: Root) =>
  eb.selectFrom('successes').select(['successes.id', 'description', 'by_name as byName', 'on_date as onDate'])

export const planCards = (eb: Root) =>
  eb.selectFrom('plans').select(['plans.id', 'description', 'week', 'by_name as byName'])

/** A card on a page of its own, also when it was taken off the board. */
export interface OnPage {
  /** ISO instant; null where it is on the board. */
  readonly removedAt: string | null
}

const isCard = ({ organisationId, boardId }: CardPlace, id: string) =>
  sql<SqlBool>`organisation_id = ${organisationId} and board_id = ${boardId} and id = ${id}`

export async function findGoal(trx: Trx, place: CardPlace, id: string): Promise<(GoalCard & OnPage) | null> {
  const row = await trx
    .selectNoFrom((eb) =>
      jsonObjectFrom(goalCards(eb).select('removed_at as removedAt').where(isCard(place, id))).as('card'),
    )
    .executeTakeFirstOrThrow()
  // Kysely types JSON dates as Date; they arrive as text, which is what the cards declare. So for the others.
  return row.card as unknown as (GoalCard & OnPage) | null
}

export async function findAction(trx: Trx, place: CardPlace, id: string): Promise<(ActionCard & OnPage) | null> {
  const row = await trx
    .selectNoFrom((eb) =>
      jsonObjectFrom(actionCards(eb).select('removed_at as removedAt').where(isCard(place, id))).as('card'),
    )
    .executeTakeFirstOrThrow()
  return row.card as unknown as (ActionCard & OnPage) | null
}

export async function findSuccess(trx: Trx, place: CardPlace, id: string): Promise<(SuccessCard & OnPage) | null> {
  const row = await trx
    .selectNoFrom((eb) =>
      jsonObjectFrom(successCards(eb).select('removed_at as removedAt').where(isCard(place, id))).as('card'),
    )
    .executeTakeFirstOrThrow()
  return row.card as unknown as (SuccessCard & OnPage) | null
}

export async function findPlan(trx: Trx, place: CardPlace, id: string): Promise<(PlanCard & OnPage) | null> {
  const row = await trx
    .selectNoFrom((eb) =>
      jsonObjectFrom(planCards(eb).select('removed_at as removedAt').where(isCard(place, id))).as('card'),
    )
    .executeTakeFirstOrThrow()
  return row.card as unknown as (PlanCard & OnPage) | null
}

/** The actions of a goal and those that go on from an action, in the order in which they were made. */
export async function actionsOf(
  trx: Trx,
  place: CardPlace,
  { goalId, follows }: { readonly goalId?: string; readonly follows?: string },
): Promise<readonly ActionCard[]> {
  const row = await trx
    .selectNoFrom((eb) => {
      const all = actionCards(eb)
        .where('organisation_id', '=', place.organisationId)
        .where('board_id', '=', place.boardId)
        .where('removed_at', 'is', null)
        .orderBy('created_at')
        .orderBy('id')
      const ofGoal = goalId === undefined ? all : all.where('goal_id', '=', goalId)
      return jsonArrayFrom(follows === undefined ? ofGoal : ofGoal.where('follows', '=', follows)).as('cards')
    })
    .executeTakeFirstOrThrow()
  return row.cards as unknown as readonly ActionCard[]
}
