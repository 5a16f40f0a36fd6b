import type { Evaluation, Evaluator, Slopes } from './evaluation.ts'
import type { Point } from './minimise.ts'

export type Method = 'reml' | 'ml'

/** −2 log-likelihood (REML or ML) with β and σ profiled out, as a function of θ; Bates et al. 2015, equations 39 and 42. */
export function profiledCriterion(evaluator: Evaluator, method: Method): (theta: Float64Array) => Point {
  return (theta) => {
    const evaluation = evaluator.evaluate(theta)
    const value = criterionValue(evaluator, method, evaluation)
    // Where the value is no number the line search turns back, and asks for no slope.
    if (!Number.isFinite(value)) return { value: Number.POSITIVE_INFINITY, gradient: new Float64Array(theta.length) }
    return { value, gradient: criterionSlope(evaluator, method, evaluation, evaluator.slopes(evaluation)) }
  }
}

export function criterionValue({ products }: Evaluator, method: Method, { logDetV, logDetX, rss }: Evaluation): number {
  const freedom = degreesOfFreedom(products, method)
  return logDetV + (method === 'reml' ? logDetX : 0) + freedom * (1 + Math.log((2 * Math.PI * rss) / freedom))
}

function criterionSlope({ products }: Evaluator, method: Method, { rss }: Evaluation, slopes: Slopes): Float64Array {
  const freedom = degreesOfFreedom(products, method)
  return slopes.logDetV.map(
    (each, k) => each + (method === 'reml' ? (slopes.logDetX[k] ?? 0) : 0) + (freedom * (slopes.rss[k] ?? 0)) / rss,
  )
}

/** What the sum of squares is divided by to give σ². */
export function degreesOfFreedom(
  { rowCount, p }: { readonly rowCount: number; readonly p: number },
  method: Method,
): number {
  return method === 'reml' ? rowCount - p : rowCount
}
