import type { Trx } from '../../../platform/database/scope.ts'
import { shareReached } from '../goal.ts'

/** What the board of a team hears of a class board: numbers, never words. */
export interface ClassGoals {
  readonly name: string
  readonly goals: number
  readonly reached: number
}

/** The goals that pupils have on the class boards of a team, as counts; classes without goals are left out. */
export async function classGoalsOf(trx: Trx, organisationId: string, teamId: string): Promise<readonly ClassGoals[]> {
  const goals = await trx
    .selectFrom('goals')
    .innerJoin('boards', (join) =>
      join.onRef('boards.organisation_id', '=', 'goals.organisation_id').onRef('boards.id', '=', 'goals.board_id'),
    )
    .select(['goals.id', 'boards.id as boardId', 'boards.name', 'goals.baseline', 'goals.target'])
    .where('goals.organisation_id', '=', organisationId)
    .where('boards.team_id', '=', teamId)
    .where('boards.kind', '=', 'class')
    .where('boards.archived_at', 'is', null)
    .where('goals.removed_at', 'is', null)
    .where('goals.state', '<>', 'stopped')
    .orderBy('boards.name')
    .execute()
  if (goals.length === 0) return []
  const ids = goals.map(({ id }) => id)
  const readings = await trx
    .selectFrom('readings')
    .select(['id', 'goal_id as goalId', 'value', 'out_of as outOf', 'on_date as onDate'])
    .where('organisation_id', '=', organisationId)
    .where('goal_id', 'in', ids)
    .where('removed_at', 'is', null)
    .orderBy('on_date')
    .execute()
  const byBoard = new Map<string, ClassGoals>()
  for (const { id, boardId, name, baseline, target } of goals) {
    const of = readings.filter(({ goalId }) => goalId === id)
    const reached = shareReached({ baseline, target, readings: of }) === 1 ? 1 : 0
    const before = byBoard.get(boardId) ?? { name, goals: 0, reached: 0 }
    byBoard.set(boardId, { name, goals: before.goals + 1, reached: before.reached + reached })
  }
  return [...byBoard.values()]
}
