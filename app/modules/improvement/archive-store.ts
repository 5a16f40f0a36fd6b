import { type SqlBool, sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Trx } from '../../platform/database/scope.ts'
import { type Day, mondayOf } from '../../platform/text/days.ts'
import { archiveDay } from './board-data.ts'
import { actionCards, goalCards, type OnPage, planCards, successCards } from './card-queries.ts'
import type { ActionCard, Colleague, GoalCard, PlanCard, SuccessCard } from './cards.ts'
import type { CardPlace } from './edit-card.ts'

/** What is no longer on a board, newest first, at most so many of each. */
export interface Archive {
  readonly goals: readonly (GoalCard & OnPage)[]
  readonly actions: readonly (ActionCard & OnPage)[]
  readonly successes: readonly (SuccessCard & OnPage)[]
  readonly plans: readonly (PlanCard & OnPage)[]
  /** Everybody who has an account at the school: owners may have left the team. */
  readonly people: readonly Colleague[]
}

const mostOfEach = 200

/** Goals and actions that ended, successes and plans of a while ago, and cards that were taken off. */
export async function loadArchive(trx: Trx, place: CardPlace, today: Day): Promise<Archive> {
  const since = archiveDay(today)
  const onBoard = sql<SqlBool>`organisation_id = ${place.organisationId} and board_id = ${place.boardId}`
  const row = await trx
    .selectNoFrom((eb) => [
      jsonArrayFrom(
        goalCards(eb)
          .select('removed_at as removedAt')
          .where(onBoard)
          .where((or) => or.or([or('state', '<>', 'running'), or('removed_at', 'is not', null)]))
          .orderBy('created_at', 'desc')
          .limit(mostOfEach),
      ).as('goals'),
      jsonArrayFrom(
        actionCards(eb)
          .select('removed_at as removedAt')
          .where(onBoard)
          .where((or) => or.or([or('state', '<>', 'open'), or('removed_at', 'is not', null)]))
          .orderBy(sql`coalesce(state_at, removed_at)`, 'desc')
          .limit(mostOfEach),
      ).as('actions'),
      jsonArrayFrom(
        successCards(eb)
          .select('removed_at as removedAt')
          .where(onBoard)
          .where((or) => or.or([or('on_date', '<', since), or('removed_at', 'is not', null)]))
          .orderBy('on_date', 'desc')
          .limit(mostOfEach),
      ).as('successes'),
      jsonArrayFrom(
        planCards(eb)
          .select('removed_at as removedAt')
          .where(onBoard)
          .where((or) => or.or([or('week', '<', mondayOf(today)), or('removed_at', 'is not', null)]))
          .orderBy('week', 'desc')
          .limit(mostOfEach),
      ).as('plans'),
      jsonArrayFrom(
        eb
          .selectFrom('memberships')
          .innerJoin('users', 'users.id', 'memberships.user_id')
          .select(['users.id', 'users.name'])
          .distinct()
          .where('memberships.organisation_id', '=', place.organisationId)
          .orderBy('users.name'),
      ).as('people'),
    ])
    .executeTakeFirstOrThrow()
  // Kysely types JSON dates as Date; they arrive as text, which is what the cards declare.
  return row as unknown as Archive
}
