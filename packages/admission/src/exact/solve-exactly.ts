import type { Solver } from '@kantelpunt/solver'
import { emptyMatching, type Market, type Matching } from '../market/market.ts'
import { stableProgramme } from './stable-programme.ts'

export type Exact =
  /** `bound`: no stable matching places more. */
  | { readonly kind: 'found'; readonly matching: Matching; readonly bound: number }
  | { readonly kind: 'none-exists' }
  /** Neither a stable matching nor a proof that there is none. */
  | { readonly kind: 'not-in-time' }
  /** HiGHS ended with an error of its own: nothing is known. */
  | { readonly kind: 'gave-up' }

/** The weakly stable matching that places most candidates, by HiGHS, within so many seconds. `start` is stable, if given. */
export function solveExactly(solver: Solver, market: Market, seconds: number, start?: Matching): Exact {
  const { choices, columns, rows } = stableProgramme(market)
  const worth = choices.map((places) => new Set(places.map(({ candidate }) => candidate)).size)
  if (choices.length === 0) return { kind: 'found', matching: emptyMatching(market.candidates.length), bound: 0 }
  const model = solver.createModel({
    numCols: columns,
    numRows: rows.lower.length,
    colCost: Float64Array.from({ length: columns }, (_, column) => -(worth[column] ?? 0)),
    colLower: new Float64Array(columns),
    colUpper: new Float64Array(columns).fill(1),
    rowLower: Float64Array.from(rows.lower),
    rowUpper: Float64Array.from(rows.upper),
    integrality: new Int32Array(columns).fill(1),
    matrix: {
      format: 'csr',
      numRows: rows.lower.length,
      numCols: columns,
      starts: Int32Array.from(rows.starts),
      indices: Int32Array.from(rows.indices),
      values: Float64Array.from(rows.values),
    },
  })
  try {
    // Sizes are whole: what differs by less than one is the same.
    model.options.set({ output_flag: false, time_limit: seconds, mip_rel_gap: 0, mip_abs_gap: 0.999 })
    if (start !== undefined) model.setSolution({ colValue: startOf(choices, columns, rows, start) })
    if (!ranToAnEnd(model))
      return start === undefined
        ? { kind: 'gave-up' }
        : { kind: 'found', matching: start, bound: market.candidates.length }
    const status = model.getModelStatus()
    const { optimal, infeasible, unboundedOrInfeasible } = solver.constants.modelStatus
    // All columns have bounds: what is one of the two is infeasible.
    if (status === infeasible || status === unboundedOrInfeasible) return { kind: 'none-exists' }
    const values = model.getSolution().colValue
    const size = choices.reduce((sum, _, column) => sum + (worth[column] ?? 0) * Math.round(values[column] ?? 0), 0)
    if (status !== optimal) {
      const bound = Math.floor(1e-6 - Number(model.info.get('mip_dual_bound')))
      if (start !== undefined && size < sizeOf(start)) return { kind: 'found', matching: start, bound }
      return hasSolution(values, rows) && size > 0
        ? { kind: 'found', matching: matchingOf(market, choices, values), bound }
        : { kind: 'not-in-time' }
    }
    return { kind: 'found', matching: matchingOf(market, choices, values), bound: size }
  } finally {
    model.dispose()
  }
}

function ranToAnEnd(model: { run(): unknown }): boolean {
  try {
    model.run()
    return true
  } catch {
    return false
  }
}

type Choices = ReturnType<typeof stableProgramme>['choices']
type Rows = ReturnType<typeof stableProgramme>['rows']

export function sizeOf({ first, second }: Matching): number {
  return first.reduce((count, at, candidate) => count + (at >= 0 || (second[candidate] ?? -1) >= 0 ? 1 : 0), 0)
}

function matchingOf(market: Market, choices: Choices, values: ArrayLike<number>): Matching {
  const matching = emptyMatching(market.candidates.length)
  for (const [column, places] of choices.entries())
    if (Math.round(values[column] ?? 0) === 1)
      for (const { candidate, programme, second } of places)
        (second ? matching.second : matching.first)[candidate] = programme
  return matching
}

/** A programme's refusals follow from the choices: each is 1 where its row allows it. */
function startOf(choices: Choices, columns: number, rows: Rows, { first, second }: Matching): Float64Array {
  const values = new Float64Array(columns)
  for (const [column, places] of choices.entries())
    if (places.every((place) => (place.second ? second : first)[place.candidate] === place.programme))
      values[column] = 1
  for (let row = 0; row < rows.lower.length; row++) {
    const end = rows.starts[row + 1] ?? 0
    const last = rows.indices[end - 1] ?? 0
    const isChain = (rows.indices[rows.starts[row] ?? 0] ?? 0) >= choices.length && end - (rows.starts[row] ?? 0) === 2
    if (last < choices.length || rows.lower[row] !== 0 || isChain) continue
    let sum = 0
    for (let at = rows.starts[row] ?? 0; at < end - 1; at++) sum += values[rows.indices[at] ?? 0] ?? 0
    values[last] = sum + (rows.values[end - 1] ?? 0) >= 0 ? 1 : 0
  }
  return values
}

function hasSolution(values: ArrayLike<number>, { starts, indices, values: factors, lower, upper }: Rows): boolean {
  return lower.every((low, row) => {
    let sum = 0
    for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at++)
      sum += (factors[at] ?? 0) * Math.round(values[indices[at] ?? 0] ?? 0)
    return sum >= low - 1e-6 && sum <= (upper[row] ?? 0) + 1e-6
  })
}
