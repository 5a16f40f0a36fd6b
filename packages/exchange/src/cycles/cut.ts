import type { Column } from './column.ts'

/**
 * A rounded sum of the rule that nobody is in two exchanges: each vertex's rule is taken `share` of `of` times, and what an
 * exchange, and what all of them together, count for is rounded down. It holds for whole exchanges whatever the shares are
 * (Chvátal 1973); those of sets of three with a half each are the odd sets of matching.
 */
export interface Cut {
  readonly vertices: readonly number[]
  /** By place in `vertices`: integers of 1 to `of` − 1. */
  readonly shares: readonly number[]
  readonly of: number
}

/** What all exchanges together count for at most. */
export function rightSide({ shares, of }: Cut): number {
  return Math.floor(shares.reduce((sum, share) => sum + share, 0) / of)
}

/** Cuts by vertex, to find what a column counts for in each without looking at all of them. */
export interface CutIndex {
  readonly cuts: readonly Cut[]
  add(cut: Cut): void
  /** Sees each cut in which a column counts for something, and for how much. */
  count(column: Column, see: (cut: number, times: number) => void): void
}

export function openCutIndex(n: number): CutIndex {
  const cuts: Cut[] = []
  const byVertex: { cut: number; share: number }[][] = Array.from({ length: n }, () => [])
  const sums: number[] = []
  return {
    cuts,
    add(cut) {
      const at = cuts.push(cut) - 1
      sums.push(0)
      for (const [i, v] of cut.vertices.entries()) byVertex[v]?.push({ cut: at, share: cut.shares[i] ?? 0 })
    },
    count({ a, b, c }, see) {
      const held = [byVertex[a] ?? [], byVertex[b] ?? [], c < 0 ? [] : (byVertex[c] ?? [])]
      for (const shares of held) for (const { cut, share } of shares) sums[cut] = (sums[cut] ?? 0) + share
      for (const shares of held)
        for (const { cut } of shares) {
          const times = Math.floor((sums[cut] ?? 0) / (cuts[cut]?.of ?? 1))
          sums[cut] = 0
          if (times > 0) see(cut, times)
        }
    },
  }
}
