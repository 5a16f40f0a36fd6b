import type { Solver } from '@kantelpunt/solver'
import type { Market, Scenario } from './scenarios.ts'

/**
 * The sample average as one integer programme: y of each candidate is 1 for an alternate, and in each scenario z of each
 * candidate who can come says who takes a seat, z ≤ y. Columns: y, and for each scenario z, per cell missing and too many,
 * and the empty seats. The bound holds for the scenarios given, whoever would be chosen.
 */
export function solveAlternates(
  solver: Solver,
  market: Market,
  scenarios: readonly Scenario[],
  count: number,
  seconds: number,
): { readonly alternates: readonly number[] | undefined; readonly bound: number } {
  const { cells, candidates, pool, panel } = market
  const people = candidates.length
  const costs: number[] = Array.from({ length: people }, () => 0)
  const rows: { low: number; high: number; entries: (readonly [number, number])[] }[] = []
  rows.push({ low: 0, high: count, entries: candidates.map((_, at) => [at, 1]) })
  for (const { people: sharing, most } of pool.limits) {
    const inLimit = new Set(sharing)
    const entries = candidates.flatMap((person, at) => (inLimit.has(person) ? [[at, 1] as const] : []))
    const left = most - panel.filter((person) => inLimit.has(person)).length
    if (entries.length > left) rows.push({ low: 0, high: Math.max(0, left), entries })
  }
  let columns = people
  for (const { counts, open, canCome } of scenarios) {
    const taking = candidates.flatMap((person, at) =>
      canCome[person] === 1 ? [{ person, at, column: columns++ }] : [],
    )
    for (const { at, column } of taking) {
      costs.push(0)
      rows.push({
        low: Number.NEGATIVE_INFINITY,
        high: 0,
        entries: [
          [column, 1],
          [at, -1],
        ],
      })
    }
    for (let cell = 0; cell < cells.count; cell++) {
      const inside = taking.filter(({ person }) => cells.of[person]?.includes(cell))
      const entries: (readonly [number, number])[] = inside.map(({ column }) => [column, 1])
      entries.push([columns++, 1], [columns++, -1])
      costs.push(1, 1)
      const there = counts[cell] ?? 0
      rows.push({ low: (cells.min[cell] ?? 0) - there, high: (cells.max[cell] ?? 0) - there, entries })
    }
    rows.push({ low: open, high: open, entries: [...taking.map(({ column }) => [column, 1] as const), [columns++, 1]] })
    costs.push(1)
  }
  const starts = [0]
  for (const { entries } of rows) starts.push((starts.at(-1) ?? 0) + entries.length)
  const isChoice = (column: number) => column < people
  const model = solver.createModel({
    numCols: columns,
    numRows: rows.length,
    colCost: Float64Array.from(costs),
    colLower: new Float64Array(columns),
    colUpper: Float64Array.from(costs, (cost) => (cost === 0 ? 1 : Number.POSITIVE_INFINITY)),
    rowLower: Float64Array.from(rows, ({ low }) => low),
    rowUpper: Float64Array.from(rows, ({ high }) => high),
    // Who takes a seat may be a share: that only lowers the bound, and the choice is what is asked for.
    integrality: Int32Array.from({ length: columns }, (_, column) => (isChoice(column) ? 1 : 0)),
    matrix: {
      format: 'csr',
      numRows: rows.length,
      numCols: columns,
      starts,
      indices: rows.flatMap(({ entries }) => entries.map(([column]) => column)),
      values: rows.flatMap(({ entries }) => entries.map(([, value]) => value)),
    },
  })
  try {
    model.options.set({ output_flag: false, mip_rel_gap: 0, time_limit: Math.max(0.1, seconds) })
    model.run()
    const hasSolution = Number(model.info.get('primal_solution_status')) === 2
    const { colValue } = model.getSolution()
    const bound = Math.max(0, Number(model.info.get('mip_dual_bound')))
    return {
      alternates: hasSolution ? candidates.filter((_, at) => (colValue[at] ?? 0) > 0.5) : undefined,
      bound: (Number.isFinite(bound) ? bound : 0) / Math.max(1, scenarios.length),
    }
  } finally {
    model.dispose()
  }
}
