import { student975, z975 } from './distributions.ts'
import { type Estimate, type TooFew, tooFew } from './estimate.ts'
import { betaInterval, type Scale } from './mean-of-scale.ts'

/** How many degrees of freedom the usual difference between people counts for beside what is seen. */
const usualDegrees = 0.2
/** How far people's means usually lie apart, as a share of the scale (standard deviation). */
const usualSpread = 0.15
/** How much of a person in the middle of the scale is added, so that the mean is never at an end. */
const more = 0.1

/** What is known of the means of some people: how many, their mean, and their (population) standard deviation. */
export interface People {
  readonly n: number
  readonly mean: number
  readonly deviation: number
}

/**
 * The mean over people of each one's own mean, such as of some statements or of all that was scored: what people like these
 * say or do on average. People's own means lie closer together than single answers, and on more steps: how far is taken from
 * what is seen, widened as Student's t, and the mean follows the beta distribution with that mean and variance, so that the interval
 * leans away from an end. Takes the means themselves or what is known of them. Throws on means outside the scale.
 */
export function meanOfPeople(people: People | readonly number[], scale: Scale): Estimate | TooFew {
  const { n, mean: value, deviation } = 'n' in people ? people : peopleOf(people, scale)
  const refused = tooFew(n)
  if (refused) return refused
  const { mean, variance, degrees } = onScale({ n, mean: value, deviation }, scale)
  const [low, high] = betaInterval(mean, variance * (student975(degrees) / z975) ** 2)
  const width = scale.highest - scale.lowest
  return {
    ok: true,
    n,
    value,
    interval: [Math.min(value, scale.lowest + width * low), Math.max(value, scale.lowest + width * high)],
  }
}

/**
 * How much the mean of `after` is more than that of `before`, not linked to people: as `meanOfPeople`, degrees of freedom by
 * Welch (1947). `n` is the smaller. Where partly the same people answered, the interval is wider than need be.
 */
export function differenceOfPeople(
  before: readonly number[],
  after: readonly number[],
  scale: Scale,
): Estimate | TooFew {
  const n = Math.min(before.length, after.length)
  const refused = tooFew(n)
  if (refused) return refused
  const [first, second] = [peopleOf(before, scale), peopleOf(after, scale)]
  const [then, now] = [onScale(first, scale), onScale(second, scale)]
  const variance = then.variance + now.variance
  const degrees = variance ** 2 / (then.variance ** 2 / then.degrees + now.variance ** 2 / now.degrees)
  // A difference of shares of the scale runs from −1 to 1, so half of it and a half runs from 0 to 1.
  const [low, high] = betaInterval(0.5 + (now.mean - then.mean) / 2, (variance / 4) * (student975(degrees) / z975) ** 2)
  const value = second.mean - first.mean
  const asChange = (share: number) => (2 * share - 1) * (scale.highest - scale.lowest)
  return { ok: true, n, value, interval: [Math.min(value, asChange(low)), Math.max(value, asChange(high))] }
}

function peopleOf(values: readonly number[], { lowest, highest }: Scale): People {
  const outside = values.find((value) => !(value >= lowest && value <= highest))
  if (outside !== undefined) throw new RangeError(`${outside} is not from ${lowest} to ${highest}`)
  const n = values.length
  const mean = values.reduce((sum, value) => sum + value, 0) / n
  return { n, mean, deviation: Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / n) }
}

/** As a share of the scale: the mean, its variance, and how many degrees of freedom that has. */
function onScale({ n, mean, deviation }: People, { lowest, highest }: Scale) {
  const width = highest - lowest
  // Means of whole numbers are rounded: a hair beside an end is the end.
  if (!(mean >= lowest - 1e-9 && mean <= highest + 1e-9))
    throw new RangeError(`${mean} is not from ${lowest} to ${highest}`)
  const share = (mean - lowest) / width
  const degrees = n - 1 + usualDegrees
  const variance = (n * (deviation / width) ** 2 + usualDegrees * usualSpread ** 2) / degrees / n
  return { mean: (share * n + more / 2) / (n + more), variance, degrees }
}
