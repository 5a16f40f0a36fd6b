import { criterionValue, type Method, profiledCriterion } from './criterion.ts'
import { type Evaluator, thetaPlaces } from './evaluation.ts'
import { minimise } from './minimise.ts'

export interface Optimum {
  readonly theta: Float64Array
  readonly criterion: number
  readonly converged: boolean
  /** Whether a variance is zero, or a correlation one: the best fit is at the edge of what covariances can be. */
  readonly boundary: boolean
  readonly evaluations: number
}

/** Below this a relative standard deviation is taken for zero, if the criterion agrees. */
const nearlyZero = 1e-3

/** The θ of least criterion. Its diagonals are not negative; one that adds nothing is exactly zero. */
export function findOptimum(evaluator: Evaluator, method: Method, from?: Float64Array): Optimum {
  const places = thetaPlaces(evaluator.products)
  const start = from ?? Float64Array.from(places, ({ row, col }) => (row === col ? 0.5 : 0))
  const f = profiledCriterion(evaluator, method)
  let found = minimise(f, start)
  let evaluations = found.evaluations
  // Every θ with a diagonal of zero is stationary along it, also where a variance would help: look just beside it.
  for (let round = 0; round < places.length; round++) {
    const beside = found.at.map((each, k) =>
      places[k]?.row === places[k]?.col && Math.abs(each) < nearlyZero ? nearlyZero : each,
    )
    const { gradient } = f(beside)
    const helps = gradient.some((each, k) => beside[k] !== found.at[k] && each < 0)
    evaluations++
    if (!helps) break
    const again = minimise(f, beside)
    evaluations += again.evaluations
    if (!(again.value < found.value - 1e-9)) break
    found = again
  }
  let theta = found.at
  let criterion = found.value
  let boundary = false
  places.forEach(({ row, col }, k) => {
    if (row !== col || Math.abs(theta[k] ?? 0) > nearlyZero) return
    const without = theta.with(k, 0)
    const value = criterionValue(evaluator, method, evaluator.evaluate(without))
    if (value > criterion + 1e-9 * Math.max(1, Math.abs(criterion))) return
    theta = without
    criterion = value
    boundary = true
  })
  const isTurned = places.map(
    ({ factor, col }) =>
      (theta[places.findIndex((each) => each.factor === factor && each.row === col && each.col === col)] ?? 0) < 0,
  )
  theta = theta.map((each, k) => (isTurned[k] ? -each : each))
  return { theta, criterion, converged: found.converged, boundary, evaluations }
}
