import { criterionValue } from '../fit/criterion.ts'
import { thetaPlaces } from '../fit/evaluation.ts'
import type { Fit } from '../fit/fit.ts'

/** A relative spread between levels, and how much it counts. */
export interface WeightedSpread {
  readonly theta: Float64Array
  /** All weights together are 1. */
  readonly weight: number
}

const points = 15
/** Where −2 log-likelihood is this far above its minimum a spread no longer counts (weight below 0.002). */
const farOff = 12

/**
 * Spreads of one grouping about the estimate: θ of that grouping times s, with weights from the REML likelihood under a
 * flat prior on the standard deviation. Where the estimate is zero, the spread of its intercepts is what varies.
 */
export function scaleGrid(fit: Fit, f: number): readonly WeightedSpread[] {
  const { evaluator, optimum } = fit.interior
  const places = thetaPlaces(evaluator.products)
  const isZero = places.every(({ factor }, k) => factor !== f || optimum.theta[k] === 0)
  const firstOfFactor = places.findIndex(({ factor }) => factor === f)
  const thetaAt = (s: number) =>
    optimum.theta.map((each, k) => (places[k]?.factor !== f ? each : isZero ? (k === firstOfFactor ? s : 0) : each * s))
  const height = (s: number) => criterionValue(evaluator, 'reml', evaluator.evaluate(thetaAt(s)))
  const centre = isZero ? 0 : 1
  const least = height(centre)
  const end = (from: number, to: number) => {
    // Halving: 12 steps are 1/4000 of the range.
    let inside = from
    let outside = to
    for (let k = 0; k < 12; k++) {
      const middle = (inside + outside) / 2
      if (height(middle) - least < farOff) inside = middle
      else outside = middle
    }
    return outside
  }
  let far = isZero ? 0.05 : 1.25
  while (height(far) - least < farOff && far < 1e4) far *= 1.5
  const highest = end(centre, far)
  const lowest = isZero || height(0) - least < farOff ? 0 : end(1, 0)
  const grid = Array.from({ length: points }, (_, k) => lowest + ((k + 0.5) * (highest - lowest)) / points)
  const heights = grid.map(height)
  const weights = heights.map((each) => Math.exp(-(each - least) / 2))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return grid.map((s, k) => ({ theta: thetaAt(s), weight: (weights[k] ?? 0) / total }))
}
