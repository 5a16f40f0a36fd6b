import { gammaQuantile } from './distributions.ts'
import { type Estimate, type TooFew, tooFew } from './estimate.ts'
import type { Scale } from './mean-of-scale.ts'

export interface Agreement extends Estimate {
  /** The mean distance of an answer to the mean, in points of the scale (Burke, Finkelstein & Dusig 1999); without an interval. */
  readonly averageDeviation: number
}

/** How many answers' worth of 'as peaked as a normal distribution' is mixed into the kurtosis. */
const peakedness = 20

/**
 * How much a team agrees, as r_WG of one item (James, Demaree & Wolf 1984): 1 where all answer alike, 0 where answers lie
 * as if at random on each step, below 0 where a team is split in two. The interval is that of a variance, with as many degrees of
 * freedom as the tails of the answers leave (Bonett 2006), half an answer spread evenly over the scale being added.
 * Values are whole. Throws on others.
 */
export function agreement(values: readonly number[], { lowest, highest }: Scale): Agreement | TooFew {
  const outside = values.find((value) => !Number.isInteger(value) || value < lowest || value > highest)
  if (outside !== undefined) throw new RangeError(`${outside} is not from ${lowest} to ${highest}`)
  const n = values.length
  const refused = tooFew(n)
  if (refused) return refused
  const mean = values.reduce((sum, value) => sum + value, 0) / n
  const moment = (power: number) => values.reduce((sum, value) => sum + Math.abs(value - mean) ** power, 0)
  // The variance of answers at random on each step.
  const random = ((highest - lowest + 1) ** 2 - 1) / 12
  const variance = (moment(2) + random / 2) / (n - 0.5)
  const degrees = degreesLeft(n, moment(2), moment(4), variance)
  // No answers can lie further apart than half at each end.
  const widest = ((highest - lowest) / 2) ** 2
  const most = Math.min(widest, (degrees * variance) / chiSquare(0.025, degrees))
  const value = 1 - Math.min(widest, moment(2) / (n - 1)) / random
  return {
    ok: true,
    n,
    value,
    interval: [
      Math.min(value, 1 - most / random),
      Math.max(value, 1 - (degrees * variance) / chiSquare(0.975, degrees) / random),
    ],
    averageDeviation: moment(1) / n,
  }
}

/** Degrees of freedom of the variance, the kurtosis being drawn towards 3; `1 + 2 / n` was found by simulation. */
function degreesLeft(n: number, squares: number, fourths: number, variance: number): number {
  const kurtosis = (fourths + peakedness * 3 * variance ** 2) / (squares ** 2 / n + peakedness * variance ** 2)
  return Math.max(1, (2 * n) / (kurtosis - 3 + (2 * n) / (n - 1))) * (1 + 2 / n)
}

function chiSquare(p: number, degrees: number): number {
  return 2 * gammaQuantile(p, degrees / 2)
}
