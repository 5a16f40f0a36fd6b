import type { ExpressionBuilder } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Schema } from '../../../platform/database/schema.ts'
import { type Counted, shareReached } from '../goal.ts'
import './tables.ts'

/** A round whose pupils have not heard yet what was done with what they said. */
export interface Waiting {
  readonly id: string
  readonly kind: 'questions' | 'arena'
  readonly title: string
  readonly closed: boolean
}

/** What the board of a team hears of a class board: numbers, never words. */
export interface ClassGoals {
  readonly name: string
  readonly goals: number
  readonly reached: number
}

export interface BoardPupils {
  readonly waiting: readonly Waiting[]
  /** Classes without goals are left out. */
  readonly classes: readonly ClassGoals[]
}

/** What stands on the board of a team of its pupils, as columns of the statement that reads the board. */
export function boardPupils(eb: ExpressionBuilder<Schema, never>, organisationId: string, boardId: string) {
  const team = eb
    .selectFrom('boards')
    .select('boards.team_id')
    .where('boards.organisation_id', '=', organisationId)
    .where('boards.id', '=', boardId)
    .where('boards.kind', '=', 'improvement')
  const waiting = eb
    .selectFrom('voice_rounds')
    .select((round) => ['id', 'kind', 'title', round('closed_at', 'is not', null).as('closed')])
    .where('organisation_id', '=', organisationId)
    .where('team_id', '=', team)
    .where('done_at', 'is', null)
    .orderBy('opened_at')
  const goals = eb
    .selectFrom('goals')
    .innerJoin('boards', (join) =>
      join.onRef('boards.organisation_id', '=', 'goals.organisation_id').onRef('boards.id', '=', 'goals.board_id'),
    )
    .select((goal) => [
      'boards.id as boardId',
      'boards.name',
      'goals.baseline',
      'goals.target',
      jsonArrayFrom(
        goal
          .selectFrom('readings')
          .select(['readings.id', 'value', 'readings.out_of as outOf', 'on_date as onDate'])
          .whereRef('readings.organisation_id', '=', 'goals.organisation_id')
          .whereRef('readings.goal_id', '=', 'goals.id')
          .where('readings.removed_at', 'is', null)
          .orderBy('on_date'),
      ).as('readings'),
    ])
    .where('goals.organisation_id', '=', organisationId)
    .where('boards.team_id', '=', team)
    .where('boards.kind', '=', 'class')
    .where('boards.archived_at', 'is', null)
    .where('goals.removed_at', 'is', null)
    .where('goals.state', '<>', 'stopped')
    .orderBy('boards.name')
  return [jsonArrayFrom(waiting).as('pupilsWaiting'), jsonArrayFrom(goals).as('classGoals')] as const
}

interface Row {
  readonly pupilsWaiting: readonly (Omit<Waiting, 'closed'> & { readonly closed: unknown })[]
  readonly classGoals: readonly (Counted & { readonly boardId: string; readonly name: string })[]
}

/** Reads what `boardPupils` asked: goals become counts here, so that words of pupils go no further. */
export function boardPupilsOf({ pupilsWaiting, classGoals }: Row): BoardPupils {
  const byBoard = new Map<string, ClassGoals>()
  for (const { boardId, name, ...goal } of classGoals) {
    const before = byBoard.get(boardId) ?? { name, goals: 0, reached: 0 }
    const reached = shareReached(goal) === 1 ? 1 : 0
    byBoard.set(boardId, { name, goals: before.goals + 1, reached: before.reached + reached })
  }
  const waiting = pupilsWaiting.map(({ closed, ...round }) => ({ ...round, closed: closed === true }))
  return { waiting, classes: [...byBoard.values()] }
}
