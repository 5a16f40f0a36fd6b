import type { Interval } from '../uncertainty/interval.ts'
import { type PairTable, pairTable, type TieRule } from '../votes/pair-table.ts'
import type { Votes } from '../votes/votes.ts'

/** With pairs at random this is 0.1 to 0.4; with pairs that `nextPair` chose up to 1.6, and more the more votes there are. */
const mostUneven = 0.45

/**
 * Whether items met others that were stronger or weaker than all others are in the mean, by more than chance would have it: then a share of
 * wins says little of an item, and its interval doesn't hold. Compared are the mean score of who was met and that of all others, beside
 * half the width of the item's interval; root mean square over the items.
 */
export function hasUnevenOpponents(
  votes: Votes,
  ties: TieRule,
  scores: Float64Array,
  intervals: readonly Interval[],
): boolean {
  const n = scores.length
  if (n < 3) return false
  const met = metBy(pairTable(votes, ties, false), scores)
  const all = scores.reduce((sum, score) => sum + score, 0)
  let [squares, items] = [0, 0]
  for (const [item, mean] of met.entries()) {
    const [low, high] = intervals[item] ?? [0, 0]
    if (Number.isNaN(mean) || high === low) continue
    squares += ((mean - (all - (scores[item] ?? 0)) / (n - 1)) / ((high - low) / 2)) ** 2
    items++
  }
  return items > 0 && Math.sqrt(squares / items) > mostUneven
}

/** The mean score of those an item met, a vote at a time; not a number where it met nobody. */
function metBy(table: PairTable, scores: Float64Array): Float64Array {
  const [sums, votes] = [new Float64Array(scores.length), new Float64Array(scores.length)]
  const add = (item: number, other: number, weight: number) => {
    sums[item] = (sums[item] ?? 0) + weight * (scores[other] ?? 0)
    votes[item] = (votes[item] ?? 0) + weight
  }
  for (const [pair, a] of table.one.entries()) {
    const b = table.other[pair] ?? 0
    const weight = (table.wins[pair] ?? 0) + (table.losses[pair] ?? 0)
    add(a, b, weight)
    add(b, a, weight)
  }
  return sums.map((sum, item) => sum / (votes[item] ?? 0))
}
