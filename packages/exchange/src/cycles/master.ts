import type { Solver } from '@kantelpunt/solver'
import { type Budget, type Model, runWithin } from './budget.ts'
import type { Market } from './market.ts'
import type { Pool } from './pool.ts'
import { priceCycles } from './price.ts'

/** Exchanges by their vertices, c = −1 in exchanges of two. */
export interface Column {
  readonly a: number
  readonly b: number
  readonly c: number
  readonly weight: number
}

export interface Relaxed {
  /** What the relaxed programme is worth; a bound only when `done`. */
  readonly objective: number
  /** By column. */
  readonly x: Float64Array
  readonly values: Float64Array
  /** By set. */
  readonly setValues: Float64Array
  /** No exchange is left that would add to it. */
  readonly done: boolean
}

export interface Master {
  readonly columns: readonly Column[]
  readonly sets: readonly (readonly number[])[]
  addSets(sets: readonly (readonly number[])[]): void
  /** Solves the relaxed programme of what is allowed, adding the exchanges that it lacks, at most so many times. */
  relax(allowed: (column: Column) => boolean, budget: Budget, rounds?: number): Relaxed | undefined
  [Symbol.dispose](): void
}

/** The packing of exchanges without whole numbers, as a model of HiGHS that is kept and grows. */
export function openMaster(solver: Solver, market: Market, pool: Pool): Master {
  const { n } = market
  const columns: Column[] = []
  const known = new Set<string>()
  const sets: (readonly number[])[] = []
  const model: Model = solver.createModel({
    numCols: 0,
    numRows: n,
    colCost: [],
    colLower: [],
    colUpper: [],
    rowLower: new Float64Array(n).fill(Number.NEGATIVE_INFINITY),
    rowUpper: new Float64Array(n).fill(1),
    matrix: { format: 'csc', numRows: n, numCols: 0, starts: [0], indices: [], values: [] },
  })
  model.options.set({ output_flag: false, presolve: 'off' })

  const add = (found: readonly Column[]) => {
    const fresh = found.filter((column) => !known.has(nameOf(column)))
    if (fresh.length === 0) return 0
    const starts = [0]
    const indices: number[] = []
    for (const column of fresh) {
      known.add(nameOf(column))
      columns.push(column)
      indices.push(column.a, column.b)
      if (column.c >= 0) indices.push(column.c)
      for (const [s, set] of sets.entries()) if (sharedBy(column, set) >= 2) indices.push(n + s)
      starts.push(indices.length)
    }
    model.addCols({
      cost: Float64Array.from(fresh, ({ weight }) => -weight),
      lower: new Float64Array(fresh.length),
      upper: new Float64Array(fresh.length).fill(1),
      matrix: {
        format: 'csc',
        numRows: n + sets.length,
        numCols: fresh.length,
        starts: Int32Array.from(starts),
        indices: Int32Array.from(indices),
        values: new Float64Array(indices.length).fill(1),
      },
    })
    return fresh.length
  }
  add(Array.from({ length: pool.count }, (_, k) => columnOf(pool, k)))

  return {
    columns,
    sets,
    addSets(more) {
      const starts = [0]
      const indices: number[] = []
      for (const set of more) {
        sets.push(set)
        for (const [k, column] of columns.entries()) if (sharedBy(column, set) >= 2) indices.push(k)
        starts.push(indices.length)
      }
      model.addRows({
        lower: new Float64Array(more.length).fill(Number.NEGATIVE_INFINITY),
        upper: new Float64Array(more.length).fill(1),
        matrix: {
          format: 'csr',
          numRows: more.length,
          numCols: columns.length,
          starts: Int32Array.from(starts),
          indices: Int32Array.from(indices),
          values: new Float64Array(indices.length).fill(1),
        },
      })
    },
    relax(allowed, budget, rounds = Number.POSITIVE_INFINITY) {
      // After columns the last packing still holds, after rows and bounds the last values do.
      model.options.set({ simplex_strategy: 1 })
      for (let round = 0; ; round++) {
        if (columns.length > 0) {
          const upper = Float64Array.from(columns, (column) => (allowed(column) ? 1 : 0))
          const lower = new Float64Array(columns.length)
          model.changeColsBounds({ kind: 'range', from: 0, to: columns.length - 1 }, lower, upper)
        }
        runWithin(model, budget)
        if (model.getModelStatus() !== solver.constants.modelStatus.optimal) {
          // A numerical accident of a warm start: begin anew.
          if (budget.over()) return undefined
          model.clearSolver()
          runWithin(model, budget)
          if (model.getModelStatus() !== solver.constants.modelStatus.optimal) return undefined
        }
        const solution = model.getSolution()
        const duals = Float64Array.from(solution.rowDual, (dual) => Math.max(0, -dual))
        const values = duals.slice(0, n)
        const setValues = duals.slice(n)
        const lacking: Column[] = []
        priceCycles(market, values, 1e-6, (a, b, c, weight) => {
          const column = { a, b, c, weight }
          if (!allowed(column)) return
          if (reducedBy(column, values, sets, setValues) > 1e-6) lacking.push(column)
        })
        const added = add(bestOf(lacking, values, n))
        model.options.set({ simplex_strategy: 4 })
        if (added > 0 && round < rounds && !budget.over()) continue
        return { objective: -model.getObjectiveValue(), x: solution.colValue, values, setValues, done: added === 0 }
      }
    },
    [Symbol.dispose]: () => model.dispose(),
  }
}

const perVertex = 8

/** The best few by vertex, where there are many. */
function bestOf(columns: Column[], values: Float64Array, n: number): readonly Column[] {
  if (columns.length < 2000) return columns
  const worth = ({ a, b, c, weight }: Column) =>
    weight - (values[a] ?? 0) - (values[b] ?? 0) - (c < 0 ? 0 : (values[c] ?? 0))
  const taken = new Int32Array(n)
  return columns
    .sort((one, other) => worth(other) - worth(one))
    .filter(({ a, b, c }) => {
      const seats = [a, b, ...(c < 0 ? [] : [c])]
      if (seats.every((v) => (taken[v] ?? 0) >= perVertex)) return false
      for (const v of seats) taken[v] = (taken[v] ?? 0) + 1
      return true
    })
}

export function reducedBy(
  column: Column,
  values: ArrayLike<number>,
  sets: readonly (readonly number[])[],
  setValues: ArrayLike<number>,
): number {
  const { a, b, c, weight } = column
  let left = weight - (values[a] ?? 0) - (values[b] ?? 0) - (c < 0 ? 0 : (values[c] ?? 0))
  for (const [s, set] of sets.entries()) {
    const value = setValues[s] ?? 0
    if (value > 0 && sharedBy(column, set) >= 2) left -= value
  }
  return left
}

function sharedBy({ a, b, c }: Column, set: readonly number[]): number {
  let shared = 0
  for (const v of set) if (v === a || v === b || v === c) shared++
  return shared
}

export function columnOf(pool: Pool, k: number): Column {
  return { a: pool.a[k] ?? 0, b: pool.b[k] ?? 0, c: pool.c[k] ?? -1, weight: pool.weight[k] ?? 0 }
}

function nameOf({ a, b, c }: Column): string {
  if (c < 0) return a < b ? `${a} ${b}` : `${b} ${a}`
  if (a < b && a < c) return `${a} ${b} ${c}`
  return b < a && b < c ? `${b} ${c} ${a}` : `${c} ${a} ${b}`
}
