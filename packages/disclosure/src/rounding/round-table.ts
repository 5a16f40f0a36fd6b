import type { Solver } from '@kantelpunt/solver'
import type { Sums } from '../table/sums.ts'
import { roundByTurns } from './round-by-turns.ts'

export type RoundAnswer =
  | {
      readonly ok: true
      /** Multiples of the base, whose sums hold exactly. */
      readonly rounded: Float64Array
      /** Every cell went to one of its two nearest multiples, and multiples stayed: not always possible in three dimensions. */
      readonly zeroRestricted: boolean
      /** How far the cell that moved most moved. */
      readonly largestShift: number
      /** Σ |rounded − count|. */
      readonly totalShift: number
      readonly optimal: boolean
    }
  | { readonly ok: false; readonly reason: 'no-rounding-found' }

/**
 * Controlled rounding: every count to a multiple of the base, so that all sums still hold and as little as possible moves.
 * First each cell to one of its two neighbours (in two dimensions that always works, Cox 1987); where that can't be,
 * up to one multiple further, and after that two. Where time (seconds, for each attempt) is up before any was found: by
 * turns, which is quick and holds the margins too, but moves more.
 */
export function roundTable(
  solver: Solver,
  values: Float64Array,
  sums: Sums,
  { base = 5, timeLimit = 10 }: { readonly base?: number; readonly timeLimit?: number } = {},
): RoundAnswer {
  for (const further of [0, 1, 2]) {
    const found = attempt(solver, values, sums, base, further, timeLimit)
    if (found === 'none') continue
    if (found === 'out-of-time') break
    return answerOf(values, found.rounded, base, found.optimal)
  }
  const rounded = roundByTurns(values, sums, base)
  return rounded === undefined ? { ok: false, reason: 'no-rounding-found' } : answerOf(values, rounded, base, false)
}

function answerOf(values: Float64Array, rounded: Float64Array, base: number, optimal: boolean): RoundAnswer {
  let largestShift = 0
  let totalShift = 0
  for (const [cell, value] of values.entries()) {
    const shift = Math.abs((rounded[cell] ?? 0) - value)
    largestShift = Math.max(largestShift, shift)
    totalShift += shift
  }
  return { ok: true, rounded, zeroRestricted: largestShift < base, largestShift, totalShift, optimal }
}

/** Variables: the multiple of each cell, and its distance from the count. */
function attempt(
  solver: Solver,
  values: Float64Array,
  sums: Sums,
  base: number,
  further: number,
  timeLimit: number,
): { readonly rounded: Float64Array; readonly optimal: boolean } | 'none' | 'out-of-time' {
  const count = values.length
  const lower = new Float64Array(2 * count)
  const upper = new Float64Array(2 * count)
  const starts = [0]
  const indices: number[] = []
  const entries: number[] = []
  const rowLower: number[] = []
  const rowUpper: number[] = []
  const row = (cells: readonly number[], factors: readonly number[], low: number, high: number): void => {
    indices.push(...cells)
    entries.push(...factors)
    starts.push(indices.length)
    rowLower.push(low)
    rowUpper.push(high)
  }
  for (const [cell, value] of values.entries()) {
    lower[cell] = Math.max(0, Math.floor(value / base) - further)
    // A zero stays a zero as long as it can: nobody is made up.
    upper[cell] = value === 0 && further < 2 ? 0 : Math.ceil(value / base) + further
    upper[count + cell] = (further + 1) * base
    row([cell, count + cell], [base, 1], value, solver.infinity)
    row([cell, count + cell], [-base, 1], -value, solver.infinity)
  }
  for (let sum = 0; sum < sums.count; sum++) {
    const [from, to] = [sums.starts[sum] ?? 0, sums.starts[sum + 1] ?? 0]
    row([...sums.cells.subarray(from, to)], [...sums.signs.subarray(from, to)], 0, 0)
  }
  const { variableType, modelStatus } = solver.constants
  using model = solver.createModel({
    numCols: 2 * count,
    numRows: rowLower.length,
    colCost: Float64Array.from({ length: 2 * count }, (_, at) => (at < count ? 0 : 1)),
    colLower: lower,
    colUpper: upper,
    rowLower,
    rowUpper,
    matrix: { format: 'csr', numRows: rowLower.length, numCols: 2 * count, starts, indices, values: entries },
    integrality: Int32Array.from({ length: 2 * count }, (_, at) =>
      at < count ? variableType.integer : variableType.continuous,
    ),
  })
  model.options.set({ output_flag: false, time_limit: timeLimit, mip_rel_gap: 0 })
  model.run()
  const status = model.getModelStatus()
  const hasSolution = Number(model.info.get('primal_solution_status')) === 2
  if (!hasSolution) return status === modelStatus.timeLimit ? 'out-of-time' : 'none'
  const { colValue } = model.getSolution()
  const rounded = Float64Array.from(values, (_, cell) => base * Math.round(colValue[cell] ?? 0) + 0)
  return { rounded, optimal: status === modelStatus.optimal }
}
