import type { Matching, MatchingDuals } from './matching.ts'
import { type MatchingState, matchChildren } from './matching-state.ts'

/** The matching and the duals of a state between searches. */
export function resultOf(state: MatchingState): Matching {
  const mate = matesOf(state)
  return { mate, objective: weightOf(state), duals: dualsOf(state) }
}

/** The weight of the matching, after `matesOf`. */
export function weightOf({ n, mateOut, adjacency }: MatchingState): number {
  const { start, neighbour, twice } = adjacency
  let doubled = 0
  for (let v = 0; v < n; v++) {
    const other = mateOut[v] ?? -1
    if (other < v) continue
    let at = start[v] ?? 0
    while (neighbour[at] !== other) at++
    doubled += twice[at] ?? 0
  }
  return doubled / 2
}

/** By vertex its mate, −1 where free. */
export function matesOf(state: MatchingState): Int32Array {
  const { capacity, within, firstChild, nextChild } = state
  const open: number[] = []
  for (let node = capacity; node < within.length; node++) if (within[node] === -1) open.push(node)
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    matchChildren(state, node)
    const first = firstChild[node] ?? 0
    for (let child = first; ; ) {
      if (child >= capacity) open.push(child)
      child = nextChild[child] ?? 0
      if (child === first) break
    }
  }
  const { n, mateOut, vertexOf } = state
  const mate = new Int32Array(n).fill(-1)
  for (let v = 0; v < n; v++) if ((mateOut[v] ?? -1) >= 0) mate[vertexOf[v] ?? 0] = vertexOf[mateOut[v] ?? 0] ?? 0
  return mate
}

function dualsOf(state: MatchingState): MatchingDuals {
  const { n, capacity, within, y, z, nextLeaf, firstLeaf, lastLeaf, vertexOf } = state
  const blossoms: { vertices: Int32Array; value: number }[] = []
  for (let node = capacity; node < within.length; node++) {
    if (within[node] === -2 || z[node] === 0) continue
    const vertices: number[] = []
    for (let v = firstLeaf[node] ?? 0; ; v = nextLeaf[v] ?? 0) {
      vertices.push(vertexOf[v] ?? 0)
      if (v === lastLeaf[node]) break
    }
    blossoms.push({ vertices: Int32Array.from(vertices), value: z[node] ?? 0 })
  }
  const vertices = new Float64Array(n)
  for (let v = 0; v < n; v++) vertices[vertexOf[v] ?? 0] = y[v] ?? 0
  return { vertices, blossoms }
}
