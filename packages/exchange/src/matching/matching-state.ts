import type { Adjacency, Numbering } from './adjacency.ts'
import { createQueue, type EventQueue } from './event-queue.ts'

/** Labels of vertices in a search: not in the tree, at an even or at an odd distance of the root. */
export const outside = 0
export const even = 1
export const odd = 2

/**
 * A matching with its duals and blossoms, and the room that searches work in. Nodes are vertices (below `capacity`) and
 * blossoms (from `capacity` on); a node that is in no blossom is on top.
 *
 * While a vertex is in the tree its y is kept as it would be at time 0 of the search: y + time where even (it falls as time
 * goes on), y − time where odd. So is z of a node on top: z − 2 time where even, z + 2 time where odd. Nothing has to be
 * touched when time passes.
 */
export interface MatchingState {
  n: number
  readonly capacity: number
  readonly adjacency: Adjacency
  /** Vertices have numbers of their own here: by number the vertex of the graph, and back. */
  readonly vertexOf: Int32Array
  readonly numberOf: Int32Array

  // By vertex.
  readonly y: Float64Array
  readonly label: Uint8Array
  /** The group that it is in: those who are in one node on top, or were when the search began. See `holder`. */
  readonly group: Int32Array
  /** The least of y(u) − 2 w(uv) over even neighbours u, and that u. */
  readonly best: Float64Array
  readonly bestFrom: Int32Array
  /** The vertices of a node are a chain from `firstLeaf` to `lastLeaf`. */
  readonly nextLeaf: Int32Array

  // By node.
  readonly z: Float64Array
  /** The blossom that it is a child of, −1 on top, −2 where the number is not in use. */
  readonly within: Int32Array
  /** The matched edge of the node: its end inside and its end outside (−1: free). Right on top only, until settled. */
  readonly mateIn: Int32Array
  readonly mateOut: Int32Array
  readonly firstLeaf: Int32Array
  readonly lastLeaf: Int32Array
  /** Children of a blossom are an odd circle; the edge to the next child has an end here and an end there. */
  readonly firstChild: Int32Array
  readonly nextChild: Int32Array
  readonly previousChild: Int32Array
  readonly edgeHere: Int32Array
  readonly edgeThere: Int32Array
  /** How many vertices it has. */
  readonly size: Int32Array
  /**
   * By group its node on top, and by node on top its group (−1: none yet). An expanded blossom leaves its group to its largest
   * child, whose vertices then need not be touched: where blossoms nest deeply that is nearly all of them.
   */
  readonly holder: Int32Array
  readonly groupOf: Int32Array
  /** Union-find of nodes on top that became one in this search. */
  readonly joined: Int32Array
  /** How an odd node was reached: from a vertex of its even parent, at a vertex of its own. */
  readonly enterFrom: Int32Array
  readonly enterAt: Int32Array
  readonly mark: Int32Array

  stamp: number
  readonly unused: number[]
  readonly unusedGroups: number[]

  // The search.
  readonly queue: EventQueue
  time: number
  /** The search ends at this time at the latest, because a dual value is 0 (`endTo` −1) or a free vertex is reached. */
  bound: number
  endFrom: number
  endTo: number
  readonly touched: Int32Array
  touchedCount: number
  readonly isTouched: Uint8Array
  readonly merged: number[]
  readonly made: number[]
}

/** Everybody free; y is 0 and not yet feasible. */
export function createState(adjacency: Adjacency, numbering: Numbering, capacity: number): MatchingState {
  const n = numbering.vertexOf.length
  const nodes = capacity + (capacity >> 1) + 1
  const numbers = (length: number) => Int32Array.from({ length }, (_, node) => node)
  const none = (length: number) => new Int32Array(length).fill(-1)
  const unused: number[] = []
  for (let node = nodes - 1; node >= capacity; node--) unused.push(node)
  return {
    n,
    capacity,
    adjacency,
    vertexOf: continued(numbering.vertexOf, capacity),
    numberOf: continued(numbering.numberOf, capacity),
    y: new Float64Array(capacity),
    label: new Uint8Array(capacity),
    group: numbers(capacity),
    best: new Float64Array(capacity).fill(Number.POSITIVE_INFINITY),
    bestFrom: none(capacity),
    nextLeaf: none(capacity),
    z: new Float64Array(nodes),
    within: none(nodes).fill(-2, capacity),
    mateIn: numbers(nodes),
    mateOut: none(nodes),
    firstLeaf: numbers(nodes),
    lastLeaf: numbers(nodes),
    firstChild: none(nodes),
    nextChild: none(nodes),
    previousChild: none(nodes),
    edgeHere: none(nodes),
    edgeThere: none(nodes),
    size: new Int32Array(nodes).fill(1),
    holder: numbers(nodes),
    groupOf: numbers(nodes).fill(-1, capacity),
    joined: numbers(nodes),
    enterFrom: none(nodes),
    enterAt: none(nodes),
    mark: new Int32Array(nodes),
    stamp: 0,
    unused,
    unusedGroups: unused.slice(),
    queue: createQueue(),
    time: 0,
    bound: 0,
    endFrom: -1,
    endTo: -1,
    touched: new Int32Array(capacity),
    touchedCount: 0,
    isTouched: new Uint8Array(capacity),
    merged: [],
    made: [],
  }
}

/** Vertices that come later keep their number. */
function continued(numbers: Int32Array, capacity: number): Int32Array {
  return Int32Array.from({ length: capacity }, (_, at) => numbers[at] ?? at)
}

/** The node on top that a vertex is in. */
export function nodeOf(state: MatchingState, vertex: number): number {
  const { joined } = state
  let node = state.holder[state.group[vertex] ?? 0] ?? 0
  for (let up = joined[node] ?? 0; up !== node; up = joined[node] ?? 0) {
    const further = joined[up] ?? 0
    joined[node] = further
    node = further
  }
  return node
}

/** A number for the vertices of a blossom on top. */
export function openGroup({ groupOf, holder, unusedGroups }: MatchingState, node: number): void {
  const group = unusedGroups.pop()
  if (group === undefined) throw new Error('More blossoms on top than there can be')
  groupOf[node] = group
  holder[group] = node
}

export function closeGroup({ groupOf, unusedGroups }: MatchingState, node: number): void {
  const group = groupOf[node] ?? -1
  groupOf[node] = -1
  if (group >= 0) unusedGroups.push(group)
}

export function touch(state: MatchingState, vertex: number): void {
  if (state.isTouched[vertex] === 1) return
  state.isTouched[vertex] = 1
  state.touched[state.touchedCount++] = vertex
}

/** Gives the children of a blossom their matched edges: the base has the blossom's own, the others are pairs along the circle. */
export function matchChildren(state: MatchingState, blossom: number, base: number): void {
  const { mateIn, mateOut, nextChild, edgeHere, edgeThere } = state
  mateIn[base] = mateIn[blossom] ?? 0
  mateOut[base] = mateOut[blossom] ?? -1
  for (let one = nextChild[base] ?? 0; one !== base; ) {
    const other = nextChild[one] ?? 0
    const here = edgeHere[one] ?? 0
    const there = edgeThere[one] ?? 0
    mateIn[one] = here
    mateOut[one] = there
    mateIn[other] = there
    mateOut[other] = here
    one = nextChild[other] ?? 0
  }
}
