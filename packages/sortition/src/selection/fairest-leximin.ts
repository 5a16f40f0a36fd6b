import type { Solver } from '@kantelpunt/solver'
import type { Stage } from '../certificate/certificate.ts'
import type { Pool } from '../pool/pool.ts'
import { addUp, priced, scaleFor } from '../proof/leaf.ts'
import { idsOf, writeFact } from '../proof/write-fact.ts'
import type { Budget } from './budget.ts'
import type { Fairest } from './fairest.ts'
import type { Outer } from './outer.ts'
import { type OuterStage, outerLeximin } from './outer-leximin.ts'
import { simplestLeximin } from './simplest.ts'
import { wholeMultipliers } from './whole-multipliers.ts'

const roundUp = (value: number) => Math.ceil(value - 1e-9 * Math.abs(value))

/** The weights that multipliers add up to, by profile: whole, above 0 only for whom `may` says. */
function weigh(outer: Outer, { multipliers, settled, floor }: OuterStage, may: (profile: number) => boolean) {
  const { shape, cuts } = outer
  const nobody = new Float64Array(shape.profiles.length)
  if (floor >= 1) {
    for (const profile of settled) nobody[profile] = 1
    const most = settled.reduce((sum, profile) => sum + (shape.profiles[profile]?.people.length ?? 0), 0)
    const rows = shape.rows.map(() => 0)
    return { weights: nobody, most, leaf: { scale: 1, rows, cuts: [], sides: [], total: most } }
  }
  // Twice: by what the multipliers add up to, and once more for the weights that follow from them.
  const scale = scaleFor(shape, cuts, nobody, multipliers) / 16
  const { rows, ofCuts } = wholeMultipliers(outer, multipliers, scale)
  const weights = priced(shape, cuts, rows, ofCuts).map((weight, at) => (weight > 0 && may(at) ? weight : 0))
  const { total, sides } = addUp(shape, cuts, weights, 1, rows, ofCuts, [])
  return { weights, most: total, leaf: { scale: 1, rows, cuts: ofCuts, sides, total } }
}

export function fairestLeximin(
  solver: Solver,
  outer: Outer,
  impossible: ReadonlySet<number>,
  pool: Pool,
  budget: Budget,
): Fairest {
  const found = outerLeximin(solver, outer, budget, impossible) ?? simplestLeximin(outer, impossible)
  const { shape } = outer
  const { target } = found
  const nowhere = target.map(() => Number.POSITIVE_INFINITY)
  const floors = target.map((floor) => Math.max(0, floor))
  return {
    aim: { band: { low: floors, high: nowhere }, steer: { low: floors, high: floors }, face: floors },
    progress(probabilities) {
      const off = probabilities.reduce((most, p, at) => Math.max(most, (floors[at] ?? 0) - p), 0)
      const bound = found.stages[0]?.floor ?? 0
      return { value: Math.max(0, bound - off), bound }
    },
    state(probabilities) {
      const done = new Set<number>()
      let gap = 0
      const stages = found.stages.map((stage): Stage => {
        const value = shape.profiles.reduce(
          (least, { people }, profile) =>
            done.has(profile) || impossible.has(profile)
              ? least
              : people.reduce((few, place) => Math.min(few, probabilities[place] ?? 0), least),
          1,
        )
        for (const profile of stage.settled) done.add(profile)
        const { weights, most: total, leaf } = weigh(outer, stage, (profile) => done.has(profile))
        const held = weights.reduce(
          (sum, weight, at) => sum + weight * (shape.profiles[at]?.people.length ?? 0) * (target[at] ?? 0),
          0,
        )
        const most = Math.max(total, roundUp(held))
        const slack = Math.max(0, most - held)
        let sum = 0
        for (const profile of stage.settled) {
          const people = shape.profiles[profile]?.people ?? []
          const weight = weights[profile] ?? 0
          sum += weight * people.length
          gap = Math.max(gap, slack / weight)
          for (const place of people) gap = Math.max(gap, stage.floor - (probabilities[place] ?? 0))
        }
        return {
          value,
          bound: stage.floor + (most - held) / sum,
          floor: stage.floor,
          settled: idsOf(pool, shape, stage.settled),
          fact: writeFact(pool, shape, weights, most, leaf),
          highs: {},
        }
      })
      return { stages, gap }
    },
  }
}

export function fairestMaximin(
  solver: Solver,
  outer: Outer,
  impossible: ReadonlySet<number>,
  pool: Pool,
  budget: Budget,
): Fairest {
  // LEXIMIN is a MAXIMIN too, and its target shows the search where to go; what counts is the first stage.
  const found = outerLeximin(solver, outer, budget, impossible) ?? simplestLeximin(outer, impossible)
  const { shape } = outer
  const target = found.target.map((floor) => Math.max(0, floor))
  const [stage] = found.stages
  const floor = stage?.floor ?? 0
  const low = found.target.map((_, profile) => (impossible.has(profile) ? 0 : floor))
  const high = low.map(() => Number.POSITIVE_INFINITY)
  const lowest = (chances: (profile: number) => number) =>
    low.reduce((least, _, profile) => (impossible.has(profile) ? least : Math.min(least, chances(profile))), 1)
  return {
    aim: { band: { low, high }, steer: { low: target, high: target }, face: target },
    progress: (probabilities) => ({ value: lowest((profile) => probabilities[profile] ?? 0), bound: floor }),
    state(probabilities) {
      if (stage === undefined) return { stages: [], gap: 0 }
      const { weights, most, leaf } = weigh(outer, stage, (profile) => !impossible.has(profile))
      const sum = weights.reduce((all, weight, at) => all + weight * (shape.profiles[at]?.people.length ?? 0), 0)
      const value = lowest((profile) =>
        (shape.profiles[profile]?.people ?? []).reduce((few, place) => Math.min(few, probabilities[place] ?? 0), 1),
      )
      const settled = idsOf(
        pool,
        shape,
        [...weights.keys()].filter((profile) => (weights[profile] ?? 0) > 0),
      )
      const bound = most / sum
      const fact = writeFact(pool, shape, weights, most, leaf)
      return { stages: [{ value, bound, floor: bound, settled, fact, highs: {} }], gap: Math.max(0, bound - value) }
    },
  }
}
