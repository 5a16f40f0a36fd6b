import type { Solver } from '@kantelpunt/solver'
import { type Budget, limitTime } from './budget.ts'
import { matrixOf, type Outer } from './outer.ts'
import { type PanelType, panelType } from './panel-type.ts'
import { openSwapSearch, type SwapSearch } from './swap-search.ts'

/** Finds panels that weigh much, fast. */
export interface PanelFinder {
  /**
   * A panel that weighs nearly as much as one can, and what none can exceed by the linear programme; null: none found.
   *
   * @param known panels from which exchanges may begin.
   * @param enough a weight that serves the purpose, such as that of the average that is aimed at.
   */
  find(
    weights: Float64Array,
    known?: readonly PanelType[],
    enough?: number,
  ): { readonly panel: PanelType | null; readonly relaxed: number }
  [Symbol.dispose](): void
}

/** How many linear programmes may follow one another on the way to whole numbers. */
const patience = 24
/** Exchanges do where they come so far from what is enough to what the linear programme says is the most. */
const good = 0.3
/** How many profiles, of those that are whole in the linear programme, may change where a dive failed; then more. */
const around = [40, 120, 360]
const whole = 1e-6

/**
 * A linear programme, then a dive: fix what is nearest to a whole number, solve again, turn back once where that fails. On
 * real pools few are fractional in the first place, and a dive takes a few milliseconds where an integer programme takes
 * hundreds. One model is kept, so that each programme starts from the basis before it.
 *
 * @param face probabilities by profile: only panels that can be part of a lottery with exactly these. Such a lottery's panels
 *   all keep with equality each row that it keeps with equality.
 */
