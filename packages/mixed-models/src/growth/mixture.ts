/** A normal distribution with a weight; the weights of a mixture are 1 together. */
export interface Component {
  readonly weight: number
  readonly mean: number
  readonly deviation: number
}

/** The value that a mixture of normal distributions stays below with this probability, by halving between its parts. */
export function mixtureQuantile(components: readonly Component[], probability: number): number {
  let low = Number.POSITIVE_INFINITY
  let high = Number.NEGATIVE_INFINITY
  for (const { mean, deviation } of components) {
    low = Math.min(low, mean - 9 * deviation)
    high = Math.max(high, mean + 9 * deviation)
  }
  // 45 halvings: 3e-14 of the range.
  for (let round = 0; round < 45; round++) {
    const middle = (low + high) / 2
    let below = 0
    for (const { weight, mean, deviation } of components) {
      below += weight * (deviation > 0 ? normalBelow((middle - mean) / deviation) : middle >= mean ? 1 : 0)
    }
    if (below < probability) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** Standard normal distribution function, to 7.5e-8 (Abramowitz & Stegun 1964, 26.2.17). */
export function normalBelow(x: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(x))
  const polynomial = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  const above = Math.exp((-x * x) / 2) * 0.3989422804014327 * polynomial
  return x > 0 ? 1 - above : above
}
