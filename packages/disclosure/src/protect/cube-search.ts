import { nodesOf, stridesOf } from '../table/count-table.ts'
import type { Dimension } from '../table/dimension.ts'
import { type Move, movesOf } from './moves.ts'

/** A cell can be moved together with others while every margin holds: `cells[i]` by `signs[i]`, the asked cell by +1. */
export interface Cube {
  readonly cells: readonly number[]
  readonly signs: readonly (1 | -1)[]
  readonly cost: number
  /** How far the asked cell can go down and up along this cube. */
  readonly down: number
  readonly up: number
}

/** What a search looks at; the arrays are read anew at every search. */
export interface CubeField {
  /** What a cell costs to use; Infinity where it can't be. */
  readonly costs: Float64Array
  /** Counts as they stand where the asked cell has been moved up already, and where it has been moved down. */
  readonly upper: Float64Array
  readonly lower: Float64Array
}

export interface CubeQuestion {
  /** Least `up + down`. */
  readonly room: number
  /** The cost must stay below this. */
  readonly below: number
  /** Look for the cheapest, or for the one with most room. */
  readonly prefer: 'cheap' | 'roomy'
}

/** All moves of a dimension of so many nodes are kept; of a larger one only those of the node that is searched. */
const fewEnoughToKeep = 400

interface Offsets {
  readonly offsets: readonly number[]
  readonly signs: readonly (1 | -1)[]
}

/** A move as places to add to a cell whose node on this axis is 0. */
function offsetsOf({ nodes, signs }: Move, stride: number): Offsets {
  return { offsets: nodes.map((node) => node * stride), signs }
}

/**
 * Searches the cubes around a cell: a shift along each dimension, multiplied (the hypercubes of Repsilber, with signs and
 * hierarchies). It grows axis by axis; a cube that has its first axes has those corners for good, so that a branch ends
 * as soon as it is too dear or too narrow, and branches are tried from the best on.
 */
export function cubeSearch(
  dimensions: readonly Dimension[],
  { costs, upper, lower }: CubeField,
): (cell: number, question: CubeQuestion) => Cube | undefined {
  const strides = stridesOf(dimensions)
  const moves = dimensions.map((dimension, axis) => {
    const of = movesOf(dimension)
    const made = new Map<number, readonly Offsets[]>()
    return (node: number): readonly Offsets[] => {
      const known = made.get(node)
      if (known !== undefined) return known
      const list = of(node).map((move) => offsetsOf(move, strides[axis] ?? 1))
      // One search asks for the same node again and again.
      if (dimension.labels.length > fewEnoughToKeep) made.clear()
      made.set(node, list)
      return list
    }
  })
  // Long axes last: by then most branches have ended.
  const axes = dimensions
    .map((_, axis) => axis)
    .sort((a, b) => (dimensions[a]?.labels.length ?? 0) - (dimensions[b]?.labels.length ?? 0))
  return (cell, { room, below, prefer }) => {
    const nodes = nodesOf(dimensions, cell)
    let best: Cube | undefined
    let limit = below
    let least = room
    const extend = (part: Cube, { offsets, signs }: Offsets, own: number): Cube | undefined => {
      let { cost, down, up } = part
      for (const [index, offset] of offsets.entries()) {
        if (offset === own) continue
        const sign = signs[index] ?? 1
        for (let at = 0; at < part.cells.length; at++) {
          const corner = (part.cells[at] ?? 0) + offset - own
          cost += costs[corner] ?? 0
          if (cost >= limit) return undefined
          if (part.signs[at] === sign) down = Math.min(down, lower[corner] ?? 0)
          else up = Math.min(up, upper[corner] ?? 0)
          if (down + up < least) return undefined
        }
      }
      return {
        cost,
        down,
        up,
        cells: offsets.flatMap((offset) => part.cells.map((each) => each + offset - own)),
        signs: signs.flatMap((sign) => part.signs.map((each) => (each === sign ? 1 : -1))),
      }
    }
    const keep = (part: Cube): void => {
      best = part
      if (prefer === 'cheap') limit = part.cost
      else least = part.down + part.up + 1e-9
    }
    const grow = (depth: number, part: Cube): void => {
      const axis = axes[depth]
      if (axis === undefined) {
        keep(part)
        return
      }
      const node = nodes[axis] ?? 0
      const own = node * (strides[axis] ?? 1)
      if (depth === axes.length - 1) {
        for (const move of moves[axis]?.(node) ?? []) {
          const found = extend(part, move, own)
          if (found !== undefined) keep(found)
        }
        return
      }
      const parts = (moves[axis]?.(node) ?? []).flatMap((move) => extend(part, move, own) ?? [])
      parts.sort((a, b) => (prefer === 'cheap' ? a.cost - b.cost : b.down + b.up - a.down - a.up))
      for (const next of parts) if (next.cost < limit && next.down + next.up >= least) grow(depth + 1, next)
    }
    grow(0, { cells: [cell], signs: [1], cost: 0, down: lower[cell] ?? 0, up: Number.POSITIVE_INFINITY })
    return best
  }
}
