import { student975, z975 } from './distributions.ts'
import { type Estimate, type TooFew, tooFew } from './estimate.ts'
import { betaInterval, type Scale } from './mean-of-scale.ts'

export interface VisitScore {
  readonly observer: string
  /** The score of one visit, such as the mean of its indicators. */
  readonly score: number
}

export interface VisitsEstimate extends Estimate {
  readonly observers: number
}

/** Fewer visits, or fewer observers, than this say more of who looked than of the lesson. */
export const leastVisits = 3
/** How many degrees of freedom the usual difference counts for beside what is seen. */
const usualDegrees = 0.05
/** How far observers' scores usually lie apart, as a share of the scale (standard deviation). */
const usualSpread = 0.1

/**
 * The mean score of lessons, as observers such as these would give it. Each observer counts once, however often they came;
 * the interval follows from how much observers differ, widened as Student's t for how few they are, and leans away from
 * the ends of the scale. `n` counts visits (of a refusal: observers). Throws on scores outside the scale.
 */
export function meanOfVisits(visits: readonly VisitScore[], { lowest, highest }: Scale): VisitsEstimate | TooFew {
  const outside = visits.find(({ score }) => !(score >= lowest && score <= highest))
  if (outside) throw new RangeError(`${outside.score} is not from ${lowest} to ${highest}`)
  const means = [...Map.groupBy(visits, ({ observer }) => observer).values()].map(
    (group) => group.reduce((sum, { score }) => sum + (score - lowest) / (highest - lowest), 0) / group.length,
  )
  const observers = means.length
  const refused = tooFew(observers, leastVisits)
  if (refused) return refused
  const mean = means.reduce((sum, each) => sum + each, 0) / observers
  const squares = means.reduce((sum, each) => sum + (each - mean) ** 2, 0)
  const degrees = observers - 1 + usualDegrees
  const variance = (squares + usualDegrees * usualSpread ** 2) / degrees / observers
  // A twentieth of a visit in the middle of the scale, so that the mean is never at an end.
  const inside = (mean * observers + 0.025) / (observers + 0.05)
  const [low, high] = betaInterval(inside, variance * (student975(degrees) / z975) ** 2)
  const value = lowest + (highest - lowest) * mean
  const onScale = (part: number) => lowest + (highest - lowest) * part
  return {
    ok: true,
    n: visits.length,
    value,
    interval: [Math.min(value, onScale(low)), Math.max(value, onScale(high))],
    observers,
  }
}
