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
  const { n, capacity, within, mateIn, mateOut, vertexOf } = state
  const open: number[] = []
  for (let node = capacity; node < within.length; node++) if (within[node] === -1) open.push(node)
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    // From the vertex that is matched outwards up to the node, all nodes have that same edge: each is the base of the next.
    const inside = mateIn[node] ?? 0
    const outer = mateOut[node] ?? -1
    for (let base = inside; base !== node; ) {
      const blossom = within[base] ?? 0
      mateIn[blossom] = inside
      mateOut[blossom] = outer
      matchChildren(state, blossom, base)
      for (const child of blossomsIn(state, blossom)) if (child !== base) open.push(child)
      base = blossom
    }
  }
  const mate = new Int32Array(n).fill(-1)
  for (let v = 0; v < n; v++) if ((mateOut[v] ?? -1) >= 0) mate[vertexOf[v] ?? 0] = vertexOf[mateOut[v] ?? 0] ?? 0
  return mate
}

function dualsOf(state: MatchingState): MatchingDuals {
  const { n, capacity, within, y, z, vertexOf } = state
  // By node the number of its set: inner ones first, so that a set around another has a higher number.
  const order: number[] = []
  for (let node = capacity; node < within.length; node++) if (within[node] === -1) order.push(node)
  for (let at = 0; at < order.length; at++) order.push(...blossomsIn(state, order[at] ?? 0))
  order.reverse()
  const kept = order.filter((node) => z[node] !== 0)
  const setOf = new Int32Array(within.length).fill(-1)
  for (const [set, node] of kept.entries()) setOf[node] = set
  const outwards = (node: number) => {
    let up = within[node] ?? -1
    while (up >= 0 && (setOf[up] ?? -1) < 0) up = within[up] ?? -1
    return up < 0 ? -1 : (setOf[up] ?? -1)
  }
  const vertices = new Float64Array(n)
  const innermost = new Int32Array(n)
  for (let v = 0; v < n; v++) {
    vertices[vertexOf[v] ?? 0] = y[v] ?? 0
    innermost[vertexOf[v] ?? 0] = outwards(v)
  }
  const sets = Float64Array.from(kept, (node) => z[node] ?? 0)
  return { vertices, innermost, sets, around: Int32Array.from(kept, outwards) }
}

function blossomsIn({ capacity, firstChild, nextChild }: MatchingState, blossom: number): readonly number[] {
  const found: number[] = []
  const first = firstChild[blossom] ?? 0
  for (let child = first; ; ) {
    if (child >= capacity) found.push(child)
    child = nextChild[child] ?? 0
    if (child === first) return found
  }
}
