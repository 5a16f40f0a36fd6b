import type { Interval } from './interval.ts'
import { nearestRanks } from './nearest-ranks.ts'

export interface RankUncertainty {
  /** Ranks in a row that hold as near to the share `level` of the draws as whole ranks can; they hold `ranks[i]` as well. */
  readonly intervals: readonly Interval[]
  /** The share of draws in which the item is among the first `top`. */
  readonly topProbabilities: Float64Array
  /** Of the items in order of rank, the longest rows of which no two can be told apart; rows may overlap. */
  readonly alike: readonly (readonly number[])[]
}

/**
 * What draws say of ranks: rows of one value an item, the highest first, or of one rank an item (`lowestFirst`). Two items can be told
 * apart where one stands above the other in at least 97.5 % of the draws.
 */
export function rankUncertainty(
  drawn: Float64Array,
  ranks: Float64Array,
  top: number,
  { lowestFirst = false, level = 0.95 }: { readonly lowestFirst?: boolean; readonly level?: number } = {},
): RankUncertainty {
  const n = ranks.length
  const draws = n === 0 ? 0 : drawn.length / n
  const counts = Array.from({ length: n }, () => new Float64Array(n + 1))
  const order = Int32Array.from({ length: n }, (_, i) => i)
  const side = lowestFirst ? 1 : -1
  for (let draw = 0; draw < draws; draw++) {
    const value = (item: number) => drawn[draw * n + item] ?? 0
    order.sort((a, b) => side * (value(a) - value(b)) || a - b)
    for (const [place, item] of order.entries()) {
      const row = counts[item]
      if (row !== undefined) row[place + 1] = (row[place + 1] ?? 0) + 1
    }
  }
  return {
    intervals: counts.map((row, i) => nearestRanks(row, draws, ranks[i] ?? 1, level)),
    topProbabilities: Float64Array.from(
      counts,
      (row) => row.subarray(1, top + 1).reduce((sum, each) => sum + each, 0) / draws,
    ),
    alike: rowsAlike(drawn, ranks, draws, side),
  }
}

/** Past this many items only the ends of a row are compared, which nearly always decides. */
const compareAll = 400

function rowsAlike(
  drawn: Float64Array,
  ranks: Float64Array,
  draws: number,
  side: number,
): readonly (readonly number[])[] {
  const n = ranks.length
  const sorted = Array.from(ranks.keys()).toSorted((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0))
  const areAlike = (a: number, b: number) => {
    let above = 0
    let below = 0
    for (let draw = 0; draw < draws; draw++) {
      const difference = side * ((drawn[draw * n + a] ?? 0) - (drawn[draw * n + b] ?? 0))
      if (difference < 0) above++
      else if (difference > 0) below++
    }
    return Math.max(above, below) < 0.975 * draws
  }
  const rows: (readonly number[])[] = []
  let reached = 0
  for (let from = 0, to = 1; from < n; from++) {
    to = Math.max(to, from + 1)
    const fits = (item: number) => {
      const row = n > compareAll ? [sorted[from] ?? 0] : sorted.slice(from, to)
      return row.every((other) => areAlike(other, item))
    }
    while (to < n && fits(sorted[to] ?? 0)) to++
    if (to - from > 1 && to > reached) rows.push(sorted.slice(from, to))
    reached = Math.max(reached, to)
  }
  return rows
}