export function openPanelFinder(solver: Solver, outer: Outer, budget: Budget, face?: Float64Array): PanelFinder {
  const { profiles } = outer.shape
  const count = profiles.length
  const { starts, columns, values, low, high } = matrixOf(outer)
  const lower = new Float64Array(count)
  const upper = Float64Array.from(profiles, ({ people }) => people.length)
  if (face !== undefined) {
    for (let row = 0; row < low.length; row++) {
      let sum = 0
      for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at++) {
        const column = columns[at] ?? 0
        sum += (values[at] ?? 0) * (face[column] ?? 0) * (profiles[column]?.people.length ?? 0)
      }
      if (sum > (high[row] ?? 0) - 1e-7) low[row] = high[row] ?? 0
      else if (sum < (low[row] ?? 0) + 1e-7) high[row] = low[row] ?? 0
    }
    face.forEach((share, column) => {
      if (share > 1 - 1e-9) lower[column] = upper[column] ?? 0
    })
  }
  const model = solver.createModel({
    numCols: count,
    numRows: low.length,
    sense: solver.constants.objectiveSense.maximize,
    colCost: new Float64Array(count),
    colLower: lower,
    colUpper: upper,
    rowLower: low,
    rowUpper: high,
    matrix: { format: 'csr', numRows: low.length, numCols: count, starts, indices: columns, values },
  })
  model.options.set({ output_flag: false, presolve: 'off' })
  const solve = () => {
    limitTime(model, budget)
    model.run()
    return model.getModelStatus() === solver.constants.modelStatus.optimal
  }
  const dive = (from: Float64Array): PanelType | null => {
    let x = from
    const touched: number[] = []
    try {
      for (let left = patience; left > 0; ) {
        let nearest = -1
        let distance = 1
        for (let column = 0; column < count; column++) {
          const value = x[column] ?? 0
          const off = Math.abs(value - Math.round(value))
          if (off > whole && off < distance) {
            distance = off
            nearest = column
          }
        }
        if (nearest === -1) return panelType(x)
        const value = x[nearest] ?? 0
        const [l, u] = [lower[nearest] ?? 0, upper[nearest] ?? 0]
        const floor = Math.floor(value)
        const up = value - floor > 0.5
        touched.push(nearest)
        model.changeColBounds(nearest, up ? floor + 1 : l, up ? u : floor)
        left--
        if (!solve()) {
          model.changeColBounds(nearest, up ? l : floor + 1, up ? floor : u)
          left--
          if (!solve()) return null
        }
        x = model.getSolution().colValue
      }
      return null
    } finally {
      for (const column of touched) model.changeColBounds(column, lower[column] ?? 0, upper[column] ?? 0)
    }
  }
  /** An integer programme over those that are fractional and those that would change at the least cost. */
  const near = (weights: Float64Array, x: Float64Array, reduced: Float64Array): PanelType | null => {
    const fractional: number[] = []
    const rest: number[] = []
    for (let column = 0; column < count; column++) {
      const value = x[column] ?? 0
      if (Math.abs(value - Math.round(value)) > whole) fractional.push(column)
      else if ((lower[column] ?? 0) < (upper[column] ?? 0)) rest.push(column)
    }
    rest.sort((a, b) => Math.abs(reduced[a] ?? 0) - Math.abs(reduced[b] ?? 0))
    for (const many of around) {
      const counts = part(weights, x, [...fractional, ...rest.slice(0, many)])
      if (counts !== null) return panelType(counts)
      if (many >= rest.length) break
    }
    return null
  }
  const part = (weights: Float64Array, x: Float64Array, loose: readonly number[]): Float64Array | null => {
    const counts = x.map(Math.round)
    for (const column of loose) counts[column] = 0
    const place = new Map(loose.map((column, index) => [column, index]))
    const from = new Int32Array(low.length + 1)
    const indices: number[] = []
    const coefficients: number[] = []
    const held = new Float64Array(low.length)
    for (let row = 0; row < low.length; row++) {
      for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at++) {
        const column = columns[at] ?? 0
        const index = place.get(column)
        held[row] = (held[row] ?? 0) + (values[at] ?? 0) * (counts[column] ?? 0)
        if (index === undefined) continue
        indices.push(index)
        coefficients.push(values[at] ?? 0)
      }
      from[row + 1] = indices.length
    }
    const small = solver.createModel({
      numCols: loose.length,
      numRows: low.length,
      sense: solver.constants.objectiveSense.maximize,
      colCost: loose.map((column) => weights[column] ?? 0),
      colLower: loose.map((column) => lower[column] ?? 0),
      colUpper: loose.map((column) => upper[column] ?? 0),
      rowLower: low.map((value, row) => value - (held[row] ?? 0)),
      rowUpper: high.map((value, row) => value - (held[row] ?? 0)),
      integrality: new Int32Array(loose.length).fill(1),
      matrix: {
        format: 'csr',
        numRows: low.length,
        numCols: loose.length,
        starts: from,
        indices,
        values: coefficients,
      },
    })
    try {
      small.options.set({
        output_flag: false,
        presolve: 'off',
        mip_max_improving_sols: 1,
        time_limit: Math.min(1, budget.seconds() + 0.05),
      })
      small.run()
      if (Number(small.info.get('primal_solution_status')) !== 2) return null
      small.getSolution().colValue.forEach((value, index) => {
        counts[loose[index] ?? 0] = Math.round(value)
      })
      return counts
    } finally {
      small.dispose()
    }
  }
  let swaps: SwapSearch | null | undefined
  /** From the heaviest of the panels that are known. */
  const swapped = (weights: Float64Array, known: readonly PanelType[]) => {
    if (known.length === 0) return null
    swaps ??= openSwapSearch({ starts, columns, values, low, high }, lower, upper)
    if (swaps === null) return null
    const weigh = ({ at, take }: PanelType) =>
      at.reduce((sum, profile, index) => sum + (weights[profile] ?? 0) * (take[index] ?? 0), 0)
    const heavy = known.map((panel) => ({ panel, weight: weigh(panel) })).sort((a, b) => b.weight - a.weight)
    swaps.weigh(weights)
    let best: { panel: PanelType; weight: number } | null = null
    let tried = 0
    for (const { panel } of heavy) {
      const better = swaps.improve(panel)
      if (better === null) continue
      if (best === null || better.weight > best.weight) best = better
      if (++tried >= 6) break
    }
    return best
  }
  return {
    find(weights, known = [], enough = Number.POSITIVE_INFINITY) {
      if (count > 0) model.changeColsCost({ kind: 'range', from: 0, to: count - 1 }, weights)
      // From the basis before, new costs suit the primal simplex and new bounds the dual.
      model.options.set({ simplex_strategy: 4 })
      if (!solve()) {
        model.clearSolver()
        if (budget.over() || !solve()) return { panel: null, relaxed: Number.NEGATIVE_INFINITY }
      }
      const relaxed = model.getObjectiveValue()
      const { colValue, colDual } = model.getSolution()
      model.options.set({ simplex_strategy: 1 })
      const swap = swapped(weights, known)
      if (swap !== null && swap.weight >= enough + good * (relaxed - enough)) return { panel: swap.panel, relaxed }
      const panel = dive(colValue) ?? near(weights, colValue, colDual)
      return { panel: (panel && swaps?.improve(panel)?.panel) ?? panel, relaxed }
    },
    [Symbol.dispose]: () => model.dispose(),
  }
}
