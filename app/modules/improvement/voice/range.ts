/**
 * How a count is told: a coin is tossed over it, and what comes out is told as one of a few ranges, seven apart and eleven
 * wide, so that it mostly (19 of 20 times) holds the count.
 *
 * Why by chance. Ranges that are always true can be joined until an answer falls out: fixed borders by one pupil who
 * crosses one, borders that lie over each other by five who come at once, or by two devices of one's own. What is told here
 * can come of any count at all, so nothing that is told, however often, makes any answer certain; and each range makes one
 * pupil's answer at most twice as likely as it was (the two-sided geometric mechanism: Ghosh, Roughgarden and Sundararajan,
 * Universally utility-maximizing privacy mechanisms, 2012).
 */
export interface Range {
  readonly low: number
  readonly high: number
}

const step = 7
/** So far beyond its border a range reaches: chance seldom moves a count further. */
const reach = 2

/** From this many answers on it is shown how many answered. */
export const fewestAnswers = 5

/** From this many answers on a range tells something: of fewer there is one range, from nobody to all. */
export const fewestToTell = step

/** The place of the last range, from 0. */
function lastPlace(n: number): number {
  return Math.floor(n / step)
}

/** Where the second range begins: what is left of steps goes to both ends, at the least four counts to each. */
function firstBorder(n: number): number {
  return Math.floor(((n % step) + step + 1) / 2)
}

/**
 * The ranges that a count out of n can be told as, lowest first. Under seven answers there is one: anything may be. The first
 * reaches up to five at the least and the last begins five below n: as many as a group that is shown may have answered
 * otherwise.
 */
export function rangesOf(n: number): readonly Range[] {
  return Array.from({ length: lastPlace(n) + 1 }, (_, place) => rangeAt(place, n))
}

function rangeAt(place: number, n: number): Range {
  const begins = firstBorder(n) + step * (place - 1)
  return {
    low: place === 0 ? 0 : begins - reach,
    high: place === lastPlace(n) ? n : begins + step - 1 + reach,
  }
}

/**
 * Tells cumulative counts of one group of n, each by tosses of its own. `randomBelow(2)` must be a toss that can't be
 * foretold. Where chance puts them out of order, the others give way to the middle one (who says yes).
 */
export function tellCounts(
  counts: readonly number[],
  n: number,
  randomBelow: (limit: number) => number,
): readonly Range[] {
  const places = counts.map((count) => {
    const tossed = count + heads(randomBelow) - heads(randomBelow)
    return Math.min(lastPlace(n), Math.max(0, Math.floor((tossed - firstBorder(n)) / step) + 1))
  })
  const middle = middleOf(counts)
  const lead = places[middle] ?? 0
  return places.map((place, at) =>
    rangeAt(at < middle ? Math.min(place, lead) : at > middle ? Math.max(place, lead) : place, n),
  )
}

/** Of cumulative counts the place of the one that says yes: the first half of the steps (of three faces only the first). */
export function middleOf(cuts: readonly unknown[]): number {
  return Math.ceil(cuts.length / 2) - 1
}

/** How often a coin falls on heads before it falls on tails. */
function heads(randomBelow: (limit: number) => number): number {
  let count = 0
  while (randomBelow(2) === 1) count++
  return count
}

/** What is left of n when a range of it is taken away. */
export function restOf({ low, high }: Range, n: number): Range {
  return { low: n - high, high: n - low }
}
