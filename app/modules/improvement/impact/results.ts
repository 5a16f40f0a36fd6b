import { share } from '@kantelpunt/intervals'
import { type Counted, outcomeOf } from '../review.ts'
import { type Figure, notMeasured } from './impact.ts'

export interface GoalCounted extends Counted {
  readonly periodId: string | null
}

/**
 * How many of the goals that were counted came where the team wanted, and how many at least came nearer. A goal without
 * readings, target or start is left out: without a start only success would show. Five goals at least.
 */
export function resultFigures(goals: readonly GoalCounted[]): readonly Figure[] {
  const outcomes = goals
    .filter(({ baseline }) => baseline !== null)
    .map(outcomeOf)
    .filter((outcome) => outcome !== 'unknown')
  const n = outcomes.length
  const reached = outcomes.filter((outcome) => outcome === 'reached').length
  const nearer = outcomes.filter((outcome) => outcome !== 'not-nearer').length
  return [
    { name: 'reached', unit: 'share', outcome: n === 0 ? notMeasured : share({ yes: reached, n }) },
    { name: 'nearer', unit: 'share', outcome: n === 0 ? notMeasured : share({ yes: nearer, n }) },
  ]
}
