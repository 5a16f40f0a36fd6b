import type { Solver } from '@kantelpunt/solver'
import { type Budget, type Model, runWithin } from './budget.ts'
import { type Column, nameOf, seatsOf } from './column.ts'
import { type Cut, type CutIndex, openCutIndex, rightSide } from './cut.ts'

/** The packing of exchanges without whole numbers, solved. */
export interface Relaxed {
  readonly objective: number
  /** By column. */
  readonly x: Float64Array
  /** By vertex. */
  readonly values: Float64Array
  /** By cut. */
  readonly cutValues: Float64Array
}

/** Where HiGHS was, to begin again from there. */
export interface Place {
  readonly colStatus: Int32Array
  readonly rowStatus: Int32Array
}

/** A packing as a model of HiGHS that is kept and grows. Only columns that are open, 1 by place, are used; all, without. */
export interface Master {
  readonly columns: readonly Column[]
  readonly index: CutIndex
  /** Adds what is new, or better than the same vertices the other way round; returns how many that are. */
  addColumns(columns: readonly Column[]): number
  addCuts(cuts: readonly Cut[]): void
  relax(budget: Budget, open?: Uint8Array, from?: Place): Relaxed | undefined
  /** About what `relax` would come to, after at most so many steps. */
  estimate(budget: Budget, open: Uint8Array, from: Place, steps: number): number
  place(): Place
  [Symbol.dispose](): void
}

/** `unit` is what weights are divided by for HiGHS. */
export function openMaster(solver: Solver, n: number, unit: number): Master {
  const columns: Column[] = []
  const known = new Map<string, number>()
  const index = openCutIndex(n)
  const none = Number.NEGATIVE_INFINITY
  const model: Model = solver.createModel({
    numCols: 0,
    numRows: n,
    colCost: [],
    colLower: [],
    colUpper: [],
    rowLower: new Float64Array(n).fill(none),
    rowUpper: new Float64Array(n).fill(1),
    matrix: { format: 'csc', numRows: n, numCols: 0, starts: [0], indices: [], values: [] },
  })
  // Weights near a billion are proven to the last unit only with the finest tolerance.
  if (unit > 1) model.options.set({ dual_feasibility_tolerance: 1e-10 })
  model.options.set({ output_flag: false, presolve: 'off' })
  let isLimited = false

  const run = (budget: Budget) => runWithin(solver, model, budget)
  const openColumns = (open: Uint8Array | undefined) => {
    if (columns.length === 0) return
    const upper = new Float64Array(columns.length).fill(Number.POSITIVE_INFINITY)
    if (open !== undefined) for (let k = 0; k < upper.length; k++) if (open[k] === 0) upper[k] = 0
    model.changeColsBounds({ kind: 'range', from: 0, to: columns.length - 1 }, new Float64Array(columns.length), upper)
    isLimited = open !== undefined
  }
  const begin = ({ colStatus, rowStatus }: Place) => {
    // A cut that came later stands open.
    const rows = new Int32Array(n + index.cuts.length).fill(solver.constants.basisStatus.basic)
    rows.set(rowStatus)
    model.setBasis({ colStatus, rowStatus: rows })
  }

  return {
    columns,
    index,
    addColumns(found) {
      const fresh = found.filter((column) => {
        const name = nameOf(column)
        if ((known.get(name) ?? none) >= column.weight) return false
        known.set(name, column.weight)
        return true
      })
      if (fresh.length === 0) return 0
      const starts = [0]
      const indices: number[] = []
      const values: number[] = []
      for (const column of fresh) {
        columns.push(column)
        for (const v of seatsOf(column)) {
          indices.push(v)
          values.push(1)
        }
        index.count(column, (cut, times) => {
          indices.push(n + cut)
          values.push(times)
        })
        starts.push(indices.length)
      }
      model.addCols({
        cost: Float64Array.from(fresh, ({ weight }) => -weight / unit),
        lower: new Float64Array(fresh.length),
        upper: new Float64Array(fresh.length).fill(Number.POSITIVE_INFINITY),
        matrix: {
          format: 'csc',
          numRows: n + index.cuts.length,
          numCols: fresh.length,
          starts: Int32Array.from(starts),
          indices: Int32Array.from(indices),
          values: Float64Array.from(values),
        },
      })
      // After columns the last packing still holds, after rows and bounds the last values do.
      model.options.set({ simplex_strategy: 4 })
      return fresh.length
    },
    addCuts(more) {
      if (more.length === 0) return
      const first = index.cuts.length
      for (const cut of more) index.add(cut)
      const rows = more.map((): { readonly k: number; readonly times: number }[] => [])
      for (const [k, column] of columns.entries())
        index.count(column, (cut, times) => {
          if (cut >= first) rows[cut - first]?.push({ k, times })
        })
      const starts = [0]
      for (const row of rows) starts.push((starts.at(-1) ?? 0) + row.length)
      model.addRows({
        lower: new Float64Array(more.length).fill(none),
        upper: Float64Array.from(more, rightSide),
        matrix: {
          format: 'csr',
          numRows: more.length,
          numCols: columns.length,
          starts: Int32Array.from(starts),
          indices: Int32Array.from(rows.flatMap((row) => row.map(({ k }) => k))),
          values: Float64Array.from(rows.flatMap((row) => row.map(({ times }) => times))),
        },
      })
      model.options.set({ simplex_strategy: 1 })
    },
    relax(budget, open, from) {
      if (open !== undefined || isLimited) {
        openColumns(open)
        model.options.set({ simplex_strategy: 1 })
      }
      if (from !== undefined) begin(from)
      if (!run(budget)) {
        // A numerical accident of a warm start: begin anew.
        if (budget.over()) return undefined
        model.clearSolver()
        if (!run(budget)) return undefined
      }
      const { colValue, rowDual } = model.getSolution()
      const duals = Float64Array.from(rowDual, (dual) => Math.max(0, -dual * unit))
      return {
        objective: -model.getObjectiveValue() * unit,
        x: Float64Array.from(colValue),
        values: duals.slice(0, n),
        cutValues: duals.slice(n),
      }
    },
    estimate(budget, open, from, steps) {
      openColumns(open)
      begin(from)
      model.options.set({ simplex_strategy: 1, simplex_iteration_limit: steps })
      run(budget)
      model.options.set({ simplex_iteration_limit: 2 ** 31 - 1 })
      return -model.getObjectiveValue() * unit
    },
    place() {
      const { colStatus, rowStatus } = model.getBasis()
      return { colStatus: Int32Array.from(colStatus), rowStatus: Int32Array.from(rowStatus) }
    },
    [Symbol.dispose]: () => model.dispose(),
  }
}
