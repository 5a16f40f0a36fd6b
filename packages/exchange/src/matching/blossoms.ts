import { grow, push } from './event-queue.ts'
import {
  closeGroup,
  even,
  type MatchingState,
  matchChildren,
  nodeOf,
  odd,
  openGroup,
  outside,
} from './matching-state.ts'
import { keepOdd, limit, scan } from './tree.ts'

/** An edge between two even nodes is tight: they and their paths to where these meet become one even blossom. */
export function shrink(state: MatchingState, u: number, v: number): void {
  const { y, z, label, time, capacity, within, size, joined, merged, nextLeaf, firstLeaf, lastLeaf, nextChild } = state
  const base = meetingPoint(state, u, v)
  const blossom = state.unused.pop()
  if (blossom === undefined) throw new Error('More blossoms than there can be')
  circle(state, base, u, v)
  const opened: number[] = []
  let tail = -1
  let vertices = 0
  for (let child = base; ; ) {
    const first = firstLeaf[child] ?? 0
    const last = lastLeaf[child] ?? 0
    if (label[first] === odd) {
      if (child >= capacity) z[child] = (z[child] ?? 0) - 2 * time
      opened.push(child)
    } else if (child >= capacity) z[child] = (z[child] ?? 0) + 2 * time
    within[child] = blossom
    joined[child] = blossom
    merged.push(child)
    vertices += size[child] ?? 0
    if (tail >= 0) nextLeaf[tail] = first
    tail = last
    child = nextChild[child] ?? 0
    if (child === base) break
  }
  size[blossom] = vertices
  state.firstChild[blossom] = base
  firstLeaf[blossom] = firstLeaf[base] ?? 0
  lastLeaf[blossom] = tail
  state.mateIn[blossom] = state.mateIn[base] ?? 0
  state.mateOut[blossom] = state.mateOut[base] ?? 0
  within[blossom] = -1
  joined[blossom] = blossom
  z[blossom] = -2 * time
  state.made.push(blossom)
  for (const child of opened) {
    for (let w = firstLeaf[child] ?? 0; ; w = nextLeaf[w] ?? 0) {
      y[w] = (y[w] ?? 0) + 2 * time
      label[w] = even
      limit(state, w)
      if (w === lastLeaf[child]) break
    }
  }
  for (const child of opened) scanLeaves(state, child)
}

/** The first even node that the paths from both ends to the root have in common. */
function meetingPoint(state: MatchingState, u: number, v: number): number {
  const { mark, mateOut, enterFrom } = state
  const stamp = ++state.stamp
  let one = nodeOf(state, u)
  let other = nodeOf(state, v)
  for (;;) {
    if (one >= 0) {
      if (mark[one] === stamp) return one
      mark[one] = stamp
      const mate = mateOut[one] ?? -1
      one = mate < 0 ? -1 : nodeOf(state, enterFrom[nodeOf(state, mate)] ?? 0)
    }
    ;[one, other] = [other, one]
  }
}

/** Links the children: base → … → node of u → node of v → … → base. */
function circle(state: MatchingState, base: number, u: number, v: number): void {
  const { mateIn, mateOut, enterFrom, enterAt } = state
  const ofU = nodeOf(state, u)
  const ofV = nodeOf(state, v)
  for (let node = ofU; node !== base; ) {
    const middle = nodeOf(state, mateOut[node] ?? 0)
    link(state, middle, node, mateOut[node] ?? 0, mateIn[node] ?? 0)
    const up = nodeOf(state, enterFrom[middle] ?? 0)
    link(state, up, middle, enterFrom[middle] ?? 0, enterAt[middle] ?? 0)
    node = up
  }
  link(state, ofU, ofV, u, v)
  for (let node = ofV; node !== base; ) {
    const middle = nodeOf(state, mateOut[node] ?? 0)
    link(state, node, middle, mateIn[node] ?? 0, mateOut[node] ?? 0)
    const up = nodeOf(state, enterFrom[middle] ?? 0)
    link(state, middle, up, enterAt[middle] ?? 0, enterFrom[middle] ?? 0)
    node = up
  }
}

function link(state: MatchingState, node: number, next: number, here: number, there: number): void {
  state.nextChild[node] = next
  state.previousChild[next] = node
  state.edgeHere[node] = here
  state.edgeThere[node] = there
}

