import type { Solver } from '@kantelpunt/solver'
import { mutualEdges } from '../graph/mutual-edges.ts'
import { matchBest } from '../matching/match-best.ts'
import { type Budget, runWithin, unitOf } from './budget.ts'
import type { Column } from './column.ts'
import type { Market } from './market.ts'

/** Disjoint exchanges and what they are worth together. */
export interface Chosen {
  readonly cycles: readonly Column[]
  readonly worth: number
}

/** The best exchanges of two of a part. */
export function chooseTwos({ n, start, head, weight }: Market): Chosen {
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

/** The best choice from few exchanges, by HiGHS, as far as the budget goes; undefined where it finds nothing. */
export function chooseBest(
  solver: Solver,
  n: number,
  columns: readonly Column[],
  start: Chosen,
  budget: Budget,
): Chosen | undefined {
  if (columns.length === 0 || budget.over()) return undefined
  const starts = [0]
  const indices: number[] = []
  for (const { a, b, c } of columns) {
    indices.push(a, b)
    if (c >= 0) indices.push(c)
    starts.push(indices.length)
  }
  const unit = unitOf(columns.map(({ weight }) => weight))
  const model = solver.createModel({
    numCols: columns.length,
    numRows: n,
    colCost: Float64Array.from(columns, ({ weight }) => -weight / unit),
    colLower: new Float64Array(columns.length),
    colUpper: new Float64Array(columns.length).fill(1),
    rowLower: new Float64Array(n).fill(Number.NEGATIVE_INFINITY),
    rowUpper: new Float64Array(n).fill(1),
    integrality: new Int32Array(columns.length).fill(1),
    matrix: {
      format: 'csc',
      numRows: n,
      numCols: columns.length,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      values: new Float64Array(indices.length).fill(1),
    },
  })
  try {
    model.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0.5 / unit })
    runWithin(solver, model, budget)
    const values = model.getSolution().colValue
    if (values.length !== columns.length) return undefined
    const best = chooseByShare(n, columns, values)
    return best.worth > start.worth ? best : undefined
  } finally {
    model.dispose()
  }
}

function chosen(cycles: readonly Column[]): Chosen {
  return { cycles, worth: cycles.reduce((sum, { weight }) => sum + weight, 0) }
}
