import { mutualEdges } from '../graph/mutual-edges.ts'
import { matchBest } from '../matching/match-best.ts'
import type { Column } from './column.ts'
import type { Part } from './parts.ts'

/** Disjoint exchanges and what they are worth together. */
export interface Chosen {
  readonly cycles: readonly Column[]
  readonly worth: number
}

/** The best exchanges of two of a part. */
export function chooseTwos({ n, start, head, weight }: Part): Chosen {
  const from = new Int32Array(head.length)
  for (let u = 0; u < n; u++) from.fill(u, start[u], start[u + 1])
  const edges = mutualEdges({ n, from, to: head, weight })
  const { mate } = matchBest(edges)
  const cycles: Column[] = []
  for (let k = 0; k < edges.from.length; k++) {
    const a = edges.from[k] ?? 0
    const b = edges.to[k] ?? 0
    if (mate[a] === b) cycles.push({ a, b, c: -1, weight: edges.weight[k] ?? 0 })
  }
  return chosen(cycles)
}

/** One after another, as ordered by `rank`, wherever everybody is still free. */
export function chooseInOrder(n: number, columns: readonly Column[], rank: (k: number) => number): Chosen {
  const order = columns.map((_, k) => ({ k, rank: rank(k) })).sort((one, other) => other.rank - one.rank)
  const taken = new Uint8Array(n)
  const cycles: Column[] = []
  for (const { k } of order) {
    const column = columns[k]
    if (column === undefined || column.weight <= 0) continue
    const { a, b, c } = column
    if (taken[a] === 1 || taken[b] === 1 || (c >= 0 && taken[c] === 1)) continue
    taken[a] = 1
    taken[b] = 1
    if (c >= 0) taken[c] = 1
    cycles.push(column)
  }
  return chosen(cycles)
}

/** The same, those that a packing uses most first, and of those the best. */
export function chooseByShare(n: number, columns: readonly Column[], x: ArrayLike<number>): Chosen {
  const most = columns.reduce((most, { weight }) => Math.max(most, weight), 1)
  return chooseInOrder(n, columns, (k) => (x[k] ?? 0) + (1e-7 * (columns[k]?.weight ?? 0)) / most)
}

function chosen(cycles: readonly Column[]): Chosen {
  return { cycles, worth: cycles.reduce((sum, { weight }) => sum + weight, 0) }
}
