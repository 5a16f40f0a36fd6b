import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Trx } from '../../platform/database/scope.ts'
import { addDays } from '../../platform/text/days.ts'
import type { ActionState, GoalState } from './tables.ts'
import type { Zone } from './zone.ts'

export interface ReadingCard {
  readonly id: string
  readonly onDate: string
  readonly value: number
  readonly outOf: number | null
}

export interface GoalCard {
  readonly id: string
  readonly effect: string
  readonly measure: string
  readonly outOf: number | null
  readonly baseline: number | null
  readonly target: number | null
  readonly reason: string
  readonly state: GoalState
  /** Oldest first. */
  readonly readings: readonly ReadingCard[]
}

export interface ActionCard {
  readonly id: string
  readonly goalId: string | null
  readonly description: string
  readonly dueOn: string | null
  readonly state: ActionState
  readonly stateReason: string
  /** ISO instant of the last change of state. */
  readonly stateAt: string | null
  readonly ownerIds: readonly string[]
  readonly ownerNames: readonly string[]
  readonly everyone: boolean
  readonly impact: number | null
  readonly feasibility: number | null
}

export interface SuccessCard {
  readonly id: string
  readonly description: string
  readonly byName: string
  readonly onDate: string
}

export interface PlanCard {
  readonly id: string
  readonly description: string
  readonly week: string
  readonly byName: string
}

export interface Colleague {
  readonly id: string
  readonly name: string
}

export interface BoardData {
  readonly goals: readonly GoalCard[]
  readonly actions: readonly ActionCard[]
  readonly successes: readonly SuccessCard[]
  readonly plans: readonly PlanCard[]
  readonly team: readonly Colleague[]
  /** Sequence number of the board's stream that this data shows. */
  readonly sequence: number
}

export interface BoardQuery {
  readonly organisationId: string
  readonly boardId: string
  readonly teamId: string
  /** Only the cards that these zones need are read; the others come back empty. */
  readonly zones: readonly Zone[]
  /** Finished actions and successes older than this day (`YYYY-MM-DD`) stay in the archive. */
  readonly since: string
}

const archivedAfterDays = 28

/** The first day of which finished things still show on the board, `YYYY-MM-DD`. */
export function archiveDay(today: string): string {
  return addDays(today, -archivedAfterDays)
}

/** Everything that zones of a board show, in one round trip. */
export async function loadBoardData(trx: Trx, query: BoardQuery): Promise<BoardData> {
  const { organisationId, boardId, teamId, since } = query
  const wants = (...names: readonly Zone[]) => names.some((name) => query.zones.includes(name))
  const row = await trx
    .selectNoFrom((eb) => [
      jsonArrayFrom(
        eb
          .selectFrom('goals')
          .select((goal) => [
            'id',
            'effect',
            'measure',
            'out_of as outOf',
            'baseline',
            'target',
            'reason',
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
          .where('organisation_id', '=', organisationId)
          .where('board_id', '=', boardId)
          .where('removed_at', 'is', null)
          .where('state', '=', 'running')
          .where(wants('goals', 'actions') ? sql.lit(true) : sql.lit(false))
          .orderBy('created_at')
          .orderBy('id'),
      ).as('goals'),
      jsonArrayFrom(
        eb
          .selectFrom('actions')
          .select([
            'id',
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
          ])
          .where('organisation_id', '=', organisationId)
          .where('board_id', '=', boardId)
          .where('removed_at', 'is', null)
          .where((or) => or.or([or('state', '=', 'open'), or('state_at', '>=', new Date(`${since}T00:00:00Z`))]))
          .where(wants('actions') ? sql.lit(true) : sql.lit(false))
          .orderBy(sql`state <> 'open'`)
          .orderBy('due_on')
          .orderBy('created_at')
          .orderBy('id'),
      ).as('actions'),
      jsonArrayFrom(
        eb
          .selectFrom('successes')
          .select(['id', 'description', 'by_name as byName', 'on_date as onDate'])
          .where('organisation_id', '=', organisationId)
          .where('board_id', '=', boardId)
          .where('removed_at', 'is', null)
          .where('on_date', '>=', since)
          .where(wants('successes') ? sql.lit(true) : sql.lit(false))
          .orderBy('on_date', 'desc')
          .orderBy('created_at', 'desc')
          .orderBy('id'),
      ).as('successes'),
      jsonArrayFrom(
        eb
          .selectFrom('plans')
          .select(['id', 'description', 'week', 'by_name as byName'])
          .where('organisation_id', '=', organisationId)
          .where('board_id', '=', boardId)
          .where('removed_at', 'is', null)
          .where('week', '>=', since)
          .where(wants('plans') ? sql.lit(true) : sql.lit(false))
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
          .where('team_members.team_id', '=', teamId)
          .orderBy('users.name'),
      ).as('team'),
      eb
        .selectFrom('journal_streams')
        .select('sequence')
        .where('organisation_id', '=', organisationId)
        .where('stream', '=', `board:${boardId}`)
        .as('sequence'),
    ])
    .executeTakeFirstOrThrow()
  // Kysely types JSON dates as Date; they arrive as text, which is what the cards declare.
  return { ...(row as unknown as BoardData), sequence: row.sequence ?? 0 }
}
