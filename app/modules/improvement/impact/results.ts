import { type ShareCounts, shareOfGroups } from '@kantelpunt/intervals'
import { type Counted, outcomeOf } from '../review.ts'
import { type Figure, notMeasured } from './impact.ts'

export interface GoalCounted extends Counted {
  readonly periodId: string | null
  readonly teamId: string
}

/**
 * How many of the goals that were counted came where the team wanted, and how many at least came nearer. A goal without
 * readings, target or start is left out: without a start only success would show. Five goals at least. Goals of one team
 * hang together: from four teams on the interval tells what teams such as these reach, of fewer there is none.
 */
export function resultFigures(goals: readonly GoalCounted[]): readonly Figure[] {
  const outcomes = goals
    .filter(({ baseline }) => baseline !== null)
    .map((goal) => ({ team: goal.teamId, outcome: outcomeOf(goal) }))
    .filter(({ outcome }) => outcome !== 'unknown')
  const byTeam = [...Map.groupBy(outcomes, ({ team }) => team).values()]
  const figure = (name: 'reached' | 'nearer', isYes: (outcome: string) => boolean): Figure => {
    const counts = byTeam.map(
      (own): ShareCounts => ({ yes: own.filter(({ outcome }) => isYes(outcome)).length, n: own.length }),
    )
    if (counts.length === 0) return { name, unit: 'share', outcome: notMeasured }
    return { name, unit: 'share', outcome: shareOfGroups(counts), teams: counts.length }
  }
  return [
    figure('reached', (outcome) => outcome === 'reached'),
    figure('nearer', (outcome) => outcome !== 'not-nearer'),
  ]
}
