import type { Solver } from '@kantelpunt/solver'
import type { Pool } from '../pool/pool.ts'
import type { Group } from './rules.ts'

/** Another quota for a value, with which a panel exists. */
export interface Change {
  readonly feature: number
  readonly value: number
  readonly min: number
  readonly max: number
  /** How far this lies outside the flex columns, in seats. */
  readonly beyond: number
}

export interface Relaxation {
  /** Whether it stays within the flex columns. */
  readonly within: boolean
  readonly changes: readonly Change[]
  /** What it costs: 1 for a maximum that goes up by 1, 1 + 2 ÷ min for a minimum that goes down by 1. */
  readonly cost: number
  /** Whether it was proven that nothing costs less. */
  readonly proven: boolean
  /** Places of people, ascending: a panel that keeps the quotas so changed, and all else. */
  readonly panel: readonly number[]
}

/** What leaving the flex columns costs, in those units: more than all that can be done within. */
const beyondCost = 10_000

/**
 * The cheapest change of quotas after which a panel exists: within the flex columns if that can be, and else as little as
 * possible beyond them. Limits, people already selected and people who stay out are not touched; 'none' where they alone
 * leave no panel. A minimum of a small group matters more than one of a large group, which is why it costs 1 + 2 ÷ min: from
 * 1 to 0 as much as raising a maximum by 3. The seats-tools of the Sortition Foundation weigh minima like that.
 */
export function relax(
  solver: Solver,
  pool: Pool,
  groups: readonly Group[],
  seconds: number,
): Relaxation | 'none' | 'no-time' {
  const quotas = pool.features.flatMap(({ values }, feature) =>
    values.map((quota, value) => ({ feature, value, ...quota })),
  )
  const rowOf = new Map(quotas.map(({ feature, value }, k) => [`${feature} ${value}`, k]))
  const columns: { cost: number; low: number; high: number; rows: readonly number[]; signs: readonly number[] }[] = []
  for (const { answers, limits, set, people } of groups) {
    const rows = answers.map((answer, f) => rowOf.get(`${f} ${answer}`) ?? 0)
    const all = [...rows, ...limits.map((k) => quotas.length + k), quotas.length + pool.limits.length]
    columns.push({
      cost: 0,
      low: set === 'selected' ? people.length : 0,
      high: set === 'excluded' ? 0 : people.length,
      rows: all,
      signs: all.map(() => 1),
    })
  }
  // Of each quota: the minimum down and the maximum up, within the flex and beyond.
  for (const [row, { min, max, minFlex, maxFlex }] of quotas.entries()) {
    const down = 1 + 2 / Math.max(1, min)
    const steps = [
      [down, min - minFlex, 1],
      [down * beyondCost, minFlex, 1],
      [1, maxFlex - max, -1],
      [beyondCost, Math.max(0, pool.seats - maxFlex), -1],
    ] as const
    for (const [cost, high, sign] of steps) columns.push({ cost, low: 0, high, rows: [row], signs: [sign] })
  }
  const numRows = quotas.length + pool.limits.length + 1
  const starts = [0]
  for (const { rows } of columns) starts.push((starts.at(-1) ?? 0) + rows.length)
  const model = solver.createModel({
    numCols: columns.length,
    numRows,
    colCost: columns.map(({ cost }) => cost),
    colLower: columns.map(({ low }) => low),
    colUpper: columns.map(({ high }) => high),
    rowLower: [...quotas.map(({ min }) => min), ...pool.limits.map(() => 0), pool.seats],
    rowUpper: [...quotas.map(({ max }) => max), ...pool.limits.map(({ most }) => most), pool.seats],
    integrality: new Int32Array(columns.length).fill(1),
    matrix: {
      format: 'csc',
      numRows,
      numCols: columns.length,
      starts,
      indices: columns.flatMap(({ rows }) => rows),
      values: columns.flatMap(({ signs }) => signs),
    },
  })
  try {
    model.options.set({ output_flag: false, time_limit: Math.max(0.05, seconds), mip_rel_gap: 0, mip_abs_gap: 1e-6 })
    model.run()
    const status = model.getModelStatus()
    if (status === solver.constants.modelStatus.infeasible) return 'none'
    if (Number(model.info.get('primal_solution_status')) !== 2) return 'no-time'
    const { colValue } = model.getSolution()
    const panel = groups.flatMap(({ people }, g) => people.slice(0, Math.round(colValue[g] ?? 0)))
    return {
      ...changesFor(pool, panel),
      proven: status === solver.constants.modelStatus.optimal,
      panel: panel.toSorted((one, other) => one - other),
    }
  } finally {
    model.dispose()
  }
}

/** What has to change for one panel, counted from the panel itself. */
function changesFor(pool: Pool, panel: readonly number[]): Pick<Relaxation, 'within' | 'changes' | 'cost'> {
  let cost = 0
  const changes: Change[] = []
  for (const [feature, { values }] of pool.features.entries()) {
    const counts = values.map(() => 0)
    for (const person of panel) {
      const answer = pool.people[person]?.answers[feature] ?? 0
      counts[answer] = (counts[answer] ?? 0) + 1
    }
    for (const [value, { min, max, minFlex, maxFlex }] of values.entries()) {
      const count = counts[value] ?? 0
      if (count >= min && count <= max) continue
      cost += count < min ? (min - count) * (1 + 2 / min) : count - max
      const beyond = Math.max(0, minFlex - count, count - maxFlex)
      changes.push({ feature, value, min: Math.min(min, count), max: Math.max(max, count), beyond })
    }
  }
  return { within: changes.every(({ beyond }) => beyond === 0), changes, cost }
}
