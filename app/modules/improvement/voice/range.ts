/**
 * How a count is told: as one of a few ranges of ten whole numbers that lie over each other by three. Which range it
 * becomes where two would fit is drawn. What is said so depends on nothing but the number of answers and the count.
 *
 * Why these numbers. Somebody compares two rounds, knows who came and went, and believes that everybody else answered as
 * before. For fewer than five who differ that must tell nothing: two ranges either share three counts, so that any of
 * them may have answered anything (also for one who knows their own answer), or lie at least five apart, which fewer than
 * five pupils cannot explain. Ranges of 2 × 3 + 4 counts that share 3 are the narrowest that do.
 */
export interface Range {
  readonly low: number
  readonly high: number
}

const step = 7
const reachDown = 4
const reachUp = 5
/** At the least this many of a group may have answered otherwise: nobody learns that all the others agreed. */
const apart = 2

/** From this many answers on something is shown. */
export const fewestAnswers = 5

function lastRange(n: number): number {
  return Math.floor((n - apart + reachDown) / step)
}

/** The ranges that a count out of n can be told as, lowest first. */
export function rangesOf(n: number): readonly Range[] {
  return Array.from({ length: lastRange(n) + 1 }, (_, place) => ({
    low: Math.max(0, step * place - reachDown),
    high: Math.min(n, step * place + reachUp),
  }))
}

/**
 * For each two neighbouring ranges the count at which the upper one begins, drawn from the four that are possible.
 * `randomBelow(k)` gives a whole number from 0 up to k, k not included, that can't be foretold.
 */
export function drawThresholds(n: number, randomBelow: (limit: number) => number): readonly number[] {
  const choices = reachUp - (step - reachDown) + 2
  return Array.from({ length: lastRange(n) }, (_, place) => step * (place + 1) - reachDown + randomBelow(choices))
}

/** The range that tells a count, by thresholds that were drawn for this n. Counts that share thresholds keep their order. */
export function rangeOf(count: number, n: number, thresholds: readonly number[]): Range {
  const place = thresholds.filter((threshold) => count >= threshold).length
  const range = rangesOf(n)[place]
  if (range === undefined) throw new Error(`There is no range ${place} of ${n} answers.`)
  return range
}

/** What is left of n when a range of it is taken away. */
export function restOf({ low, high }: Range, n: number): Range {
  return { low: n - high, high: n - low }
}
