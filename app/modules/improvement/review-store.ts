import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Trx } from '../../platform/database/scope.ts'
import { addDays, type Day } from '../../platform/text/days.ts'
import type { Decision, GoalState, Stage } from './tables.ts'

export interface ReviewPeriod {
  readonly id: string
  readonly number: number
  readonly schoolYear: number
  readonly startsOn: Day
  readonly endsOn: Day
  readonly theme: string | null
  readonly stage: Stage
}

export interface ReviewGoal {
  readonly id: string
  readonly effect: string
  readonly measure: string
  readonly outOf: number | null
  readonly baseline: number | null
  readonly target: number | null
  readonly state: GoalState
  /** Of this period only, oldest first. */
  readonly readings: readonly { readonly onDate: Day; readonly value: number; readonly outOf: number | null }[]
  readonly worked: string
  readonly decision: Decision | null
}

export interface ReviewAction {
  readonly id: string
  readonly description: string
  readonly dueOn: Day | null
}

export interface LookBack {
  readonly proudOf: string
  readonly learned: string
  readonly teamwork: string
  readonly nextTime: string
  readonly pulseClosed: boolean
  readonly closedAt: Date | null
}

export interface Review {
  readonly period: ReviewPeriod
  readonly goals: readonly ReviewGoal[]
  readonly openActions: readonly ReviewAction[]
  readonly lookBack: LookBack
  /** Of a pulse that is closed. */
  readonly pulse: readonly (readonly number[])[]
  /** How many have answered. */
  readonly pulseReceived: number
}

interface ReviewKey {
  readonly organisationId: string
  readonly boardId: string
  readonly teamId: string
  readonly periodId: string
}

/** Readings still count in the two weeks behind a period, while the team looks back on it. */
export const lookBackDays = 14

const emptyLookBack: LookBack = {
  proudOf: '',
  learned: '',
  teamwork: '',
  nextTime: '',
  pulseClosed: false,
  closedAt: null,
}

/** The periods that a team can look back on or works in, latest first. */
export async function periodsUntil(trx: Trx, organisationId: string, today: Day): Promise<readonly ReviewPeriod[]> {
  const rows = await trx
    .selectFrom('periods')
    .select([
      'id',
      'number',
      'school_year as schoolYear',
      'starts_on as startsOn',
      'ends_on as endsOn',
      'theme',
      'stage',
    ])
    .where('organisation_id', '=', organisationId)
    .where('starts_on', '<=', today)
    .orderBy('starts_on', 'desc')
    .limit(12)
    .execute()
  return rows
}

/** Everything that a team looks back on in a period; null where the period is not of this organisation. */
export async function loadReview(trx: Trx, key: ReviewKey): Promise<Review | null> {
  const { organisationId, boardId, teamId, periodId } = key
  const period = await trx
    .selectFrom('periods')
    .select([
      'id',
      'number',
      'school_year as schoolYear',
      'starts_on as startsOn',
      'ends_on as endsOn',
      'theme',
      'stage',
    ])
    .where('organisation_id', '=', organisationId)
    .where('id', '=', periodId)
    .executeTakeFirst()
  if (period === undefined) return null
  const goals = await trx
    .selectFrom('goals')
    .leftJoin('evaluations', (join) =>
      join
        .onRef('evaluations.organisation_id', '=', 'goals.organisation_id')
        .onRef('evaluations.goal_id', '=', 'goals.id')
        .on('evaluations.period_id', '=', periodId),
    )
    .select((eb) => [
      'goals.id',
      'effect',
      'measure',
      'out_of as outOf',
      'baseline',
      'target',
      'state',
      sql<string>`coalesce(evaluations.worked, '')`.as('worked'),
      'evaluations.decision',
      jsonArrayFrom(
        eb
          .selectFrom('readings')
          .select(['on_date as onDate', 'value', 'readings.out_of as outOf'])
          .whereRef('readings.organisation_id', '=', 'goals.organisation_id')
          .whereRef('readings.goal_id', '=', 'goals.id')
          .where('readings.removed_at', 'is', null)
          .where('on_date', '>=', period.startsOn)
          .where('on_date', '<=', addDays(period.endsOn, lookBackDays))
          .orderBy('on_date')
          .orderBy('readings.created_at'),
      ).as('readings'),
    ])
    .where('goals.organisation_id', '=', organisationId)
    .where('goals.board_id', '=', boardId)
    .where('goals.removed_at', 'is', null)
    .where((eb) => eb.or([eb('goals.period_id', '=', periodId), eb('evaluations.id', 'is not', null)]))
    .orderBy('goals.created_at')
    .execute()
  const openActions = await trx
    .selectFrom('actions')
    .select(['id', 'description', 'due_on as dueOn'])
    .where('organisation_id', '=', organisationId)
    .where('board_id', '=', boardId)
    .where('removed_at', 'is', null)
    .where('state', '=', 'open')
    .orderBy('due_on')
    .orderBy('created_at')
    .execute()
  const lookBack = await trx
    .selectFrom('look_backs')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('period_id', '=', periodId)
    .where('team_id', '=', teamId)
    .executeTakeFirst()
  const pulse = await trx
    .selectFrom('pulse_answers')
    .select('answers')
    .where('organisation_id', '=', organisationId)
    .where('period_id', '=', periodId)
    .where('team_id', '=', teamId)
    .execute()
  const { received } = await trx
    .selectFrom('pulse_voters')
    .select(({ fn }) => fn.countAll<string>().as('received'))
    .where('organisation_id', '=', organisationId)
    .where('period_id', '=', periodId)
    .where('team_id', '=', teamId)
    .executeTakeFirstOrThrow()
  return {
    period,
    goals,
    openActions,
    lookBack:
      lookBack === undefined
        ? emptyLookBack
        : {
            proudOf: lookBack.proud_of,
            learned: lookBack.learned,
            teamwork: lookBack.teamwork,
            nextTime: lookBack.next_time,
            pulseClosed: lookBack.pulse_closed_at !== null,
            closedAt: lookBack.closed_at,
          },
    pulse: pulse.map((row) => row.answers),
    pulseReceived: Number(received),
  }
}
