import type { Interval } from './interval.ts'

/**
 * Of the ranks in a row among which is `rank`, those that hold as near to a share `level` of the draws as whole ranks can; `row[k]`
 * counts the draws with rank k. Ranks are whole, so that no row of them may hold just that: of the shortest that holds at least as
 * much and the best one that is a rank shorter, the one that comes nearest.
 */
export function nearestRanks(row: Float64Array, draws: number, rank: number, level: number): Interval {
  const wanted = level * draws
  let [length, enough] = [row.length - 1, bestOfLength(row, row.length - 1, rank)]
  // The most that a row can hold grows with its length: halve the room for the shortest that holds enough.
  for (let below = 0; length - below > 1; ) {
    const middle = (length + below) >> 1
    const tried = bestOfLength(row, middle, rank)
    if (tried.held >= wanted) [length, enough] = [middle, tried]
    else below = middle
  }
  const shorter = bestOfLength(row, Math.max(1, length - 1), rank)
  const isShorter = wanted - shorter.held < enough.held - wanted
  const { low } = isShorter ? shorter : enough
  return [low, low + (isShorter ? Math.max(1, length - 1) : length) - 1]
}

function bestOfLength(
  row: Float64Array,
  length: number,
  rank: number,
): { readonly low: number; readonly held: number } {
  let held = 0
  let best = { low: 1, held: -1 }
  for (let high = 1; high < row.length; high++) {
    held += (row[high] ?? 0) - (high > length ? (row[high - length] ?? 0) : 0)
    const low = high - length + 1
    if (low >= 1 && low <= rank && rank <= high && held > best.held) best = { low, held }
  }
  return best
}
