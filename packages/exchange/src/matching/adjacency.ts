import type { EdgeGraph } from '../graph/graph.ts'

/**
 * Who is beside whom, the heaviest first: that order lets a search stop at the first edge that is too light to matter.
 * The neighbours of v are `neighbour[start[v]]` … `neighbour[end[v] − 1]`, with twice their weight beside them, and its part
 * of the pool goes on to `room[v]`. Edges of weight 0 and below are left out, for they never make a matching better.
 */
export interface Adjacency {
  start: Int32Array
  end: Int32Array
  room: Int32Array
  neighbour: Int32Array
  twice: Float64Array
  /** How much of the pool is in use. */
  used: number
}

export function adjacencyOf({ n, from, to, weight }: EdgeGraph, capacity: number): Adjacency {
  const order = heaviestFirst(weight)
  const start = new Int32Array(capacity)
  const end = new Int32Array(capacity)
  for (const k of order) {
    end[from[k] ?? 0] = (end[from[k] ?? 0] ?? 0) + 1
    end[to[k] ?? 0] = (end[to[k] ?? 0] ?? 0) + 1
  }
  let used = 0
  for (let v = 0; v < n; v++) {
    const degree = end[v] ?? 0
    start[v] = used
    end[v] = used
    used += degree
  }
  start.fill(used, n)
  end.fill(used, n)
  const neighbour = new Int32Array(used)
  const twice = new Float64Array(used)
  for (let at = 0; at < order.length; at++) {
    const k = order[at] ?? 0
    const u = from[k] ?? 0
    const v = to[k] ?? 0
    const doubled = 2 * (weight[k] ?? 0)
    const atU = end[u] ?? 0
    neighbour[atU] = v
    twice[atU] = doubled
    end[u] = atU + 1
    const atV = end[v] ?? 0
    neighbour[atV] = u
    twice[atV] = doubled
    end[v] = atV + 1
  }
  return { start, end, room: end.slice(), neighbour, twice, used }
}

/** Puts v among the neighbours of u; where there is no room left, the list of u moves to the end of the pool. */
export function addNeighbour(adjacency: Adjacency, u: number, v: number, weight: number): void {
  if (adjacency.end[u] === adjacency.room[u]) moveToEnd(adjacency, u)
  const { start, end, neighbour, twice } = adjacency
  const first = start[u] ?? 0
  let at = end[u] ?? 0
  end[u] = at + 1
  while (at > first && (twice[at - 1] ?? 0) < 2 * weight) {
    neighbour[at] = neighbour[at - 1] ?? 0
    twice[at] = twice[at - 1] ?? 0
    at--
  }
  neighbour[at] = v
  twice[at] = 2 * weight
}

/** Takes v out of the neighbours of u. */
export function removeNeighbour({ start, end, neighbour, twice }: Adjacency, u: number, v: number): void {
  const last = end[u] ?? 0
  let kept = start[u] ?? 0
  for (let at = kept; at < last; at++) {
    if (neighbour[at] === v) continue
    neighbour[kept] = neighbour[at] ?? 0
    twice[kept] = twice[at] ?? 0
    kept++
  }
  end[u] = kept
}

function moveToEnd(adjacency: Adjacency, u: number): void {
  const { start, end, room, used } = adjacency
  const first = start[u] ?? 0
  const degree = (end[u] ?? 0) - first
  const space = 2 * degree + 4
  if (used + space > adjacency.neighbour.length) {
    const size = Math.ceil(1.5 * (used + space))
    const neighbour = new Int32Array(size)
    neighbour.set(adjacency.neighbour)
    adjacency.neighbour = neighbour
    const twice = new Float64Array(size)
    twice.set(adjacency.twice)
    adjacency.twice = twice
  }
  adjacency.neighbour.copyWithin(used, first, first + degree)
  adjacency.twice.copyWithin(used, first, first + degree)
  start[u] = used
  end[u] = used + degree
  room[u] = used + space
  adjacency.used = used + space
}

/** The edges of positive weight by falling weight: a stable radix sort, 11 bits at a time. */
function heaviestFirst(weight: Float64Array): Int32Array {
  let count = 0
  let greatest = 0
  for (const w of weight) {
    if (w > 0) count++
    if (w > greatest) greatest = w
  }
  let order = new Int32Array(count)
  let other = new Int32Array(count)
  for (let k = 0, at = 0; k < weight.length; k++) if ((weight[k] ?? 0) > 0) order[at++] = k
  for (let unit = 1; unit <= greatest; unit *= 2048) {
    const place = new Int32Array(2049)
    for (let at = 0; at < count; at++) {
      const digit = 2047 - (Math.floor((weight[order[at] ?? 0] ?? 0) / unit) % 2048)
      place[digit + 1] = (place[digit + 1] ?? 0) + 1
    }
    for (let digit = 0; digit < 2048; digit++) place[digit + 1] = (place[digit + 1] ?? 0) + (place[digit] ?? 0)
    for (let at = 0; at < count; at++) {
      const k = order[at] ?? 0
      const digit = 2047 - (Math.floor((weight[k] ?? 0) / unit) % 2048)
      const to = place[digit] ?? 0
      place[digit] = to + 1
      other[to] = k
    }
    ;[order, other] = [other, order]
  }
  return order
}
