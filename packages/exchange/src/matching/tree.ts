import { expand, grow, push } from './event-queue.ts'
import { even, type MatchingState, nodeOf, odd, outside, touch } from './matching-state.ts'

/** Takes a node into the tree at an even distance, and looks at the edges of all its vertices. */
export function makeEven(state: MatchingState, node: number): void {
  const { y, z, label, nextLeaf, firstLeaf, lastLeaf, time } = state
  if (node >= state.capacity) z[node] = (z[node] ?? 0) - 2 * time
  const last = lastLeaf[node] ?? 0
  for (let v = firstLeaf[node] ?? 0; ; v = nextLeaf[v] ?? 0) {
    y[v] = (y[v] ?? 0) + time
    label[v] = even
    touch(state, v)
    limit(state, v)
    if (v === last) break
  }
  for (let v = firstLeaf[node] ?? 0; ; v = nextLeaf[v] ?? 0) {
    scan(state, v)
    if (v === last) break
  }
}

/** The search ends when a dual value of an even vertex is 0. */
export function limit(state: MatchingState, vertex: number): void {
  const zero = state.y[vertex] ?? 0
  if (zero >= state.bound) return
  state.bound = zero
  state.endFrom = vertex
  state.endTo = -1
}

/** Takes a node into the tree at an odd distance, reached over the edge u → v. */
export function makeOdd(state: MatchingState, node: number, u: number, v: number): void {
  const { y, label, nextLeaf, firstLeaf, lastLeaf, time, enterFrom, enterAt } = state
  enterFrom[node] = u
  enterAt[node] = v
  const last = lastLeaf[node] ?? 0
  for (let w = firstLeaf[node] ?? 0; ; w = nextLeaf[w] ?? 0) {
    y[w] = (y[w] ?? 0) - time
    label[w] = odd
    touch(state, w)
    if (w === last) break
  }
  if (node >= state.capacity) keepOdd(state, node)
}

/** From now on the value of an odd blossom falls, and at 0 it is expanded. */
export function keepOdd(state: MatchingState, blossom: number): void {
  const { z, queue } = state
  const value = (z[blossom] ?? 0) + 2 * state.time
  z[blossom] = value
  if (value / 2 < state.bound) push(queue, value / 2, expand, blossom)
}

/**
 * Looks at the edges of a vertex that has become even. What can't happen before the search ends is left out: with y ≥ 0
 * everywhere an edge is tight at y(u) − 2 w at the earliest, so the first one too light ends the look.
 */
export function scan(state: MatchingState, u: number): void {
  const { y, label, best, bestFrom, group, holder, mateOut, queue, time } = state
  const { start, end, neighbour, twice } = state.adjacency
  const own = y[u] ?? 0
  const last = end[u] ?? 0
  for (let at = start[u] ?? 0; at < last; at++) {
    const short = own - (twice[at] ?? 0)
    if (short >= state.bound) break
    const v = neighbour[at] ?? 0
    const side = label[v] ?? 0
    if (side === even) {
      const when = (short + (y[v] ?? 0)) / 2
      if (when < state.bound && nodeOf(state, u) !== nodeOf(state, v)) push(queue, when, u, v)
    } else if (short < (best[v] ?? 0)) {
      const when = short + (y[v] ?? 0) + (side === odd ? time : 0)
      if (when >= state.bound) continue
      touch(state, v)
      best[v] = short
      bestFrom[v] = u
      if (side !== outside) continue
      if ((mateOut[holder[group[v] ?? 0] ?? 0] ?? 0) >= 0) push(queue, when, grow, v)
      else {
        state.bound = when
        state.endFrom = u
        state.endTo = v
      }
    }
  }
}
