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
 * How much a team agrees on one statement, as r_WG (James, Demaree & Wolf 1984): 1 where all answer alike, 0 where
 * answers lie as if at random on each step, below 0 where a team is split in two. The interval is that of a variance, with as many
 * degrees of freedom as the tails of the answers leave (Bonett 2006), half an answer spread evenly over the scale being
 * added. Values are whole. Throws on others.
 */
export function agreement(values: readonly number[], scale: Scale): Agreement | TooFew {
  return agreementOfItems(
    values.map((value) => [value]),
    scale,
  )
}

/**
 * The same on some statements together, one list of answers a person: the mean of their r_WG (r*_WG(J): Lindell, Brandt &
 * Whitney 1999), so that more statements do not seem more agreement. Throws where lists are not as long as each other.
 */
export function agreementOfItems(
  people: readonly (readonly number[])[],
  { lowest, highest }: Scale,
): Agreement | TooFew {
  const items = people[0]?.length ?? 0
  if (people.some((answers) => answers.length !== items)) throw new RangeError('somebody answered more than others')
  const outside = people.flat().find((value) => !Number.isInteger(value) || value < lowest || value > highest)
  if (outside !== undefined) throw new RangeError(`${outside} is not from ${lowest} to ${highest}`)
  const n = people.length
  const refused = tooFew(n)
  if (refused) return refused
  const means = Array.from({ length: items }, (_, item) => total(people.map((answers) => answers[item] ?? 0)) / n)
  /** Each person's mean distance over the statements, to a power. */
  const distances = (power: number) =>
    people.map((answers) => total(answers.map((value, item) => Math.abs(value - (means[item] ?? 0)) ** power)) / items)
  const squares = distances(2)
  // The variance of answers at random on each step, and of half of them at each end: no answers lie further apart.
  const random = ((highest - lowest + 1) ** 2 - 1) / 12
  const widest = ((highest - lowest) / 2) ** 2
  const variance = (total(squares) + random / 2) / (n - 0.5)
  const degrees = degreesLeft(squares, variance, peakOf(people, means), items === 1 ? 2 : 4)
  const most = Math.min(widest, (degrees * variance) / chiSquare(0.025, degrees))
  const least = (degrees * variance) / chiSquare(0.975, degrees)
  const value = 1 - Math.min(widest, total(squares) / (n - 1)) / random
  return {
    ok: true,
    n,
    value,
    interval: [Math.min(value, 1 - most / random), Math.max(value, 1 - least / random)],
    averageDeviation: total(distances(1)) / n,
  }
}

/**
 * The kurtosis of answers that are normally distributed: 3 on one statement, less on the mean of some, down to 1 where they
 * have nothing to do with each other. How much they do is told by how much people's sums differ.
 */
function peakOf(people: readonly (readonly number[])[], means: readonly number[]): number {
  const items = means.length
  const apart = total(people.map((answers) => total(answers.map((value, item) => (value - (means[item] ?? 0)) ** 2))))
  if (items === 1 || apart === 0) return 3
  const sums = total(people.map((answers) => (total(answers) - total(means)) ** 2))
  const together = Math.min(1, Math.max(0, (sums / apart - 1) / (items - 1)))
  return 1 + (2 * (1 + (items - 1) * together ** 2)) / items
}

/** Degrees of freedom of the variance, the kurtosis being drawn towards `peak`; `1 + more / n` was found by simulation. */
function degreesLeft(squares: readonly number[], variance: number, peak: number, more: number): number {
  const n = squares.length
  const fourths = total(squares.map((square) => square ** 2))
  const kurtosis =
    (fourths + peakedness * peak * variance ** 2) / (total(squares) ** 2 / n + peakedness * variance ** 2)
  return Math.max(1, (2 * n) / (kurtosis - 3 + (2 * n) / (n - 1))) * (1 + more / n)
}

function chiSquare(p: number, degrees: number): number {
  return 2 * gammaQuantile(p, degrees / 2)
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}
