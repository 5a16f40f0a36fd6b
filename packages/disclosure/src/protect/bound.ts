import type { Solver } from '@kantelpunt/solver'
import { companionCuts, cutsOfSums } from './cuts.ts'
import type { Clock } from './exact.ts'
import { costOf, fixedCellsOf, type Problem } from './problem.ts'

/**
 * A cost that no protecting choice can be below, for a table that is too large to solve: the linear relaxation with the
 * capacity inequalities of single sums and the companions of short sums. The cost of the fixed cells where even that
 * takes too long. `wish` is the fractional choice that reaches it: by cell 0 … 1.
 */
export function boundOf(
  solver: Solver,
  problem: Problem,
  { clock, deadline }: { readonly clock: Clock; readonly deadline: number },
): { readonly bound: number; readonly wish: Float64Array } {
  const { weights } = problem
  const fixed = fixedCellsOf(problem)
  const base = costOf(problem, fixed)
  const wish = Float64Array.from(fixed)
  const cuts = [...cutsOfSums(problem, fixed, 300), ...companionCuts(problem, fixed, 30)]
  const column = new Map<number, number>()
  for (const { cells } of cuts) for (const cell of cells) if (!column.has(cell)) column.set(cell, column.size)
  const seconds = (deadline - clock()) / 1000
  if (column.size === 0 || seconds < 0.05) return { bound: base, wish }
  const starts = [0]
  for (const { cells } of cuts) starts.push((starts.at(-1) ?? 0) + cells.length)
  using model = solver.createModel({
    numCols: column.size,
    numRows: cuts.length,
    colCost: Float64Array.from(column.keys(), (cell) => weights[cell] ?? 0),
    colLower: new Float64Array(column.size),
    colUpper: new Float64Array(column.size).fill(1),
    rowLower: Float64Array.from(cuts, ({ least }) => least),
    rowUpper: new Float64Array(cuts.length).fill(solver.infinity),
    matrix: {
      format: 'csr',
      numRows: cuts.length,
      numCols: column.size,
      starts,
      indices: cuts.flatMap(({ cells }) => cells.map((cell) => column.get(cell) ?? 0)),
      values: cuts.flatMap(({ coefficients }) => coefficients),
    },
  })
  model.options.set({ output_flag: false, time_limit: seconds })
  model.run()
  if (model.getModelStatus() !== solver.constants.modelStatus.optimal) return { bound: base, wish }
  const bound = base + model.getObjectiveValue()
  const whole = weights.every((weight) => weight === Number.POSITIVE_INFINITY || Number.isInteger(weight))
  const { colValue } = model.getSolution()
  for (const [cell, at] of column) wish[cell] = colValue[at] ?? 0
  return { bound: whole ? Math.ceil(bound - 1e-6) : bound - 1e-6, wish }
}
