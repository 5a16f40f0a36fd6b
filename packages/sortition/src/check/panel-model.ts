import type { Solver } from '@kantelpunt/solver'
import type { Pool } from '../pool/pool.ts'
import type { Group, Rule } from './rules.ts'

export interface Question {
  /** Which rules hold; the seats always do. */
  readonly rules: readonly Rule[]
  /** A group of which somebody must be on the panel. */
  readonly must?: number
  /** Groups of which the panel has as many as can be found quickly, and at least one if that can be. */
  readonly wish?: ReadonlySet<number>
  readonly seconds: number
}

/** By group how many are on a panel; 'none' where it is proven that there is no such panel. */
export type PanelFound = Int32Array | 'none' | 'no-time'

export interface PanelModel {
  find(question: Question): PanelFound
  /** Those of a set of groups of whom one can take the place of somebody on a panel, under the rules of the last question. */
  exchangeable(panel: Int32Array, among: Iterable<number>): readonly number[]
  /** Rules of those given that together leave no panel, also of shares of people; undefined where shares do not prove that. */
  narrowed(question: Question): readonly Rule[] | undefined
  [Symbol.dispose](): void
}

/** One integer programme that is kept and changed: how many of each group are on a panel. Dispose of it. */
export function openPanelModel(solver: Solver, pool: Pool, groups: readonly Group[]): PanelModel {
  const { infinity } = solver
  const offsets: number[] = []
  let rows = 1
  for (const { values } of pool.features) {
    offsets.push(rows)
    rows += values.length
  }
  const firstLimit = rows
  rows += pool.limits.length
  const starts = [0]
  const indices: number[] = []
  for (const { answers, limits } of groups) {
    indices.push(0, ...answers.map((answer, f) => (offsets[f] ?? 0) + answer), ...limits.map((k) => firstLimit + k))
    starts.push(indices.length)
  }
  const columns = groups.length
  const low = new Float64Array(rows)
  const high = new Float64Array(rows)
  const model = solver.createModel({
    numCols: columns,
    numRows: rows,
    colCost: new Float64Array(columns),
    colLower: new Float64Array(columns),
    colUpper: Float64Array.from(groups, ({ people }) => people.length),
    rowLower: low,
    rowUpper: high,
    integrality: new Int32Array(columns).fill(1),
    matrix: {
      format: 'csc',
      numRows: rows,
      numCols: columns,
      starts,
      indices,
      values: new Float64Array(indices.length).fill(1),
    },
  })
  model.options.set({ output_flag: false })
  const { modelStatus } = solver.constants
  const lows = new Float64Array(columns)
  const highs = new Float64Array(columns)
  const groupOf = new Map(groups.flatMap(({ people }, g) => people.slice(0, 1).map((person) => [person, g])))

  /** The rows and columns in which a rule stands, and what it asks there. */
  function pose({ rules, must }: Question): void {
    low.fill(-infinity)
    high.fill(infinity)
    low[0] = high[0] = pool.seats
    lows.fill(0)
    for (const [g, { people }] of groups.entries()) highs[g] = people.length
    for (const rule of rules) {
      if (rule.kind === 'limit') high[firstLimit + rule.limit] = pool.limits[rule.limit]?.most ?? infinity
      else if (rule.kind === 'min' || rule.kind === 'max') {
        const row = (offsets[rule.feature] ?? 0) + rule.value
        const quota = pool.features[rule.feature]?.values[rule.value]
        if (rule.kind === 'min') low[row] = quota?.min ?? 0
        else high[row] = quota?.max ?? infinity
      } else {
        const g = groupOf.get(rule.people[0] ?? -1) ?? 0
        if (rule.kind === 'selected') lows[g] = rule.people.length
        else highs[g] = 0
      }
    }
    if (must !== undefined) lows[must] = Math.max(1, lows[must] ?? 0)
    model.changeRowsBounds({ kind: 'range', from: 0, to: rows - 1 }, low, high)
  }

  /** Whether numbers of each group keep what was posed: the solver is not taken at its word. */
  function keeps(taken: Int32Array): boolean {
    if (taken.some((take, g) => take < (lows[g] ?? 0) || take > (highs[g] ?? 0))) return false
    return countsOf(taken).every((count, row) => count >= (low[row] ?? 0) && count <= (high[row] ?? 0))
  }

  function countsOf(taken: Int32Array): Float64Array {
    const counts = new Float64Array(rows)
    for (const [g, take] of taken.entries()) {
      if (take === 0) continue
      for (let at = starts[g] ?? 0; at < (starts[g + 1] ?? 0); at++) {
        const row = indices[at] ?? 0
        counts[row] = (counts[row] ?? 0) + take
      }
    }
    return counts
  }

  const contradicts = () => lows.some((least, g) => least > (highs[g] ?? 0))
  const all = { kind: 'range', from: 0, to: columns - 1 } as const
  return {
    find(question) {
      const { wish, seconds } = question
      pose(question)
      if (contradicts()) return 'none'
      model.changeColsBounds(all, lows, highs)
      model.changeColsCost(
        all,
        Float64Array.from(groups, (_, g) => (wish?.has(g) === true ? -1 : 0)),
      )
      model.zeroAllClocks()
      model.options.set({
        time_limit: Math.max(0.05, seconds),
        solve_relaxation: false,
        presolve: 'choose',
        mip_rel_gap: wish === undefined ? 1e-4 : 0.5,
      })
      model.run()
      const status = model.getModelStatus()
      if (status === modelStatus.infeasible) return 'none'
      if (Number(model.info.get('primal_solution_status')) !== 2) return 'no-time'
      const taken = Int32Array.from(model.getSolution().colValue, Math.round)
      if (!keeps(taken)) return 'no-time'
      const wished = wish === undefined || [...wish].some((g) => (taken[g] ?? 0) > 0)
      if (wished) return taken
      // None of those who were wished for: a proof only where the search went to its end.
      return status === modelStatus.optimal ? 'none' : 'no-time'
    },
    exchangeable(panel, among) {
      const counts = countsOf(panel)
      const leaving = [...panel.keys()].filter((g) => (panel[g] ?? 0) > (lows[g] ?? 0))
      const rowsOf = (g: number) => indices.slice(starts[g] ?? 0, starts[g + 1] ?? 0)
      const rowsLeft = leaving.map(rowsOf)
      return [...among].filter((g) => {
        if ((panel[g] ?? 0) >= (highs[g] ?? 0)) return false
        const joined = rowsOf(g)
        return rowsLeft.some(
          (left) =>
            joined.every((row) => left.includes(row) || (counts[row] ?? 0) < (high[row] ?? 0)) &&
            left.every((row) => joined.includes(row) || (counts[row] ?? 0) > (low[row] ?? 0)),
        )
      })
    },
    narrowed(question) {
      pose(question)
      if (contradicts()) return undefined
      model.changeColsBounds(all, lows, highs)
      model.changeColsCost(all, new Float64Array(columns))
      model.zeroAllClocks()
      model.options.set({ time_limit: Math.max(0.05, question.seconds), solve_relaxation: true, presolve: 'off' })
      model.run()
      if (model.getModelStatus() !== modelStatus.infeasible) return undefined
      const ray = model.getDualRay()?.values
      if (ray === undefined) return undefined
      // By linear duality the rows with a multiplier leave no panel; of columns, those that the multipliers touch.
      return question.rules.filter((rule) => {
        if (rule.kind === 'limit') return (ray[firstLimit + rule.limit] ?? 0) !== 0
        if (rule.kind === 'min' || rule.kind === 'max')
          return (ray[(offsets[rule.feature] ?? 0) + rule.value] ?? 0) !== 0
        return true
      })
    },
    [Symbol.dispose]: () => model.dispose(),
  }
}