/**
 * An odd blossom has no value left: its children take its place in the tree where they are on the path through it, and leave
 * the tree in matched pairs where they are not.
 */
export function expandOdd(state: MatchingState, blossom: number): void {
  const { y, z, label, time, capacity, best, queue, nextLeaf, firstLeaf, lastLeaf } = state
  const { nextChild, previousChild, edgeHere, edgeThere, enterFrom, enterAt } = state
  const children = release(state, blossom)
  const base = nodeOf(state, state.mateIn[blossom] ?? 0)
  const entry = nodeOf(state, enterAt[blossom] ?? 0)
  matchChildren(state, blossom, base)
  enterFrom[entry] = enterFrom[blossom] ?? 0
  enterAt[entry] = enterAt[blossom] ?? 0
  const stamp = ++state.stamp
  const { mark } = state
  mark[entry] = stamp
  const evens: number[] = []
  const forward = entry !== base && state.mateOut[entry] === edgeThere[entry] && state.mateIn[entry] === edgeHere[entry]
  for (let node = entry; node !== base; ) {
    const middle = (forward ? nextChild[node] : previousChild[node]) ?? 0
    node = (forward ? nextChild[middle] : previousChild[middle]) ?? 0
    enterFrom[node] = (forward ? edgeHere[middle] : edgeThere[node]) ?? 0
    enterAt[node] = (forward ? edgeThere[middle] : edgeHere[node]) ?? 0
    mark[middle] = stamp
    mark[node] = stamp
    evens.push(middle)
  }
  for (const child of evens) {
    if (child >= capacity) z[child] = (z[child] ?? 0) - 2 * time
    for (let v = firstLeaf[child] ?? 0; ; v = nextLeaf[v] ?? 0) {
      y[v] = (y[v] ?? 0) + 2 * time
      label[v] = even
      limit(state, v)
      if (v === lastLeaf[child]) break
    }
  }
  for (const child of children) {
    if (mark[child] === stamp) {
      if (child >= capacity && label[firstLeaf[child] ?? 0] === odd) keepOdd(state, child)
      continue
    }
    for (let v = firstLeaf[child] ?? 0; ; v = nextLeaf[v] ?? 0) {
      y[v] = (y[v] ?? 0) + time
      label[v] = outside
      const when = (best[v] ?? 0) + (y[v] ?? 0)
      if (when < state.bound) push(queue, when, grow, v)
      if (v === lastLeaf[child]) break
    }
  }
  for (const child of evens) scanLeaves(state, child)
}

/** Puts the children of a blossom on top, and gives the blossom's number back. Its group goes to the largest child. */
function release(state: MatchingState, blossom: number): readonly number[] {
  const { capacity, within, size, group, holder, groupOf, nextLeaf, firstLeaf, lastLeaf, nextChild } = state
  const children: number[] = []
  const first = state.firstChild[blossom] ?? 0
  let largest = first
  for (let child = first; ; ) {
    children.push(child)
    within[child] = -1
    if ((size[child] ?? 0) > (size[largest] ?? 0)) largest = child
    child = nextChild[child] ?? 0
    if (child === first) break
  }
  if (largest >= capacity) {
    const own = groupOf[blossom] ?? 0
    groupOf[blossom] = -1
    groupOf[largest] = own
    holder[own] = largest
  } else closeGroup(state, blossom)
  for (const child of children) {
    if (child < capacity) group[child] = child
    else if (child !== largest) {
      openGroup(state, child)
      for (let v = firstLeaf[child] ?? 0; ; v = nextLeaf[v] ?? 0) {
        group[v] = groupOf[child] ?? 0
        if (v === lastLeaf[child]) break
      }
    }
  }
  within[blossom] = -2
  state.unused.push(blossom)
  return children
}

/** Between searches: a blossom on top without value, and what is without value in it, is no blossom any more. */
export function dissolve(state: MatchingState, blossom: number): void {
  const open = [blossom]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const children = release(state, node)
    matchChildren(state, node, nodeOf(state, state.mateIn[node] ?? 0))
    for (const child of children) if (child >= state.capacity && state.z[child] === 0) open.push(child)
  }
}

function scanLeaves(state: MatchingState, node: number): void {
  const last = state.lastLeaf[node] ?? 0
  for (let v = state.firstLeaf[node] ?? 0; ; v = state.nextLeaf[v] ?? 0) {
    scan(state, v)
    if (v === last) break
  }
}
