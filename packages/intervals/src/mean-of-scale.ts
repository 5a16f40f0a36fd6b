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
  const value = plainMean(values)
  const { mean, variance } = withMore(values, scale, 1)
  const [low, high] = betaInterval(mean, variance)
  const onScale = (share: number) => scale.lowest + (scale.highest - scale.lowest) * share
  // The added answer pulls towards the middle; what was said itself is never left out.
  return {
    ok: true,
    n: values.length,
    value,
    interval: [Math.min(value, onScale(low)), Math.max(value, onScale(high))],
  }
}

/**
 * How much the mean of `after` is more than that of `before`, answers not being linked to people. As `meanOfScale`, with half
 * an answer added to each. `n` is the smaller. Where partly the same people answered, the interval is wider than need be.
 */
export function differenceOfMeans(
  before: readonly number[],
  after: readonly number[],
  scale: Scale,
): Estimate | TooFew {
  const n = Math.min(before.length, after.length)
  const refused = tooFew(n)
  if (refused) return refused
  const value = plainMean(after) - plainMean(before)
  const [first, second] = [withMore(before, scale, 0.5), withMore(after, scale, 0.5)]
  // A difference of shares of the scale runs from −1 to 1, so half of it and a half runs from 0 to 1.
  const [low, high] = betaInterval(0.5 + (second.mean - first.mean) / 2, (first.variance + second.variance) / 4)
  const width = scale.highest - scale.lowest
  const asChange = (share: number) => (2 * share - 1) * width
  return { ok: true, n, value, interval: [Math.min(value, asChange(low)), Math.max(value, asChange(high))] }
}

/** The middle 95 % of the beta distribution with this mean and variance. */
export function betaInterval(mean: number, variance: number): Interval {
  const most = mean * (1 - mean)
  // Beyond this the distribution would be all at the two ends.
  const sum = most / Math.min(variance, 0.9 * most) - 1
  return [betaQuantile(0.025, mean * sum, (1 - mean) * sum), betaQuantile(0.975, mean * sum, (1 - mean) * sum)]
}

/** The mean, as a share of the scale, and its variance, with `added` answers more that are spread evenly over the steps. */
function withMore(values: readonly number[], { lowest, highest }: Scale, added: number) {
  const outside = values.find((value) => !(value >= lowest && value <= highest))
  if (outside !== undefined) throw new RangeError(`${outside} is not from ${lowest} to ${highest}`)
  const steps = highest - lowest
  const shares = values.map((value) => (value - lowest) / steps)
  const evenly = Array.from({ length: steps + 1 }, (_, step) => step / steps)
  const each = added / evenly.length
  const weight = shares.length + added
  const mean = (total(shares) + each * total(evenly)) / weight
  const squares = total(shares.map((x) => (x - mean) ** 2)) + each * total(evenly.map((x) => (x - mean) ** 2))
  return { mean, variance: squares / weight ** 2 }
}

function plainMean(values: readonly number[]): number {
  return total(values) / values.length
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}
