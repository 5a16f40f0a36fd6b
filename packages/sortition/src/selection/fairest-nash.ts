import type { Solver } from '@kantelpunt/solver'
import type { Pool } from '../pool/pool.ts'
import { addUp, priced, scaleFor } from '../proof/leaf.ts'
import { writeFact } from '../proof/write-fact.ts'
import type { Budget } from './budget.ts'
import type { Fairest } from './fairest.ts'
import type { Outer } from './outer.ts'
import { outerNash } from './outer-nash.ts'
import { simplestNash } from './simplest.ts'
import { wholeMultipliers } from './whole-multipliers.ts'

/**
 * At the optimum of Σ log p the multipliers add up to 1 / p for each person; with these as weights, no panel weighs more than
 * the number of people.
 */
export function fairestNash(
  solver: Solver,
  outer: Outer,
  impossible: ReadonlySet<number>,
  pool: Pool,
  budget: Budget,
): Fairest {
  const found = outerNash(solver, outer, impossible, budget) ?? simplestNash(outer, impossible)
  const { shape, cuts } = outer
  const { target, multipliers } = found
  const sizes = shape.profiles.map(({ people }) => people.length)
  const free = [...sizes.keys()].filter((profile) => !impossible.has(profile))
  const people = free.reduce((sum, profile) => sum + (sizes[profile] ?? 0), 0)
  const mean = (log: (profile: number) => number) => Math.exp(free.reduce((sum, at) => sum + log(at), 0) / people)

  const gradient = target.map((p) => (p > 0 ? 1 / p : 0))
  const scale = scaleFor(shape, cuts, gradient, multipliers) / 16
  const { rows, ofCuts } = wholeMultipliers(outer, multipliers, scale)
  const used = priced(shape, cuts, rows, ofCuts)
  const weights = used.map((sum, at) => {
    if (impossible.has(at)) return 0
    const own = Math.max(1, Math.round((gradient[at] ?? 0) * scale))
    // Whoever is on every panel would have to have more than the multipliers say.
    return sum <= 0 || (target[at] ?? 0) > 1 - 1e-9 ? own : sum
  })
  const { total, sides } = addUp(shape, cuts, weights, 1, rows, ofCuts, [])
  const bound = mean((at) => (sizes[at] ?? 0) * Math.log(total / people / (weights[at] ?? 1)))
  const never = target.map(() => Number.POSITIVE_INFINITY)
  return {
    aim: { band: { low: target, high: never }, steer: { low: target, high: target }, face: target },
    progress: (probabilities) => ({
      value: mean((at) => (sizes[at] ?? 0) * Math.log(probabilities[at] ?? 0)),
      bound,
    }),
    state(probabilities) {
      if (people === 0) return { stages: [], gap: 0 }
      const each = (at: number) =>
        (shape.profiles[at]?.people ?? []).reduce((sum, place) => sum + Math.log(probabilities[place] ?? 0), 0)
      const value = mean(each)
      const fact = writeFact(pool, shape, weights, total, { scale: 1, rows, cuts: ofCuts, sides, total })
      return {
        stages: [{ value, bound, floor: bound, settled: [], fact, highs: {} }],
        gap: Math.max(0, bound / value - 1),
      }
    },
  }
}
