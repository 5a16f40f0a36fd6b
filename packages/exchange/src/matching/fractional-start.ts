import { dropFirst, grow, push } from './event-queue.ts'
import { even, type MatchingState, odd, outside, touch } from './matching-state.ts'

/**
 * The best fractional matching, in which edges may also count for a half: no blossoms are needed for it, and what it leaves
 * to the real search is one free vertex per odd circle of halves (Derigs & Metz 1986). One tree at a time, as in `settle`;
 * a tree ends at a free vertex, at a circle, at a vertex without dual value, and at an edge between two of its own even
 * vertices, which makes a circle.
 *
 * Vertices only, so that a node is a vertex here; `nextChild` holds the circles while this runs (−1: not on one).
 */
export function startFractionally(state: MatchingState): void {
  const { n, y, mateOut, nextChild } = state
  for (let v = 0; v < n; v++)
    if ((mateOut[v] ?? 0) < 0 && (nextChild[v] ?? 0) < 0 && (y[v] ?? 0) > 0) growFrom(state, v)
  for (let v = 0; v < n; v++) if ((nextChild[v] ?? 0) >= 0) openCircle(state, v)
}

function growFrom(state: MatchingState, root: number): void {
  const { queue, y, label, best, bestFrom, mateOut, enterFrom } = state
  queue.size = 0
  state.time = 0
  state.bound = Number.POSITIVE_INFINITY
  takeEven(state, root)
  while (queue.size > 0) {
    const when = queue.time[0] ?? 0
    if (when >= state.bound) break
    const v = queue.b[0] ?? 0
    dropFirst(queue)
    if (label[v] !== outside || (best[v] ?? 0) + (y[v] ?? 0) !== when) continue
    state.time = when
    label[v] = odd
    y[v] = (y[v] ?? 0) - when
    enterFrom[v] = bestFrom[v] ?? 0
    takeEven(state, mateOut[v] ?? 0)
  }
  state.time = state.bound
  finish(state)
  forget(state)
}

function takeEven(state: MatchingState, u: number): void {
  const { y, label, best, bestFrom, mateOut, queue } = state
  const { start, end, neighbour, twice } = state.adjacency
  const own = (y[u] ?? 0) + state.time
  y[u] = own
  label[u] = even
  touch(state, u)
  if (own < state.bound) endAt(state, own, u, -1)
  const last = end[u] ?? 0
  for (let at = start[u] ?? 0; at < last; at++) {
    const short = own - (twice[at] ?? 0)
    if (short >= state.bound) break
    const v = neighbour[at] ?? 0
    const side = label[v] ?? 0
    if (side === odd) continue
    const sum = short + (y[v] ?? 0)
    if (side === even) {
      if (sum / 2 < state.bound) endAt(state, sum / 2, u, v)
    } else if (sum < state.bound && short < (best[v] ?? 0)) {
      if ((mateOut[v] ?? 0) < 0) endAt(state, sum, u, v)
      else {
        touch(state, v)
        best[v] = short
        bestFrom[v] = u
        push(queue, sum, grow, v)
      }
    }
  }
}

function endAt(state: MatchingState, when: number, from: number, to: number): void {
  state.bound = when
  state.endFrom = from
  state.endTo = to
}

function finish(state: MatchingState): void {
  const { label, mateOut, nextChild, endFrom, endTo } = state
  if (endTo >= 0 && label[endTo] === even) {
    closeCircle(state, endFrom, endTo)
    return
  }
  if (endTo >= 0) {
    if ((nextChild[endTo] ?? 0) >= 0) openCircle(state, endTo)
    mateOut[endTo] = endFrom
  }
  matchUp(state, endFrom, endTo)
}

/** Gives a vertex another mate (−1: none), and changes the edges from there to the root. */
function matchUp({ mateOut, enterFrom }: MatchingState, vertex: number, mate: number): void {
  let inside = vertex
  let outer = mate
  for (;;) {
    const before = mateOut[inside] ?? -1
    mateOut[inside] = outer
    if (before < 0) return
    inside = enterFrom[before] ?? 0
    mateOut[before] = inside
    outer = before
  }
}

/** The paths of two even vertices up to where they meet become a circle of halves. */
function closeCircle(state: MatchingState, u: number, v: number): void {
  const { mark, mateOut, enterFrom, nextChild } = state
  const stamp = ++state.stamp
  let one = u
  let other = v
  while (one < 0 || mark[one] !== stamp) {
    if (one >= 0) {
      mark[one] = stamp
      const mate = mateOut[one] ?? -1
      one = mate < 0 ? -1 : (enterFrom[mate] ?? 0)
    }
    ;[one, other] = [other, one]
  }
  const meeting = one
  matchUp(state, meeting, -1)
  for (let at = u; at !== meeting; ) {
    const middle = mateOut[at] ?? 0
    nextChild[at] = middle
    at = enterFrom[middle] ?? 0
    nextChild[middle] = at
  }
  for (let at = v; at !== meeting; ) {
    const middle = mateOut[at] ?? 0
    nextChild[middle] = at
    at = enterFrom[middle] ?? 0
    nextChild[at] = middle
  }
  nextChild[v] = u
  let at = u
  do {
    mateOut[at] = -1
    at = nextChild[at] ?? 0
  } while (at !== u)
}

/** Leaves one vertex of a circle free and matches the others, as is possible all along it. */
function openCircle({ mateOut, nextChild }: MatchingState, free: number): void {
  let at = nextChild[free] ?? 0
  nextChild[free] = -1
  while (at !== free) {
    const other = nextChild[at] ?? 0
    const next = nextChild[other] ?? 0
    mateOut[at] = other
    mateOut[other] = at
    nextChild[at] = -1
    nextChild[other] = -1
    at = next
  }
}

function forget(state: MatchingState): void {
  const { y, label, best, time, touched, touchedCount, isTouched } = state
  for (let at = 0; at < touchedCount; at++) {
    const v = touched[at] ?? 0
    const side = label[v]
    isTouched[v] = 0
    best[v] = Number.POSITIVE_INFINITY
    label[v] = outside
    if (side !== outside) y[v] = (y[v] ?? 0) + (side === even ? -time : time)
  }
  state.touchedCount = 0
}
