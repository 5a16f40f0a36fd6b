import { dissolve, expandOdd, shrink } from './blossoms.ts'
import { dropFirst, expand, grow } from './event-queue.ts'
import { closeGroup, even, type MatchingState, nodeOf, odd, openGroup, outside } from './matching-state.ts'
import { makeEven, makeOdd } from './tree.ts'

/**
 * Settles one free vertex: grows a tree from it, with duals that change just so much that edges become tight, until either
 * another free vertex is reached (then the path between them is matched) or some even vertex has no dual value left (then
 * that one is free instead). Afterwards all edges are feasible, matched edges and blossoms tight, and the vertex is matched or
 * has dual value 0. (Edmonds 1965; one tree at a time as in Derigs 1986.)
 */
export function settle(state: MatchingState, vertex: number): void {
  const root = nodeOf(state, vertex)
  if ((state.mateOut[root] ?? 0) >= 0) return
  const { queue } = state
  queue.size = 0
  state.time = 0
  state.bound = Number.POSITIVE_INFINITY
  makeEven(state, root)
  while (queue.size > 0) {
    const when = queue.time[0] ?? 0
    if (when >= state.bound) break
    const a = queue.a[0] ?? 0
    const b = queue.b[0] ?? 0
    dropFirst(queue)
    if (a === grow) growTo(state, when, b)
    else if (a === expand) {
      if (state.within[b] !== -1 || state.label[state.firstLeaf[b] ?? 0] !== odd || state.z[b] !== 2 * when) continue
      state.time = when
      expandOdd(state, b)
    } else if (nodeOf(state, a) !== nodeOf(state, b)) {
      state.time = when
      shrink(state, a, b)
    }
  }
  state.time = state.bound
  matchPath(state)
  leaveTree(state)
}

function growTo(state: MatchingState, when: number, v: number): void {
  if (state.label[v] !== outside || (state.best[v] ?? 0) + (state.y[v] ?? 0) !== when) return
  state.time = when
  const node = nodeOf(state, v)
  makeOdd(state, node, state.bestFrom[v] ?? 0, v)
  makeEven(state, nodeOf(state, state.mateOut[node] ?? 0))
}

/** Changes matched and unmatched edges on the path from where the search ended to the root. */
function matchPath(state: MatchingState): void {
  const { mateIn, mateOut, enterFrom, enterAt, endFrom, endTo } = state
  if (endTo >= 0) {
    const reached = nodeOf(state, endTo)
    mateIn[reached] = endTo
    mateOut[reached] = endFrom
  }
  let inside = endFrom
  let outer = endTo
  for (;;) {
    const node = nodeOf(state, inside)
    const before = mateOut[node] ?? -1
    mateIn[node] = inside
    mateOut[node] = outer
    if (before < 0) return
    const middle = nodeOf(state, before)
    inside = enterFrom[middle] ?? 0
    outer = enterAt[middle] ?? 0
    mateIn[middle] = outer
    mateOut[middle] = inside
  }
}

/** Writes the values at the end of the search back, and forgets the tree. */
function leaveTree(state: MatchingState): void {
  const { y, z, label, best, group, groupOf, joined, mark, time, touched, isTouched, merged, made, capacity } = state
  const stamp = ++state.stamp
  for (let at = 0; at < state.touchedCount; at++) {
    const v = touched[at] ?? 0
    isTouched[v] = 0
    best[v] = Number.POSITIVE_INFINITY
    const side = label[v]
    if (side === outside) continue
    label[v] = outside
    const change = side === even ? -time : time
    y[v] = (y[v] ?? 0) + change
    const node = nodeOf(state, v)
    if (node < capacity) continue
    if (groupOf[node] === -1) openGroup(state, node)
    group[v] = groupOf[node] ?? 0
    if (mark[node] === stamp) continue
    mark[node] = stamp
    z[node] = (z[node] ?? 0) - 2 * change
  }
  state.touchedCount = 0
  for (const node of merged) {
    joined[node] = node
    if (node >= capacity) closeGroup(state, node)
  }
  merged.length = 0
  for (const node of made) if (state.within[node] === -1 && z[node] === 0) dissolve(state, node)
  made.length = 0
}
