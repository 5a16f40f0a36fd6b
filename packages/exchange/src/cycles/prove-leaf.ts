import type { Decision, Leaf } from './certificate.ts'
import { allows } from './decisions.ts'
import type { Market } from './market.ts'
import { reducedBy } from './master.ts'
import { priceCycles } from './price.ts'

/** A proof in whole numbers, within one part, and the bound that it gives. */
export interface Proven {
  readonly leaf: Leaf
  readonly bound: number
}

/**
 * Rounds values up to whole numbers and raises them where an exchange that the decisions allow is still worth more: a proof
 * whatever the values were, and a tight one where they came from a relaxed packing.
 */
export function proveLeaf(
  market: Market,
  times: number,
  decisions: readonly Decision[],
  values: ArrayLike<number>,
  sets: readonly (readonly number[])[] = [],
  setValues: ArrayLike<number> = [],
): Proven {
  // What the solver left within its tolerance is not rounded up to a whole one.
  const up = (value: number) => Math.max(0, Math.ceil(value * times - 1e-3))
  const whole = Float64Array.from({ length: market.n }, (_, v) => up(values[v] ?? 0))
  const kept = sets.map((vertices, s) => ({ vertices, value: up(setValues[s] ?? 0) })).filter(({ value }) => value > 0)
  const keptSets = kept.map(({ vertices }) => vertices)
  const keptValues = kept.map(({ value }) => value)
  priceCycles(
    market,
    whole.slice(),
    0.5,
    (a, b, c, weight) => {
      const column = { a, b, c, weight: weight * times }
      if (!allows(decisions, column)) return
      const short = reducedBy(column, whole, keptSets, keptValues)
      if (short > 0) whole[a] = (whole[a] ?? 0) + short
    },
    times,
  )
  const sum = whole.reduce((all, value) => all + value, 0) + keptValues.reduce((all, value) => all + value, 0)
  return { leaf: { decisions, values: [...whole], sets: kept }, bound: Math.floor(sum / times) }
}
