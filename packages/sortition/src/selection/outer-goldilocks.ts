import type { Solver } from '@kantelpunt/solver'
import { type Budget, limitTime } from './budget.ts'
import { matrixOf, type Outer } from './outer.ts'

export interface OuterGoldilocks {
  readonly least: number
  readonly most: number
  /** By profile, probabilities between the two. */
  readonly target: Float64Array
  /** By row of the shape and then of the cuts, for `least` and `most` as maximised: see `fairestGoldilocks`. */
  readonly multipliers: Float64Array
  /** By profile, for each of its people, ≥ 0: what its being at most `most` is worth. */
  readonly highs: Float64Array
}

/**
 * min M / q + q / m over the polyhedron with m ≤ x / n ≤ M (Baharav & Flanigan 2024, γ = 1). q / m is convex in one
 * variable, and is put in by tangents where the answer falls, until they touch it. null where the polyhedron is empty or the time was over.
 *
 * @param fair q: the probability that all would have if all had the same.
 */
export function outerGoldilocks(
  solver: Solver,
  outer: Outer,
  impossible: ReadonlySet<number>,
  fair: number,
  budget: Budget,
): OuterGoldilocks | null {
  if (budget.over()) return null
  const { profiles } = outer.shape
  const count = profiles.length
  const infinity = Number.POSITIVE_INFINITY
  const { starts, columns, values, low, high } = matrixOf(outer)
  const rows = low.length
  const sizes = profiles.map(({ people }) => people.length)
  const model = solver.createModel({
    numCols: count,
    numRows: rows,
    colCost: new Float64Array(count),
    colLower: new Float64Array(count),
    colUpper: Float64Array.from(sizes),
    rowLower: low,
    rowUpper: high,
    matrix: { format: 'csr', numRows: rows, numCols: count, starts, indices: columns, values },
  })
  try {
    model.options.set({ output_flag: false })
    // m, M and t ≥ q / m, all three in units of q.
    model.addCol(0, 0, infinity, { indices: [], values: [] })
    model.addCol(1, 0, infinity, { indices: [], values: [] })
    model.addCol(1, 0, infinity, { indices: [], values: [] })
    const [m, M, t] = [count, count + 1, count + 2]
    const free = [...sizes.keys()].filter((profile) => !impossible.has(profile))
    for (const profile of free) {
      const unit = (sizes[profile] ?? 1) * fair
      model.addRow(0, infinity, { indices: [profile, m], values: [1, -unit] })
      model.addRow(-infinity, 0, { indices: [profile, M], values: [1, -unit] })
    }
    const tangent = (at: number) => {
      model.addRow(2 / at, infinity, { indices: [m, t], values: [1 / at ** 2, 1] })
    }
    for (let at = 1; at > 1e-4; at /= 4) tangent(at)
    for (let round = 0; round < 60; round++) {
      limitTime(model, budget)
      model.run()
      if (model.getModelStatus() !== solver.constants.modelStatus.optimal) {
        model.clearSolver()
        model.options.set({ presolve: 'off' })
        model.run()
        if (model.getModelStatus() !== solver.constants.modelStatus.optimal) return null
      }
      const { colValue, rowDual } = model.getSolution()
      const at = colValue[m] ?? 0
      if (round < 40 && at > 0 && 1 / at - (colValue[t] ?? 0) > 1e-9 / at) {
        tangent(at)
        continue
      }
      const highs = new Float64Array(count)
      free.forEach((profile, index) => {
        highs[profile] = Math.max(0, -(rowDual[rows + 2 * index + 1] ?? 0))
      })
      return {
        least: at * fair,
        most: (colValue[M] ?? 0) * fair,
        target: Float64Array.from(sizes, (size, profile) => (colValue[profile] ?? 0) / size),
        multipliers: rowDual.slice(0, rows).map((dual) => -dual),
        highs,
      }
    }
    return null
  } finally {
    model.dispose()
  }
}
