import type { CrossProducts } from './cross-products.ts'
import { type Elimination, eliminationOf } from './elimination.ts'

/**
 * Where everything is in the factor L of Λ'Z'ZΛ + I. The panel of an eliminated node is its own square block and, below
 * it, a block for each node that it touches; the dense nodes share one square matrix.
 */
export interface BlockLayout extends Elimination {
  readonly nodes: number
  /** Per node: its number of effects, and where its effects and its square of Z'Z start. */
  readonly size: Int32Array
  readonly effect: Int32Array
  readonly square: Int32Array
  /** Per node the factor it belongs to. */
  readonly factorOf: Int32Array
  /** Per eliminated node: where its panel starts; one more than there are. */
  readonly panel: Int32Array
  /** Per place in `touched`: rows above it in the panel, the square block not counted. */
  readonly rowBefore: Int32Array
  /** Per node: where its rows are in the dense matrix, −1 for an eliminated one. */
  readonly denseRow: Int32Array
  readonly denseSize: number
  /** Per eliminated node k the places in `touched` at which earlier nodes touch it: `updates[updateStarts[k]]`…; */
  readonly updateStarts: Int32Array
  readonly updates: Int32Array
  /** Per place in `touched` the eliminated node (its rank) it belongs to. */
  readonly toucher: Int32Array
  /** Per edge: where its block is: the eliminated node's rank and the place in `touched`, or −1 where both are dense. */
  readonly edgeRank: Int32Array
  readonly edgePlace: Int32Array
}

export function blockLayout(products: CrossProducts): BlockLayout {
  const elimination = eliminationOf(products)
  const { order, starts, touched, rank, dense } = elimination
  const nodes = rank.length
  const size = new Int32Array(nodes)
  const effect = new Int32Array(nodes)
  const square = new Int32Array(nodes)
  const factorOf = new Int32Array(nodes)
  products.factors.forEach(({ levels, q, firstNode, firstEffect, firstSquare }, f) => {
    for (let level = 0; level < levels; level++) {
      const node = firstNode + level
      size[node] = q
      effect[node] = firstEffect + level * q
      square[node] = firstSquare + level * q * q
      factorOf[node] = f
    }
  })
  const panel = new Int32Array(order.length + 1)
  const rowBefore = new Int32Array(touched.length)
  const toucher = new Int32Array(touched.length)
  const updateStarts = new Int32Array(order.length + 1)
  for (let k = 0; k < order.length; k++) {
    const q = size[order[k] ?? 0] ?? 0
    let rows = 0
    for (let at = starts[k] ?? 0; at < (starts[k + 1] ?? 0); at++) {
      const node = touched[at] ?? 0
      rowBefore[at] = rows
      toucher[at] = k
      rows += size[node] ?? 0
      const later = rank[node] ?? 0
      if (later < order.length) updateStarts[later + 1] = (updateStarts[later + 1] ?? 0) + 1
    }
    panel[k + 1] = (panel[k] ?? 0) + (q + rows) * q
  }
  for (let k = 0; k < order.length; k++) updateStarts[k + 1] = (updateStarts[k + 1] ?? 0) + (updateStarts[k] ?? 0)
  const next = updateStarts.slice()
  const updates = new Int32Array(updateStarts[order.length] ?? 0)
  touched.forEach((node, at) => {
    const later = rank[node] ?? 0
    if (later >= order.length) return
    const slot = next[later] ?? 0
    updates[slot] = at
    next[later] = slot + 1
  })
  const denseRow = new Int32Array(nodes).fill(-1)
  let denseSize = 0
  for (const node of dense) {
    denseRow[node] = denseSize
    denseSize += size[node] ?? 0
  }
  const { edges } = products
  const edgeRank = new Int32Array(edges.count)
  const edgePlace = new Int32Array(edges.count)
  for (let e = 0; e < edges.count; e++) {
    const one = edges.one[e] ?? 0
    const other = edges.other[e] ?? 0
    const k = Math.min(rank[one] ?? 0, rank[other] ?? 0)
    const isDense = k >= order.length
    edgeRank[e] = isDense ? -1 : k
    edgePlace[e] = isDense ? -1 : placeOf(elimination, k, order[k] === one ? other : one)
  }
  return {
    ...elimination,
    nodes,
    size,
    effect,
    square,
    factorOf,
    panel,
    rowBefore,
    denseRow,
    denseSize,
    updateStarts,
    updates,
    toucher,
    edgeRank,
    edgePlace,
  }
}

/** The place in `touched` of a node that eliminated node k touches (found by halving: they stand by rank). */
function placeOf({ starts, touched, rank }: Elimination, k: number, node: number): number {
  const wanted = rank[node] ?? 0
  let low = starts[k] ?? 0
  let high = (starts[k + 1] ?? 0) - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((rank[touched[middle] ?? 0] ?? 0) < wanted) low = middle + 1
    else high = middle
  }
  return low
}
