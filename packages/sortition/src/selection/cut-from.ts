import type { Solver } from '@kantelpunt/solver'
import { prove, type WholeProof } from '../proof/prove.ts'
import { openPanelSearch } from './best-panel.ts'
import type { Budget } from './budget.ts'
import type { Band } from './master.ts'
import type { Cut, Outer } from './outer.ts'

export interface CutWithProof extends Cut {
  readonly proof: WholeProof
}

/** Whole weights near those given: by a small common denominator where there is one, else of six digits. */
function wholeWeights(weights: Float64Array): Float64Array {
  const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0)
  const least = weights.reduce(
    (few, weight) => (Math.abs(weight) > 1e-7 * largest ? Math.min(few, Math.abs(weight)) : few),
    largest,
  )
  for (let of = 1; of <= 60; of++) {
    const scaled = weights.map((weight) => (weight / least) * of)
    const whole = scaled.map(Math.round)
    if (scaled.every((value, at) => Math.abs(value - (whole[at] ?? 0)) < 1e-5)) return whole
  }
  return weights.map((weight) => Math.round((weight / largest) * 1e6))
}

/**
 * From prices by which every panel weighs too little for the band, a rule by which that is plain: whole weights, the heaviest
 * panel by them, and a proof that none is heavier. null where the time was over, or the rule would cut nothing off.
 */
export function cutFrom(
  solver: Solver,
  outer: Outer,
  { low, high }: Band,
  prices: Float64Array,
  budget: Budget,
): CutWithProof | null {
  const sizes = outer.shape.profiles.map(({ people }) => people.length)
  const weights = wholeWeights(prices.map((price, at) => price / (sizes[at] ?? 1)))
  using search = openPanelSearch(solver, outer)
  const heaviest = search.best(weights, budget.seconds())
  if (heaviest === null || heaviest === 'no-time') return null
  const aimed = weights.reduce((sum, weight, at) => {
    const edge = weight > 0 ? low[at] : weight < 0 ? high[at] : 0
    return sum + weight * (sizes[at] ?? 0) * (edge ?? 0)
  }, 0)
  for (let most = Math.round(heaviest.bound); aimed > most + 1e-7 * Math.abs(most); ) {
    const proved = prove(solver, outer, weights, most, budget)
    if (proved.ok) return { weights, most, proof: proved.proof }
    if (proved.reason === 'no-time') return null
    const heavier = proved.counts.reduce((sum, value, at) => sum + Math.round(value) * (weights[at] ?? 0), 0)
    if (heavier <= most) return null
    most = heavier
  }
  return null
}
