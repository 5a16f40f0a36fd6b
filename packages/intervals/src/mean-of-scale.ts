import { betaQuantile } from './distributions.ts'
import { type Estimate, type Interval, type TooFew, tooFew } from './estimate.ts'

/** The ends of a scale in steps of one, such as 1 to 5, or 1 to 3 for three faces. */
export interface Scale {
  readonly lowest: number
  readonly highest: number
}

/**
 * The mean of answers on a scale with ends: what people like these say on average. One answer, spread evenly over the
 * scale, is added before the spread is measured, so that five equal answers are not certain; the mean then follows the beta
 * distribution with its mean and variance, so that the interval leans away from an end. `value` is the plain mean.
 * Values need not be whole (means of some items a person). Throws on values outside the scale.
 */
export function meanOfScale(values: readonly number[], scale: Scale): Estimate | TooFew {
  const refused = tooFew(values.length)
  if (refused) return refused
  const shares = values.map((value) => toShare(value, scale))
  const value = values.reduce((sum, each) => sum + each, 0) / values.length
  return { ok: true, n: values.length, value, interval: meanInterval(shares, scale, value) }
}

function meanInterval(shares: readonly number[], scale: Scale, value: number): Interval {
  const { mean, variance, weight } = withOneMore(shares, scale)
  const [low, high] = betaInterval(mean, variance / weight)
  const width = scale.highest - scale.lowest
  // The added answer pulls towards the middle; what was said itself is never left out.
  return [Math.min(value, scale.lowest + width * low), Math.max(value, scale.lowest + width * high)]
}

/** Mean and variance, as shares of the scale, with one answer more that is spread evenly over its steps. */
export function withOneMore(shares: readonly number[], { lowest, highest }: Scale) {
  const steps = highest - lowest
  const evenly = Array.from({ length: steps + 1 }, (_, step) => step / steps)
  const each = 1 / evenly.length
  const weight = shares.length + 1
  const mean = (total(shares) + each * total(evenly)) / weight
  const squares = total(shares.map((x) => (x - mean) ** 2)) + each * total(evenly.map((x) => (x - mean) ** 2))
  return { mean, variance: squares / weight, weight }
}

/** The middle 95 % of the beta distribution with this mean and variance, as shares of the scale. */
export function betaInterval(mean: number, variance: number): Interval {
  const most = mean * (1 - mean)
  // Beyond this the distribution would be all at the two ends.
  const sum = most / Math.min(variance, 0.9 * most) - 1
  return [betaQuantile(0.025, mean * sum, (1 - mean) * sum), betaQuantile(0.975, mean * sum, (1 - mean) * sum)]
}

function toShare(value: number, { lowest, highest }: Scale): number {
  if (!(value >= lowest && value <= highest)) throw new RangeError(`${value} is not from ${lowest} to ${highest}`)
  return (value - lowest) / (highest - lowest)
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}
