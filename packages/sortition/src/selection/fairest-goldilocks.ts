import type { Solver } from '@kantelpunt/solver'
import type { Pool } from '../pool/pool.ts'
import { addUp, priced, scaleFor } from '../proof/leaf.ts'
import { writeFact } from '../proof/write-fact.ts'
import type { Budget } from './budget.ts'
import type { Fairest } from './fairest.ts'
import type { Outer } from './outer.ts'
import { outerGoldilocks } from './outer-goldilocks.ts'
import { simplestGoldilocks } from './simplest.ts'
import { wholeMultipliers } from './whole-multipliers.ts'

/** The objective of GOLDILOCKS: 2 where all have the same, more where the highest or the lowest is far from that. */
export function fairestGoldilocks(
  solver: Solver,
  outer: Outer,
  impossible: ReadonlySet<number>,
  pool: Pool,
  budget: Budget,
): Fairest {
  const { shape, cuts } = outer
  const sizes = shape.profiles.map(({ people }) => people.length)
  const free = [...sizes.keys()].filter((profile) => !impossible.has(profile))
  const people = free.reduce((sum, profile) => sum + (sizes[profile] ?? 0), 0)
  const fair = people === 0 ? 0 : shape.seats / people
  if (fair === 0) {
    const none = new Float64Array(sizes.length)
    const all = none.map(() => Number.POSITIVE_INFINITY)
    return {
      aim: { band: { low: none, high: all }, steer: { low: none, high: all }, face: null },
      progress: () => ({ value: 0, bound: 0 }),
      state: () => ({ stages: [], gap: 0 }),
    }
  }
  const found = outerGoldilocks(solver, outer, impossible, fair, budget) ?? simplestGoldilocks(outer, impossible)
  const { least, most, target, multipliers } = found
  const low = target.map((_, at) => (impossible.has(at) ? 0 : least))
  const high = target.map(() => most)
  const objective = (lowest: number, highest: number) => highest / fair + fair / lowest

  const scale = scaleFor(shape, cuts, found.highs, multipliers) / 64
  const { rows, ofCuts } = wholeMultipliers(outer, multipliers, scale)
  const used = priced(shape, cuts, rows, ofCuts)
  const highs = found.highs.map((value, at) => (impossible.has(at) ? 0 : Math.round(value * scale)))
  const weights = used.map((sum, at) => (impossible.has(at) ? 0 : Math.max(sum, -(highs[at] ?? 0))))
  const { total, sides } = addUp(shape, cuts, weights, 1, rows, ofCuts, [])
  const count = (of: (at: number) => number) => free.reduce((sum, at) => sum + of(at) * (sizes[at] ?? 0), 0)
  const alpha = count((at) => (weights[at] ?? 0) + (highs[at] ?? 0))
  const beta = count((at) => highs[at] ?? 0)
  const bound = 2 * Math.sqrt(alpha / beta) - total / (beta * fair)
  const extremes = (chances: (at: number) => readonly number[]) => {
    let [lowest, highest] = [1, 0]
    for (const at of free)
      for (const p of chances(at)) {
        lowest = Math.min(lowest, p)
        highest = Math.max(highest, p)
      }
    return objective(lowest, highest)
  }
  return {
    aim: { band: { low, high }, steer: { low: target, high: target }, face: target },
    progress: (probabilities) => ({ value: extremes((at) => [probabilities[at] ?? 0]), bound }),
    state(probabilities) {
      const value = extremes((at) => (shape.profiles[at]?.people ?? []).map((place) => probabilities[place] ?? 0))
      const fact = writeFact(pool, shape, weights, total, { scale: 1, rows, cuts: ofCuts, sides, total })
      const named = writeFact(pool, shape, highs, 0, { scale: 1, rows: [], cuts: [], sides: [], total: 0 }).weights
      const stage = { value, bound, floor: bound, settled: [], fact, highs: named }
      return { stages: [stage], gap: Math.max(0, value / bound - 1) }
    },
  }
}
