import { gammaQuantile, student975, z975 } from './distributions.ts'
import { type Estimate, type TooFew, tooFew } from './estimate.ts'
import type { Scale } from './mean-of-scale.ts'

export interface Agreement extends Estimate {
  /** The mean distance of an answer to the mean, in points of the scale (Burke, Finkelstein & Dusig 1999); without an interval. */
  readonly averageDeviation: number
}

/** How many degrees of freedom 'people differ as much as they lie from the mean' counts for beside what is seen. */
const usualDegrees = 0.5
/** How much of somebody who answers at random is added, so that a team of one mind is not certain. */
const atRandom = 0.2

/**
 * How much a team agrees on some statements together, one list of answers a person, as the mean of r_WG of each (James,
 * Demaree & Wolf 1984; r*_WG(J): Lindell, Brandt & Whitney 1999), so that more statements do not seem more agreement: 1 where all answer
 * alike, 0 where answers lie as if at random on each step, below 0 where a team is split in two. The interval is that of the mean over
 * people of how far they lie from the others (a gamma distribution, widened as Student's t). Values are whole. Throws on others, and where
 * lists are not as long as each other.
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
  const random = ((highest - lowest + 1) ** 2 - 1) / 12
  const widest = ((highest - lowest) / 2) ** 2
  const own = squares.map((square) => (square * n) / (n - 1))
  const mean = total(own) / n
  const centre = (total(own) + atRandom * random) / (n + atRandom)
  const degrees = n - 1 + usualDegrees
  const spread = (total(own.map((square) => (square - mean) ** 2)) + usualDegrees * centre ** 2) / degrees / n
  const shape = centre ** 2 / (spread * (student975(degrees) / z975) ** 2)
  const most = Math.min(widest, (gammaQuantile(0.975, shape) * centre) / shape)
  const least = (gammaQuantile(0.025, shape) * centre) / shape
  const value = 1 - Math.min(widest, total(squares) / (n - 1)) / random
  return {
    ok: true,
    n,
    value,
    interval: [Math.min(value, 1 - most / random), Math.max(value, 1 - least / random)],
    averageDeviation: total(distances(1)) / n,
  }
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}
