import { type Belief, stakes } from './belief.ts'

export interface NextOptions {
  /** How many are at the top. */
  readonly top: number
  /** Whether the person has been shown this pair before. */
  readonly isSeen: (a: number, b: number) => boolean
  /** Numbers on [0, 1). */
  readonly random: () => number
}

export interface NextPair {
  /** Shown first (left, above); which one is first is by chance. */
  readonly first: number
  readonly second: number
  /** Whether it was asked to tell the top from the rest, or to let an item that was shown least be seen. */
  readonly why: 'boundary' | 'share'
}

/** One question in this many goes to an item that was shown least, so that no item waits for others' sake. */
const shareEvery = 8

/** Sharpness of the choice: the chance of a pair is as this power of its value, so that people at the same time get different pairs. */
const sharpness = 4

/**
 * The pair to ask a person next, undefined where the person has seen all. Seven in eight times it is one that tells most of which items are
 * the first `top`: what the vote is expected to take from the variance of each ability, weighed by the stake of that item (the density
 * of its ability at the boundary). One in eight times the item that was shown least meets another at random.
 */
export function nextPair(belief: Belief, { top, isSeen, random }: NextOptions): NextPair | undefined {
  const n = belief.items
  const isShare = random() * shareEvery < 1
  const pair = (isShare ? sharePair(belief, isSeen, random) : undefined) ?? boundaryPair(belief, top, isSeen, random)
  if (pair === undefined) return undefined
  const [a, b] = random() < 0.5 ? pair : [pair[1], pair[0]]
  return n < 2 ? undefined : { first: a, second: b, why: isShare ? 'share' : 'boundary' }
}

type Pair = readonly [number, number]

/** Pairs are weighed of at most so many items at once. */
const mostWeighed = 80

function order(n: number, size: (item: number) => number): readonly number[] {
  return Array.from({ length: n }, (_, item) => ({ item, size: size(item) }))
    .toSorted((a, b) => b.size - a.size || a.item - b.item)
    .map(({ item }) => item)
}

function boundaryPair(
  belief: Belief,
  top: number,
  isSeen: NextOptions['isSeen'],
  random: () => number,
): Pair | undefined {
  const { items: n, mean, covariance } = belief
  const stake = stakes(belief, Math.min(top, n - 1))
  // Of many items those with most at stake; where the person has seen all their pairs, the others.
  const weighed = order(n, (item) => (stake[item] ?? 0) * (covariance[item * n + item] ?? 0)).slice(0, mostWeighed)
  const values: number[] = []
  const pairs: Pair[] = []
  let most = 0
  for (const [place, a] of weighed.entries()) {
    for (const b of weighed.slice(place + 1)) {
      if (isSeen(a, b)) continue
      const chance = 1 / (1 + Math.exp((mean[b] ?? 0) - (mean[a] ?? 0)))
      const information = chance * (1 - chance)
      let gained = 0
      let variance = 0
      for (let k = 0; k < n; k++) {
        const gain = (covariance[k * n + a] ?? 0) - (covariance[k * n + b] ?? 0)
        gained += (stake[k] ?? 0) * gain * gain
        variance += k === a ? gain : k === b ? -gain : 0
      }
      const value = (information * gained) / (1 + information * variance)
      values.push(value)
      pairs.push([a, b])
      most = Math.max(most, value)
    }
  }
  if (pairs.length === 0) return sharePair(belief, isSeen, random)
  // Where nothing is at stake any more, all pairs are as good.
  const weights = values.map((value) => (most > 0 ? (value / most) ** sharpness : 1))
  return pairs[placeAt(weights, random())]
}

/** The item that was shown least among those of which a pair is left, with another at random. */
function sharePair({ items: n, shown }: Belief, isSeen: NextOptions['isSeen'], random: () => number): Pair | undefined {
  const order = Array.from({ length: n }, (_, item) => ({ item, shown: shown[item] ?? 0, lot: random() })).toSorted(
    (a, b) => a.shown - b.shown || a.lot - b.lot,
  )
  for (const { item } of order) {
    const left = order.filter(({ item: other }) => other !== item && !isSeen(item, other))
    const chosen = left[Math.floor(random() * left.length)]
    if (chosen !== undefined) return [item, chosen.item]
  }
  return undefined
}

function placeAt(weights: readonly number[], at: number): number {
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  let below = 0
  for (const [place, weight] of weights.entries()) {
    below += weight / all
    if (at < below) return place
  }
  return weights.length - 1
}
