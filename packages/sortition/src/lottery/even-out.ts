import type { Pool } from '../pool/pool.ts'
import { openPanels, type Swap } from './open-panels.ts'
import { doubleSwap, shortestWay } from './ways.ts'

/**
 * Lowers the largest change further than choosing among the panels can: in single panels of the list a person makes place
 * for another one, where the quotas and limits still hold. Whoever is on too many panels gives a place to someone who may be
 * on more, if need be by way of others, by the shortest way. First so that everyone is within one panel of the target, then
 * within less and less, by halving, down to `bound`; the narrowest that was reached is the answer. Numbers of panels are
 * whole, so that people whose targets add up to a whole number that the quotas fix may need more than the bound.
 */
export function evenOut(
  pool: Pool,
  list: readonly (readonly number[])[],
  targets: Float64Array,
  bound: number,
): number[][] {
  let best = list.map((members) => [...members])
  let reached = largestIn(best, targets)
  let [low, high] = [bound, Math.max(1, reached)]
  // Double swaps are many to look at: a second or two for all of them.
  const budget = { pairs: mostPairs }
  for (const [step, first] of [Math.min(1, reached), bound, ...Array<undefined>(5)].entries()) {
    if (reached <= bound + 1e-6 || high - low < 0.02) break
    const within = first ?? (low + high) / 2
    const found = bringWithin(pool, best, targets, within, budget)
    const change = largestIn(found, targets)
    if (change < reached - 1e-9) {
      best = found
      reached = change
    }
    if (change <= within + 1e-6) high = within
    else if (step > 1) low = within
  }
  return best
}

const mostPairs = 2_000_000

function largestIn(list: readonly (readonly number[])[], targets: Float64Array): number {
  const counts = countsIn(list, targets.length)
  return counts.reduce((most, count, person) => Math.max(most, Math.abs(count - (targets[person] ?? 0))), 0)
}

function countsIn(list: readonly (readonly number[])[], people: number): Int32Array {
  const counts = new Int32Array(people)
  for (const panel of list) for (const person of panel) counts[person] = (counts[person] ?? 0) + 1
  return counts
}

/** The list with as many people as possible within so many panels of their targets. */
function bringWithin(
  pool: Pool,
  start: readonly (readonly number[])[],
  targets: Float64Array,
  within: number,
  budget: { pairs: number },
) {
  const list = start.map((members) => [...members])
  const counts = countsIn(list, targets.length)
  const least = Int32Array.from(targets, (target) => Math.ceil(target - within - 1e-6))
  const most = Int32Array.from(targets, (target) => Math.floor(target + within + 1e-6))
  const over = (person: number) => (counts[person] ?? 0) - (most[person] ?? 0)
  const under = (person: number) => (least[person] ?? 0) - (counts[person] ?? 0)
  const state = openPanels(pool, list)
  const everyone = [...targets.keys()]
  const apply = ({ panel, out, into }: Swap) => {
    state.swap(panel, out, into)
    counts[out] = (counts[out] ?? 0) - 1
    counts[into] = (counts[into] ?? 0) + 1
  }
  const go = (way: readonly Swap[] | undefined): boolean => {
    for (const swap of way ?? []) {
      // Two steps of a way may be in one panel, and the first may have closed it for the second.
      if (!state.allowsOne(swap.panel, swap.out, swap.into)) break
      apply(swap)
    }
    return way !== undefined
  }
  const goBoth = (swaps: readonly Swap[] | undefined): boolean => {
    for (const swap of swaps ?? []) apply(swap)
    return swaps !== undefined
  }
  const canGive = (person: number) => under(person) < 0
  const canTake = (person: number) => over(person) < 0
  const stuck = new Set<number>()
  for (let ways = 20 * targets.length; ways > 0; ways--) {
    const from = everyone.find((person) => over(person) > 0 && !stuck.has(person))
    const to = everyone.find((person) => under(person) > 0 && !stuck.has(person))
    if (from !== undefined) {
      // To whom it does good before to whom it does no harm.
      const way = shortestWay(state, [from], (person) => under(person) > 0) ?? shortestWay(state, [from], canTake)
      if (
        !go(way) &&
        !goBoth(doubleSwap(state, { out: [from], into: everyone.filter(canTake) }, canGive, canTake, budget))
      )
        stuck.add(from)
    } else if (to !== undefined) {
      const givers = everyone.filter(canGive)
      const way = shortestWay(state, givers, (person) => person === to)
      if (!go(way) && !goBoth(doubleSwap(state, { out: givers, into: [to] }, canGive, canTake, budget))) stuck.add(to)
    } else break
  }
  return list
}
