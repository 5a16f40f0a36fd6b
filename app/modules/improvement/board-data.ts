import { type ExpressionBuilder, sql } from 'kysely'
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres'
import type { Schema } from '../../platform/database/schema.ts'
import type { Trx } from '../../platform/database/scope.ts'
import { addDays, type Day, mondayOf } from '../../platform/text/days.ts'
import { boardStream } from './board.ts'
import { actionCards, goalCards, planCards, successCards } from './card-queries.ts'
import type { ActionCard, Colleague, CurrentPeriod, GoalCard, LastSession, PlanCard, SuccessCard } from './cards.ts'
import type { Zone } from './zone.ts'

export interface BoardData {
  readonly goals: readonly GoalCard[]
  readonly actions: readonly ActionCard[]
  readonly successes: readonly SuccessCard[]
  readonly plans: readonly PlanCard[]
  readonly team: readonly Colleague[]
  readonly lastSession: LastSession | null
  readonly period: CurrentPeriod | null
  /** Sequence number of the board's stream that this data shows. */
  readonly sequence: number
}

export interface BoardQuery {
  readonly organisationId: string
  readonly boardId: string
  readonly today: Day
  /** Only the cards that these zones need are read; the others come back empty. */
  readonly zones: readonly Zone[]
}

/** What a query of a board asks for, as the values that go into its statement. */
export interface BoardValues {
  readonly organisationId: string
  readonly boardId: string
  readonly stream: string
  readonly today: Day
  readonly monday: Day
  /** Finished actions and successes show from this day on. */
  readonly since: Day
  readonly sinceInstant: Date
}

export function boardValues({ organisationId, boardId, today }: Omit<BoardQuery, 'zones'>): BoardValues {
  const since = archiveDay(today)
  const sinceInstant = new Date(`${since}T00:00:00Z`)
  return { organisationId, boardId, stream: boardStream(boardId), today, monday: mondayOf(today), since, sinceInstant }
}

const shownDays = 14

/** The first day of which finished actions and successes still show; what is older stays in the archive. */
export function archiveDay(today: Day): Day {
  return addDays(today, -shownDays)
}

/** Everything that zones of a board show, as columns of one statement; `boardDataOf` reads the row. */
export function boardColumns(eb: ExpressionBuilder<Schema, never>, values: BoardValues, zones: readonly Zone[]) {
  const { organisationId, boardId, today, since } = values
  const wants = (...names: readonly Zone[]) =>
    names.some((name) => zones.includes(name)) ? sql.lit(true) : sql.lit(false)
  return [
    jsonArrayFrom(
      goalCards(eb)
        .where('organisation_id', '=', organisationId)
        .where('board_id', '=', boardId)
        .where('removed_at', 'is', null)
        .where('state', '=', 'running')
        .where(wants('goals', 'actions'))
        .orderBy('created_at')
        .orderBy('id'),
    ).as('goals'),
    jsonArrayFrom(
      actionCards(eb)
        .where('organisation_id', '=', organisationId)
        .where('board_id', '=', boardId)
        .where('removed_at', 'is', null)
        .where((or) => or.or([or('state', '=', 'open'), or('state_at', '>=', values.sinceInstant)]))
        .where(wants('actions'))
        .orderBy(sql`state <> 'open'`)
        .orderBy('due_on')
        .orderBy('created_at')
        .orderBy('id'),
    ).as('actions'),
    jsonArrayFrom(
      successCards(eb)
        .where('organisation_id', '=', organisationId)
        .where('board_id', '=', boardId)
        .where('removed_at', 'is', null)
        .where('on_date', '>=', since)
        .where(wants('successes'))
        .orderBy('on_date', 'desc')
        .orderBy('created_at', 'desc')
        .orderBy('id'),
    ).as('successes'),
    jsonArrayFrom(
      planCards(eb)
        .where('organisation_id', '=', organisationId)
        .where('board_id', '=', boardId)
        .where('removed_at', 'is', null)
        .where('week', '>=', values.monday)
        .where(wants('plans'))
        .orderBy('week')
        .orderBy('created_at')
        .orderBy('id'),
    ).as('plans'),
    jsonArrayFrom(
      eb
        .selectFrom('team_members')
        .innerJoin('users', 'users.id', 'team_members.user_id')
        .select(['users.id', 'users.name'])
        .where('team_members.organisation_id', '=', organisationId)
        .where('team_members.team_id', '=', (board) =>
          board
            .selectFrom('boards')
            .select('boards.team_id')
            .where('boards.organisation_id', '=', organisationId)
            .where('boards.id', '=', boardId),
        )
        .orderBy('users.name'),
    ).as('team'),
    jsonObjectFrom(
      eb
        .selectFrom('board_sessions')
        .select(['started_at as startedAt', 'faces'])
        .where('organisation_id', '=', organisationId)
        .where('board_id', '=', boardId)
        .where('ended_at', 'is not', null)
        .where(wants('check-in', 'actions'))
        .orderBy('started_at', 'desc')
        .limit(1),
    ).as('lastSession'),
    jsonObjectFrom(
      eb
        .selectFrom('periods')
        .select(['id', 'number', 'theme', 'ends_on as endsOn'])
        .where('organisation_id', '=', organisationId)
        .where('ends_on', '>=', today)
        .orderBy('ends_on')
        .limit(1),
    ).as('period'),
    eb
      .selectFrom('journal_streams')
      .select('sequence')
      .where('organisation_id', '=', organisationId)
      .where('stream', '=', values.stream)
      .as('sequence'),
  ] as const
}

/** Kysely types JSON dates as Date; they arrive as text, which is what the cards declare. */
export function boardDataOf(row: { readonly sequence: number | null }): BoardData {
  return { ...(row as unknown as BoardData), sequence: row.sequence ?? 0 }
}

/** Everything that zones of a board show, in one round trip. */
export async function loadBoardData(trx: Trx, query: BoardQuery): Promise<BoardData> {
  const columns = boardValues(query)
  return boardDataOf(await trx.selectNoFrom((eb) => boardColumns(eb, columns, query.zones)).executeTakeFirstOrThrow())
}
