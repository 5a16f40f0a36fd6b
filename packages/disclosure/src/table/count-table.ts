import { childrenOf, type Dimension } from './dimension.ts'
import type { PlainSum } from './sums.ts'

/**
 * A table of counts with all its margins. `values` is row-major over the nodes of the dimensions (categories and totals);
 * counts are whole numbers ≥ 0.
 */
export interface CountTable {
  readonly dimensions: readonly Dimension[]
  readonly values: Float64Array
}

/** How far apart two neighbours along each dimension are in `values`. */
export function stridesOf(dimensions: readonly Dimension[]): readonly number[] {
  const strides: number[] = []
  let stride = 1
  for (const { labels } of dimensions.toReversed()) {
    strides.unshift(stride)
    stride *= labels.length
  }
  return strides
}

/** Number of cells, margins included. */
export function sizeOf(dimensions: readonly Dimension[]): number {
  return dimensions.reduce((size, { labels }) => size * labels.length, 1)
}

/** The node of a cell in every dimension. */
export function nodesOf(dimensions: readonly Dimension[], cell: number): readonly number[] {
  let rest = cell
  return stridesOf(dimensions).map((stride) => {
    const node = Math.floor(rest / stride)
    rest -= node * stride
    return node
  })
}

/** The names of a cell, one for each dimension: `['north', 'Total']`. */
export function namesOf(dimensions: readonly Dimension[], cell: number): readonly string[] {
  return nodesOf(dimensions, cell).map((node, axis) => dimensions[axis]?.labels[node] ?? '')
}

/** Every sum of a table: each total of each dimension, for every combination of nodes of the others. */
export function plainSumsOf(dimensions: readonly Dimension[]): readonly PlainSum[] {
  const strides = stridesOf(dimensions)
  const size = sizeOf(dimensions)
  return dimensions.flatMap((dimension, axis) => {
    const stride = strides[axis] ?? 1
    const wide = stride * dimension.labels.length
    const list: PlainSum[] = []
    childrenOf(dimension).forEach((children, node) => {
      if (children.length === 0) return
      for (let block = 0; block < size; block += wide)
        for (let inner = block; inner < block + stride; inner++)
          list.push({ total: inner + node * stride, parts: children.map((child) => inner + child * stride) })
    })
    return list
  })
}

/** A table from the counts of its bottom cells; every margin is made by adding up. `interior` gives a count for each cell of bottom nodes. */
export function tableOf(
  dimensions: readonly Dimension[],
  interior: (nodes: readonly number[], cell: number) => number,
): CountTable {
  const size = sizeOf(dimensions)
  const values = new Float64Array(size)
  const bottoms = dimensions.map((dimension) => childrenOf(dimension).map((children) => children.length === 0))
  for (let cell = 0; cell < size; cell++) {
    const nodes = nodesOf(dimensions, cell)
    if (nodes.every((node, axis) => bottoms[axis]?.[node])) values[cell] = interior(nodes, cell)
  }
  addUp(dimensions, values)
  return { dimensions, values }
}

/** Fills every margin with the sum of what is below it, one dimension after the other. */
function addUp(dimensions: readonly Dimension[], values: Float64Array): void {
  const strides = stridesOf(dimensions)
  dimensions.forEach((dimension, axis) => {
    const stride = strides[axis] ?? 1
    const wide = stride * dimension.labels.length
    const children = childrenOf(dimension)
    for (const node of bottomUp(children, dimension.root)) {
      const below = children[node] ?? []
      if (below.length === 0) continue
      for (let block = 0; block < values.length; block += wide)
        for (let inner = block; inner < block + stride; inner++)
          values[inner + node * stride] = below.reduce((sum, child) => sum + (values[inner + child * stride] ?? 0), 0)
    }
  })
}

function bottomUp(children: readonly (readonly number[])[], root: number): readonly number[] {
  const order: number[] = []
  const visit = (node: number): void => {
    for (const child of children[node] ?? []) visit(child)
    order.push(node)
  }
  visit(root)
  return order
}
