import type { Solver } from '@kantelpunt/solver'
import { type Budget, limitTime } from './budget.ts'
import { matrixOf, type Outer } from './outer.ts'

/** By profile, the probabilities that are fairest in the polyhedron, and the multipliers that say so. */
export interface OuterLeximin {
  readonly target: Float64Array
  readonly stages: readonly OuterStage[]
}

export interface OuterStage {
  readonly floor: number
  /** Profiles. */
  readonly settled: readonly number[]
  /** By row of the shape and then by cut: the weights are Σ multiplier·coefficient where that is above 0. */
  readonly multipliers: Float64Array
}

/** A multiplier's weight below this, beside the largest of its stage, settles nobody: it may be rounding. */
const faint = 1e-5

/**
 * Leximin over the polyhedron, by as many linear programmes as there are stages: raise the smallest probability of the
 * unsettled, x = floor·n for the settled and x ≥ z·n for the others; whoever has a dual above 0 cannot be raised and is settled.
 * null where the polyhedron is empty or the time was over.
 *
 * @param impossible profiles that are on no panel: settled at 0 from the beginning.
 */
export function outerLeximin(
  solver: Solver,
  outer: Outer,
  budget: Budget,
  impossible: ReadonlySet<number> = new Set(),
): OuterLeximin | null {
  if (budget.over()) return null
  const { profiles } = outer.shape
  const count = profiles.length
  const sizes = profiles.map(({ people }) => people.length)
  const { starts, columns, values, low, high } = matrixOf(outer)
  const rows = low.length

  // Column j is what x(j) has above its floor; the last column is z.
  const floors = new Float64Array(count)
  const open = Uint8Array.from(profiles, (_, profile) => (impossible.has(profile) ? 0 : 1))
  const rising = () => {
    const sums = new Float64Array(rows)
    for (let row = 0; row < rows; row++)
      for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at++) {
        const column = columns[at] ?? 0
        if (open[column] === 1) sums[row] = (sums[row] ?? 0) + (values[at] ?? 0) * (sizes[column] ?? 0)
      }
    return sums
  }
  const held = () => {
    const sums = new Float64Array(rows)
    for (let row = 0; row < rows; row++)
      for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at++) {
        const column = columns[at] ?? 0
        if (open[column] === 0)
          sums[row] = (sums[row] ?? 0) + (values[at] ?? 0) * (sizes[column] ?? 0) * (floors[column] ?? 0)
      }
    return sums
  }
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
    model.options.set({ output_flag: false, presolve: 'off', dual_feasibility_tolerance: 1e-9 })
    const first = rising()
    const used = [...first.keys()].filter((row) => first[row] !== 0)
    model.addCol(-1, 0, 1, { indices: used, values: used.map((row) => first[row] ?? 0) })
    const capped = new Set<number>()
    const stages: OuterStage[] = []
    let left = open.reduce((sum, each) => sum + each, 0)
    let last = 0
    while (left > 0) {
      let solution = null
      for (let again = true, tries = 0; again; ) {
        limitTime(model, budget)
        model.run()
        if (model.getModelStatus() !== solver.constants.modelStatus.optimal) {
          if (tries++ > 0) return null
          model.clearSolver()
          continue
        }
        solution = model.getSolution()
        again = false
        const z = solution.colValue[count] ?? 0
        for (let column = 0; column < count; column++) {
          const size = sizes[column] ?? 0
          if (open[column] === 0 || capped.has(column) || (solution.colValue[column] ?? 0) + size * z <= size + 1e-9)
            continue
          capped.add(column)
          model.addRow(Number.NEGATIVE_INFINITY, size, { indices: [column, count], values: [1, size] })
          again = true
        }
      }
      if (solution === null) return null
      const multipliers = solution.rowDual.slice(0, rows).map((dual) => -dual)
      const weights = new Float64Array(count)
      for (let row = 0; row < rows; row++) {
        const y = multipliers[row] ?? 0
        if (y === 0) continue
        for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at++) {
          const column = columns[at] ?? 0
          weights[column] = (weights[column] ?? 0) + y * (values[at] ?? 0)
        }
      }
      const largest = weights.reduce((most, weight) => Math.max(most, weight), 0)
      const floor = Math.min(1, Math.max(last, solution.colValue[count] ?? 0))
      const settled: number[] = []
      for (let column = 0; column < count; column++)
        if (open[column] === 1 && ((weights[column] ?? 0) > faint * largest || floor >= 1)) settled.push(column)
      if (settled.length === 0) throw new Error('A stage of leximin settled nobody')
      for (const column of settled) {
        open[column] = 0
        floors[column] = floor
        model.changeColBounds(column, 0, (sizes[column] ?? 0) * (1 - floor))
      }
      left -= settled.length
      last = floor
      stages.push({ floor, settled, multipliers })
      if (left > 0) {
        const coefficients = rising()
        const shift = held()
        coefficients.forEach((value, row) => {
          if (value !== first[row]) model.changeCoefficient(row, count, value)
          model.changeRowBounds(row, (low[row] ?? 0) - (shift[row] ?? 0), (high[row] ?? 0) - (shift[row] ?? 0))
        })
        // Rows of caps stand behind the others, in the order in which they were found.
        ;[...capped].forEach((column, index) => {
          if (open[column] === 1) return
          model.changeRowBounds(rows + index, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY)
        })
      }
    }
    return { target: floors.map((floor, column) => (open[column] === 1 ? last : floor)), stages }
  } finally {
    model.dispose()
  }
}
