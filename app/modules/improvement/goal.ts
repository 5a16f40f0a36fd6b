import type { GoalCard, ReadingCard } from './cards.ts'

/** The figures of a goal that say how it stands. */
export type Counted = Pick<GoalCard, 'baseline' | 'target' | 'readings'>

/** The last reading by day; undefined before the first one. */
export function lastReading({ readings }: Pick<GoalCard, 'readings'>): ReadingCard | undefined {
  return readings.at(-1)
}

/**
 * How far from start (0) to goal (1) the last reading is, never outside of that; null where that can't be said. A goal
 * may also be to have less of something: the direction is from baseline to target. Without a baseline it starts at the
 * first reading.
 */
export function shareReached(goal: Counted): number | null {
  const last = lastReading(goal)
  const start = goal.baseline ?? goal.readings[0]?.value
  if (last === undefined || start === undefined || goal.target === null) return null
  if (start === goal.target) return last.value === goal.target ? 1 : 0
  return Math.min(1, Math.max(0, (last.value - start) / (goal.target - start)))
}

/** What is wrong with the figures of a goal, by field. `outOf` is the most that can be counted. */
export function findFigureFaults(figures: {
  readonly outOf?: number | null | undefined
  readonly baseline?: number | null | undefined
  readonly target?: number | null | undefined
}): Readonly<Partial<Record<'baseline' | 'target', 'above-out-of' | 'same-as-baseline'>>> {
  const { outOf, baseline, target } = figures
  const above = (value: number | null | undefined) => outOf != null && value != null && value > outOf
  return {
    ...(above(baseline) ? { baseline: 'above-out-of' as const } : {}),
    ...(above(target)
      ? { target: 'above-out-of' as const }
      : target != null && target === baseline
        ? { target: 'same-as-baseline' as const }
        : {}),
  }
}

/**
 * The readings on one scale. As counted where all were out of the same number (or none says out of how many); as
 * percentages where the number changed, because 7 of 12 and 7 of 10 are not the same height.
 */
export function onOneScale(goal: Pick<GoalCard, 'outOf' | 'baseline' | 'target' | 'readings'>): {
  readonly percent: boolean
  readonly values: readonly number[]
  readonly baseline: number | null
  readonly target: number | null
} {
  const outOfs = goal.readings.map((reading) => reading.outOf ?? goal.outOf)
  const percent = goal.outOf !== null && outOfs.some((outOf) => outOf !== goal.outOf)
  const scaled = (value: number, outOf: number | null) =>
    percent && outOf !== null ? Math.round((value / outOf) * 1000) / 10 : value
  return {
    percent,
    values: goal.readings.map((reading, index) => scaled(reading.value, outOfs[index] ?? null)),
    baseline: goal.baseline === null ? null : scaled(goal.baseline, goal.outOf),
    target: goal.target === null ? null : scaled(goal.target, goal.outOf),
  }
}
