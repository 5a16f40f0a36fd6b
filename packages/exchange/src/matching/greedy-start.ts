import type { MatchingState } from './matching-state.ts'

/**
 * First duals and matches: each vertex may keep half of its heaviest edge's doubled weight, then in turn gives up what it can,
 * and is matched over an edge that becomes tight by that if the other end is free.
 */
export function startGreedily(state: MatchingState): void {
  const { n, y, mateOut } = state
  const { start, end, neighbour, twice } = state.adjacency
  for (let v = 0; v < n; v++) y[v] = (start[v] ?? 0) < (end[v] ?? 0) ? (twice[start[v] ?? 0] ?? 0) / 2 : 0
  for (let v = 0; v < n; v++) {
    if ((mateOut[v] ?? 0) >= 0) continue
    let need = 0
    let tightest = -1
    const last = end[v] ?? 0
    for (let at = start[v] ?? 0; at < last; at++) {
      const doubled = twice[at] ?? 0
      if (doubled < need) break
      const u = neighbour[at] ?? 0
      const asked = doubled - (y[u] ?? 0)
      if (asked < need || (asked === need && (tightest < 0 || (mateOut[tightest] ?? 0) < 0))) continue
      need = asked
      tightest = u
    }
    y[v] = need
    if (tightest < 0 || (mateOut[tightest] ?? 0) >= 0) continue
    mateOut[v] = tightest
    mateOut[tightest] = v
  }
}
