import type { CrossProducts } from './cross-products.ts'

/**
 * In which order the nodes are eliminated, and which later nodes each then touches. Where what is left is as good as
 * full, it is treated as one dense matrix.
 */
export interface Elimination {
  /** Nodes eliminated one by one. */
  readonly order: Int32Array
  /** Place of every node: first those of `order`, then the dense ones. */
  readonly rank: Int32Array
  /** For each of `order`, the later nodes that it touches, by rank: `touched[starts[k]]` up to `touched[starts[k + 1]]`. */
  readonly starts: Int32Array
  readonly touched: Int32Array
  readonly dense: Int32Array
}

/** From here on, sparse bookkeeping costs more than zeros. */
const fullEnough = 0.5

/**
 * Minimum degree ordering on a quotient graph with element absorption and approximate external degrees (Amestoy, Davis &
 * Duff 1996, An approximate minimum degree ordering algorithm). Factors that are nested give no fill; of two that are
 * crossed, the one with most levels goes first and the rest ends up dense.
 */
export function eliminationOf({ factors, edges }: CrossProducts): Elimination {
  const nodes = factors.reduce((sum, { levels }) => sum + levels, 0)
  if (edges.count === 0) return withoutEdges(nodes)
  const neighbours = neighboursOf(nodes, edges)
  /** Elements (eliminated nodes) that a node touches, and the nodes that an element touches. */
  const elements: number[][] = Array.from({ length: nodes }, () => [])
  const members: (readonly number[] | undefined)[] = new Array(nodes)
  const queue = degreeQueue(neighbours.map((each) => each.length))
  const eliminated = new Uint8Array(nodes)
  const order: number[] = []
  const mark = new Int32Array(nodes).fill(-1)
  const outside = new Int32Array(nodes)
  const stamped = new Int32Array(nodes).fill(-1)

  while (order.length < nodes) {
    const left = nodes - order.length
    const [pivot, degree] = queue.least()
    if (degree > 0 && degree >= fullEnough * (left - 1)) break
    const step = order.length
    mark[pivot] = step
    const touched: number[] = []
    const add = (node: number) => {
      if (eliminated[node] === 1 || mark[node] === step) return
      mark[node] = step
      touched.push(node)
    }
    for (const node of neighbours[pivot] ?? []) add(node)
    for (const element of elements[pivot] ?? []) {
      for (const node of members[element] ?? []) add(node)
    }
    const absorbed = elements[pivot] ?? []
    queue.remove(pivot)
    eliminated[pivot] = 1
    order.push(pivot)
    // How many members each nearby element has outside of `touched`.
    for (const node of touched) {
      for (const element of elements[node] ?? []) {
        if (stamped[element] !== step) {
          stamped[element] = step
          outside[element] = (members[element] ?? []).reduce((sum, each) => sum + (eliminated[each] === 1 ? 0 : 1), 0)
        }
        outside[element] = (outside[element] ?? 0) - 1
      }
    }
    for (const element of absorbed) members[element] = undefined
    members[pivot] = touched
    for (const node of touched) {
      const kept = (elements[node] ?? []).filter(
        (element) => members[element] !== undefined && (outside[element] ?? 0) > 0,
      )
      const others = (neighbours[node] ?? []).filter((each) => eliminated[each] === 0 && mark[each] !== step)
      neighbours[node] = others
      elements[node] = [...kept, pivot]
      const approximate = others.length + touched.length - 1 + kept.reduce((sum, each) => sum + (outside[each] ?? 0), 0)
      queue.update(node, Math.min(left - 2, approximate))
    }
  }

  const rank = new Int32Array(nodes)
  order.forEach((node, k) => {
    rank[node] = k
  })
  const dense = Int32Array.from({ length: nodes }, (_, node) => node).filter((node) => eliminated[node] === 0)
  dense.forEach((node, k) => {
    rank[node] = order.length + k
  })
  return { order: Int32Array.from(order), rank, dense, ...structures(neighboursOf(nodes, edges), order, rank) }
}

/** One grouping: its levels have nothing to do with each other. */
function withoutEdges(nodes: number): Elimination {
  const order = Int32Array.from({ length: nodes }, (_, node) => node)
  return {
    order,
    rank: order,
    starts: new Int32Array(nodes + 1),
    touched: new Int32Array(),
    dense: new Int32Array(),
  }
}

function neighboursOf(nodes: number, edges: CrossProducts['edges']): number[][] {
  const neighbours: number[][] = Array.from({ length: nodes }, () => [])
  for (let e = 0; e < edges.count; e++) {
    neighbours[edges.one[e] ?? 0]?.push(edges.other[e] ?? 0)
    neighbours[edges.other[e] ?? 0]?.push(edges.one[e] ?? 0)
  }
  return neighbours
}

/** What each eliminated node touches: its later neighbours, and what its children in the elimination tree touch. */
function structures(neighbours: readonly (readonly number[])[], order: readonly number[], rank: Int32Array) {
  const children: number[][] = order.map(() => [])
  const lists: Int32Array[] = []
  const mark = new Int32Array(rank.length).fill(-1)
  for (const [k, node] of order.entries()) {
    const list: number[] = []
    const add = (each: number) => {
      if ((rank[each] ?? 0) <= k || mark[each] === k) return
      mark[each] = k
      list.push(each)
    }
    for (const each of neighbours[node] ?? []) add(each)
    for (const child of children[k] ?? []) for (const each of lists[child] ?? []) add(each)
    const sorted = Int32Array.from(list).sort((one, other) => (rank[one] ?? 0) - (rank[other] ?? 0))
    lists.push(sorted)
    const parent = sorted[0]
    if (parent !== undefined) children[rank[parent] ?? 0]?.push(k)
  }
  const starts = new Int32Array(order.length + 1)
  lists.forEach((list, k) => {
    starts[k + 1] = (starts[k] ?? 0) + list.length
  })
  const touched = new Int32Array(starts[order.length] ?? 0)
  lists.forEach((list, k) => {
    touched.set(list, starts[k] ?? 0)
  })
  return { starts, touched }
}

/** Nodes by degree, in linked lists; of those with the least degree any. */
function degreeQueue(degrees: readonly number[]) {
  const head = new Int32Array(degrees.length + 1).fill(-1)
  const next = new Int32Array(degrees.length).fill(-1)
  const previous = new Int32Array(degrees.length).fill(-1)
  const degreeOf = Int32Array.from(degrees)
  let lowest = 0
  const insert = (node: number, degree: number) => {
    degreeOf[node] = degree
    const first = head[degree] ?? -1
    next[node] = first
    previous[node] = -1
    if (first !== -1) previous[first] = node
    head[degree] = node
    lowest = Math.min(lowest, degree)
  }
  const remove = (node: number) => {
    const before = previous[node] ?? -1
    const after = next[node] ?? -1
    if (before === -1) head[degreeOf[node] ?? 0] = after
    else next[before] = after
    if (after !== -1) previous[after] = before
  }
  for (let node = degrees.length - 1; node >= 0; node--) insert(node, Math.min(degrees[node] ?? 0, degrees.length))
  return {
    remove,
    update: (node: number, degree: number) => {
      remove(node)
      insert(node, Math.max(0, degree))
    },
    least: (): readonly [node: number, degree: number] => {
      while (head[lowest] === -1) lowest++
      return [head[lowest] ?? 0, lowest]
    },
  }
}
