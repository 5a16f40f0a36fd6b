import type { Solver } from '@kantelpunt/solver'
import { matrixOf, type Outer } from './outer.ts'
import { type PanelType, panelType } from './panel-type.ts'

export interface BestPanel {
  readonly panel: PanelType
  readonly weight: number
  /** No panel weighs more, says the integer programme; equal to `weight` but for a time that was over. */
  readonly bound: number
}

/** The integer programme itself: the heaviest panel. null: there is none. 'no-time': none was found in time. */
export interface PanelSearch {
  best(weights: Float64Array, seconds: number): BestPanel | null | 'no-time'
  [Symbol.dispose](): void
}

export function openPanelSearch(solver: Solver, outer: Outer): PanelSearch {
  const { profiles } = outer.shape
  const count = profiles.length
  const { starts, columns, values, low, high } = matrixOf(outer)
  const model = solver.createModel({
    numCols: count,
    numRows: low.length,
    sense: solver.constants.objectiveSense.maximize,
    colCost: new Float64Array(count),
    colLower: new Float64Array(count),
    colUpper: Float64Array.from(profiles, ({ people }) => people.length),
    rowLower: low,
    rowUpper: high,
    integrality: new Int32Array(count).fill(1),
    matrix: { format: 'csr', numRows: low.length, numCols: count, starts, indices: columns, values },
  })
  model.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 1e-9 })
  const { modelStatus } = solver.constants
  return {
    best(weights, seconds) {
      if (count > 0) model.changeColsCost({ kind: 'range', from: 0, to: count - 1 }, weights)
      model.zeroAllClocks()
      model.options.set({ time_limit: Math.max(0.05, seconds) })
      model.run()
      const status = model.getModelStatus()
      if (status === modelStatus.infeasible) return null
      const { colValue } = model.getSolution()
      const known = Number(model.info.get('primal_solution_status')) === 2
      if (!known) return 'no-time'
      const weight = colValue.reduce((sum, x, column) => sum + Math.round(x) * (weights[column] ?? 0), 0)
      const bound = status === modelStatus.optimal ? weight : Number(model.info.get('mip_dual_bound'))
      return { panel: panelType(colValue), weight, bound }
    },
    [Symbol.dispose]: () => model.dispose(),
  }
}
