/** What is thought of the abilities of items: a normal distribution that moves with each vote. */
export interface Belief {
  readonly items: number
  readonly mean: Float64Array
  /** Covariance, n × n. */
  readonly covariance: Float64Array
  /** How often each item was shown. */
  readonly shown: Float64Array
}

/** Before any vote: abilities differ by this much, in log-odds. */
export const priorSpread = 1.5

export function openBelief(items: number): Belief {
  const covariance = new Float64Array(items * items)
  for (let i = 0; i < items; i++) covariance[i * items + i] = priorSpread ** 2
  return { items, mean: new Float64Array(items), covariance, shown: new Float64Array(items) }
}

/**
 * Moves a belief by one vote, in place: one step of the extended Kalman filter for a logistic observation (Glickman 1999 does the same
 * without covariances). `result` is 1 where `one` was chosen, 0 where `other` was, ½ for a tie; `times` is for how many votes it
 * stands.
 */
export function learn(
  { items: n, mean, covariance, shown }: Belief,
  one: number,
  other: number,
  result: number,
  times = 1,
): void {
  const chance = 1 / (1 + Math.exp((mean[other] ?? 0) - (mean[one] ?? 0)))
  const gain = new Float64Array(n)
  for (let k = 0; k < n; k++) gain[k] = (covariance[k * n + one] ?? 0) - (covariance[k * n + other] ?? 0)
  const variance = (gain[one] ?? 0) - (gain[other] ?? 0)
  const information = times * chance * (1 - chance)
  const step = (times * (result - chance)) / (1 + information * variance)
  const narrowing = information / (1 + information * variance)
  for (let k = 0; k < n; k++) {
    const pulled = gain[k] ?? 0
    mean[k] = (mean[k] ?? 0) + step * pulled
    for (let m = 0; m < n; m++)
      covariance[k * n + m] = (covariance[k * n + m] ?? 0) - narrowing * pulled * (gain[m] ?? 0)
  }
  shown[one] = (shown[one] ?? 0) + times
  shown[other] = (shown[other] ?? 0) + times
}

/** How much each item's ability matters to which are the first `top`: the density of its ability at the boundary. */
export function stakes({ items: n, mean, covariance }: Belief, top: number): Float64Array<ArrayBuffer> {
  const sorted = Float64Array.from(mean).sort().reverse()
  const boundary = ((sorted[top - 1] ?? 0) + (sorted[top] ?? sorted[top - 1] ?? 0)) / 2
  return Float64Array.from({ length: n }, (_, i) => {
    const variance = Math.max(covariance[i * n + i] ?? 0, 1e-12)
    return Math.exp(-(((mean[i] ?? 0) - boundary) ** 2) / (2 * variance)) / Math.sqrt(variance)
  })
}
