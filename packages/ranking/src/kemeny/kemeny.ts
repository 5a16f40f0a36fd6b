import { strongComponents } from '../votes/components.ts'
import type { PairTable } from '../votes/pair-table.ts'
import { bestOrders } from './best-orders.ts'

/** The most items of one cycle of majorities whose order can be found exactly: 2²⁵ sets of them are gone through. */
export const kemenyLimit = 25

export interface KemenyRanking {
  readonly ok: true
  /** Items, first one first. */
  readonly order: readonly number[]
  /** Votes that the order goes against, a tie for a half; no order goes against fewer. */
  readonly against: number
  /**
   * For each item how many more votes the best order with that item first goes against: 0 for the winner. Where it is 0 for another
   * too, both can be first.
   */
  readonly behind: Float64Array
}

/**
 * The order that goes against the fewest votes (Kemeny 1959), exactly. Items are first divided along majorities: where all of a set
 * win from all of another, the sets stand one above the other in a best order (Truchon 1998); within a set all subsets are gone
 * through. Of orders that are as good, one that puts items with a larger share of wins first.
 */
export function kemenyRanking(
  table: PairTable,
): KemenyRanking | { readonly ok: false; readonly cycle: readonly number[] } {
  const n = table.items
  const against = againstOf(table)
  const cost = (a: number, b: number) => against[a * n + b] ?? 0
  const lowestFirst = byWins(against, n)
  const majorities = lowestFirst.map((a) => lowestFirst.flatMap((b, place) => (cost(a, b) < cost(b, a) ? [place] : [])))
  // The components come latest started first, and orders in a set take the first of what is as good: both the item with more wins.
  const sets = strongComponents(majorities).map((set) => set.map((place) => lowestFirst[place] ?? 0).reverse())
  const cycle = sets.find((set) => set.length > kemenyLimit)
  if (cycle !== undefined) return { ok: false, cycle }
  const solved = sets.map((set) => bestOrders(set, cost))
  const order = solved.flatMap((each) => each.order)
  const within = solved.reduce((sum, each) => sum + each.cost, 0)
  let between = 0
  const setOf = new Int32Array(n)
  for (const [place, set] of sets.entries()) for (const item of set) setOf[item] = place
  for (let a = 0; a < n; a++)
    for (let b = a + 1; b < n; b++) if (setOf[a] !== setOf[b]) between += Math.min(cost(a, b), cost(b, a))
  const behind = new Float64Array(n)
  for (const { items, cost: whole, without } of solved) {
    for (const [place, item] of items.entries()) {
      // The item above all others, and the best order of the rest: sets apart stay apart without it.
      let above = 0
      let saved = 0
      for (let b = 0; b < n; b++) {
        if (b === item) continue
        above += cost(item, b)
        if (setOf[b] !== setOf[item]) saved += Math.min(cost(item, b), cost(b, item))
      }
      behind[item] = Math.max(0, above - saved + (without[place] ?? 0) - whole)
    }
  }
  return { ok: true, order, against: within + between, behind }
}

/** Items by their share of wins, the lowest first. */
function byWins(against: Float64Array, n: number): readonly number[] {
  const shares = Array.from({ length: n }, (_, item) => {
    let [wins, losses] = [0, 0]
    for (let b = 0; b < n; b++) {
      wins += against[b * n + item] ?? 0
      losses += against[item * n + b] ?? 0
    }
    return (wins + 1) / (wins + losses + 2)
  })
  return Array.from(shares.keys()).toSorted((a, b) => (shares[a] ?? 0) - (shares[b] ?? 0) || b - a)
}

/** For items a and b, the votes that go against a above b: n × n. */
export function againstOf({ items: n, one, other, wins, losses, ties }: PairTable): Float64Array<ArrayBuffer> {
  const against = new Float64Array(n * n)
  for (const [pair, a] of one.entries()) {
    const b = other[pair] ?? 0
    const half = (ties[pair] ?? 0) / 2
    against[a * n + b] = (against[a * n + b] ?? 0) + (losses[pair] ?? 0) + half
    against[b * n + a] = (against[b * n + a] ?? 0) + (wins[pair] ?? 0) + half
  }
  return against
}
