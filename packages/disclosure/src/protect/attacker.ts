import type { Solver } from '@kantelpunt/solver'
import type { Problem } from './problem.ts'

/** How far a cell can be moved, the multipliers that limit it, and how the other cells move along. */
export interface Reach {
  readonly far: number
  /** ±e(p) − λ·A, by place in `movable`. */
  readonly residual: () => Float64Array
  /** What is added to each cell of `movable`. */
  readonly moved: () => Float64Array
}

export interface Attacker {
  /** The cells that can be suppressed at all. */
  readonly movable: readonly number[]
  /** Sets the share (0 … 1) in which each cell is suppressed; `whole` where all are 0 or 1. */
  look(choice: ArrayLike<number>, whole: boolean): void
  /** Suppresses or publishes one cell. */
  set(cell: number, suppressed: boolean): void
  /** How far up (1) or down (−1) a cell can be moved, at most by `cap`: the width that is asked where left out. */
  push(cell: number, direction: 1 | -1, cap?: number): Reach
  [Symbol.dispose](): void
}

/**
 * The attacker's linear programme, by deviations from the true counts: the sums hold, published cells don't move, counts
 * stay ≥ 0. One model that is kept and changed, as each programme differs little from the one before.
 */
export function openAttacker(solver: Solver, problem: Problem, fixed: Uint8Array): Attacker {
  const { rooms, sums, ofCells, weights, width } = problem
  const movable = [...rooms.keys()].filter((cell) => fixed[cell] === 1 || weights[cell] !== Number.POSITIVE_INFINITY)
  // Beyond any count: room upwards, where a choice is whole.
  const noLimit = 1e7 + 10 * rooms.reduce((most, value) => Math.max(most, value), 0)
  const column = new Map(movable.map((cell, index) => [cell, index]))
  const starts = new Int32Array(movable.length + 1)
  const indices: number[] = []
  const signs: number[] = []
  movable.forEach((cell, index) => {
    for (let at = ofCells.starts[cell] ?? 0; at < (ofCells.starts[cell + 1] ?? 0); at++) {
      indices.push(ofCells.sums[at] ?? 0)
      signs.push(ofCells.signs[at] ?? 0)
    }
    starts[index + 1] = indices.length
  })
  const model = solver.createModel({
    numCols: movable.length,
    numRows: sums.count,
    colCost: new Float64Array(movable.length),
    colLower: new Float64Array(movable.length),
    colUpper: new Float64Array(movable.length),
    rowLower: new Float64Array(sums.count),
    rowUpper: new Float64Array(sums.count),
    matrix: { format: 'csc', numRows: sums.count, numCols: movable.length, starts, indices, values: signs },
  })
  model.options.set({ output_flag: false, presolve: 'off' })
  const lows = new Float64Array(movable.length)
  const highs = new Float64Array(movable.length)
  return {
    movable,
    look(choice, whole) {
      movable.forEach((cell, index) => {
        const raw = choice[cell] ?? 0
        const share = raw < 1e-6 ? 0 : Math.min(1, raw)
        const room = whole ? (rooms[cell] ?? 0) : Math.min(width, rooms[cell] ?? 0)
        lows[index] = -room * share
        highs[index] = (whole ? noLimit : width) * share
      })
      if (movable.length > 0) model.changeColsBounds({ kind: 'range', from: 0, to: movable.length - 1 }, lows, highs)
    },
    set(cell, suppressed) {
      const index = column.get(cell) ?? 0
      lows[index] = suppressed ? -(rooms[cell] ?? 0) : 0
      highs[index] = suppressed ? noLimit : 0
      model.changeColBounds(index, lows[index] ?? 0, highs[index] ?? 0)
    },
    push(cell, direction, cap = width) {
      const index = column.get(cell) ?? 0
      model.changeColCost(index, -direction)
      model.changeColBounds(index, Math.max(-cap, lows[index] ?? 0), Math.min(cap, highs[index] ?? 0))
      model.run()
      if (model.getModelStatus() !== solver.constants.modelStatus.optimal) {
        // A numerical accident of a warm start: begin anew.
        model.clearSolver()
        model.run()
      }
      const far = -model.getObjectiveValue()
      const solution = model.getSolution()
      model.changeColCost(index, 0)
      model.changeColBounds(index, lows[index] ?? 0, highs[index] ?? 0)
      return {
        far,
        residual: () => solution.colDual.map((dual) => -dual),
        moved: () => solution.colValue,
      }
    },
    [Symbol.dispose]: () => model.dispose(),
  }
}
