import type { Solver } from '@kantelpunt/solver'
import { type Expression, formulate } from './formulation.ts'
import type { PublishedRate, PublishedTable, SameCell } from './published-table.ts'

/** What an attacker can derive of a suppressed cell: the count is in [low, high]; `high` is Infinity where nothing limits it. */
export interface CellInterval {
  readonly table: number
  readonly cell: number
  readonly low: number
  readonly high: number
  /** False where only this much was proven: the attacker's interval is at least this wide. */
  readonly exact: boolean
  /** Published cells that limit it (of the same tables), for an exact interval that is too narrow. */
  readonly because: readonly { readonly table: number; readonly cell: number }[]
}

export interface AuditQuestion {
  readonly tables: readonly PublishedTable[]
  readonly same?: readonly SameCell[]
  readonly rates?: readonly PublishedRate[]
  /** An interval that is at least this wide is wide enough. */
  readonly width: number
  /** The least that a suppressed count can be: 1 where the attacker knows that no zero is suppressed; 0 where left out. */
  readonly least?: number
  /** `all`: two linear programmes for every suppressed cell. `enough`: stop at a cell once it is known to be wide enough. */
  readonly intervals: 'all' | 'enough'
}

export type AuditAnswer =
  | {
      readonly ok: true
      readonly intervals: readonly CellInterval[]
      /**
       * Tables that an attacker can't tell from the true one, each as values of the suppressed cells in the order of
       * `intervals`. Computed from what is published alone, so that showing them tells nobody more.
       */
      readonly possibleTables: readonly Float64Array[]
    }
  | {
      readonly ok: false
      readonly reason: 'margins-do-not-add-up'
      readonly table: number
      readonly cell: number
      readonly sum: number
    }
  | { readonly ok: false; readonly reason: 'no-table-fits' }

const tiny = 1e-6

/**
 * What an attacker who knows the published cells, the sums and that counts are ≥ 0 can derive of each suppressed cell:
 * the least and the largest value over all tables that fit, by linear programming.
 */
export function auditTables(solver: Solver, question: AuditQuestion): AuditAnswer {
  const { tables, same, rates, width, least = 0 } = question
  const { lower: leasts, facts, suppressed, contradiction } = formulate(tables, same, rates, least)
  if (contradiction !== undefined) return { ok: false, reason: 'margins-do-not-add-up', ...contradiction }
  // One that nothing uses, where every suppressed cell is a total that can be added up: a solver wants something to do.
  const lower = leasts.length === 0 ? [0] : leasts
  const variableCount = lower.length
  if (suppressed.length === 0) return { ok: true, intervals: [], possibleTables: [] }
  // Room above every count: an unbounded variable makes a simplex stop without telling where.
  const beyond = 1000 + 10 * tables.reduce((most, { values }) => values.reduce((a, b) => (b > a ? b : a), most), width)
  const starts = [0]
  for (const { variables } of facts) starts.push((starts.at(-1) ?? 0) + variables.length)
  using model = solver.createModel({
    numCols: variableCount,
    numRows: facts.length,
    colCost: new Float64Array(variableCount),
    colLower: Float64Array.from(lower),
    colUpper: new Float64Array(variableCount).fill(beyond),
    rowLower: Float64Array.from(facts, ({ low }) => Math.max(low, -solver.infinity)),
    rowUpper: Float64Array.from(facts, ({ high }) => Math.min(high, solver.infinity)),
    matrix: {
      format: 'csr',
      numRows: facts.length,
      numCols: variableCount,
      starts,
      indices: facts.flatMap(({ variables }) => variables),
      values: facts.flatMap(({ coefficients }) => coefficients),
    },
  })
  model.options.set({ output_flag: false })
  const { optimal } = solver.constants.modelStatus
  const everything = { kind: 'range', from: 0, to: variableCount - 1 } as const
  const seenLow = new Float64Array(suppressed.length).fill(Number.POSITIVE_INFINITY)
  const seenHigh = new Float64Array(suppressed.length).fill(Number.NEGATIVE_INFINITY)
  const nothingLimits = new Set<number>()
  const possibleTables: Float64Array[] = []
  const amountOf = ({ known, unknown }: Expression, values: Float64Array): number =>
    unknown.reduce((sum, variable) => sum + (values[variable] ?? 0), known)

  /** Solves for an objective; notes the table that it finds; the published cells that limit it. */
  const solve = (costs: Float64Array): { readonly value: number; readonly rowDual: Float64Array } | undefined => {
    model.changeColsCost(everything, costs)
    model.run()
    if (model.getModelStatus() !== optimal) {
      model.clearSolver()
      model.run()
    }
    if (model.getModelStatus() !== optimal) return undefined
    const { colValue, rowDual } = model.getSolution()
    const table = Float64Array.from(suppressed, ({ expression }) => tidy(amountOf(expression, colValue)))
    let news = false
    table.forEach((value, index) => {
      if (value < (seenLow[index] ?? 0) - tiny) {
        news ||= (seenHigh[index] ?? 0) - (seenLow[index] ?? 0) < width
        seenLow[index] = value
      }
      const unlimited = suppressed[index]?.expression.unknown.some((variable) => (colValue[variable] ?? 0) >= beyond)
      if (unlimited) nothingLimits.add(index)
      if (value > (seenHigh[index] ?? 0) + tiny) {
        news ||= (seenHigh[index] ?? 0) - (seenLow[index] ?? 0) < width
        seenHigh[index] = value
      }
    })
    if (news) possibleTables.push(table)
    return { value: model.getObjectiveValue(), rowDual }
  }
  const objective = (cells: readonly number[], sign: 1 | -1): Float64Array => {
    const costs = new Float64Array(variableCount)
    for (const index of cells)
      for (const variable of suppressed[index]?.expression.unknown ?? [])
        costs[variable] = (costs[variable] ?? 0) + sign
    return costs
  }

  if (solve(new Float64Array(variableCount)) === undefined) return { ok: false, reason: 'no-table-fits' }
  // The first programme needs presolve; the ones after it begin where the one before ended.
  model.options.set({ presolve: 'off' })
  const narrow = (): readonly number[] =>
    [...suppressed.keys()].filter((index) => (seenHigh[index] ?? 0) - (seenLow[index] ?? 0) < width - tiny)
  if (question.intervals === 'enough') {
    // Many cells at once: half of them up, the others down, halved in another way each time.
    for (let round = 0, before = Number.POSITIVE_INFINITY; round < 40; round++) {
      const open = narrow()
      if (open.length < 8 || (round > 8 && open.length > before - 2)) break
      before = open.length
      const costs = new Float64Array(variableCount)
      open.forEach((index, place) => {
        const up = round < 2 ? round === 0 : scatter(place, round) % 2 === 0
        for (const variable of suppressed[index]?.expression.unknown ?? [])
          costs[variable] = (costs[variable] ?? 0) + (up ? -1 : 1)
      })
      solve(costs)
    }
  }
  const asked = question.intervals === 'all' ? [...suppressed.keys()] : narrow()
  const exact = new Set<number>()
  const because = new Map<number, readonly { readonly table: number; readonly cell: number }[]>()
  for (const index of asked) {
    const wideEnough = () => (seenHigh[index] ?? 0) - (seenLow[index] ?? 0) >= width - tiny
    if (question.intervals === 'enough' && wideEnough()) continue
    const asking = suppressed[index]
    if (asking === undefined) continue
    const { expression, parts, table: ownTable } = asking
    const limits = new Set<number>()
    for (const sign of [1, -1] as const) {
      if (question.intervals === 'enough' && sign === -1 && wideEnough()) break
      // A count that was seen at the least that its parts can be can't be lower.
      const floor = expression.unknown.reduce((sum, variable) => sum + (lower[variable] ?? 0), expression.known)
      if (sign === 1 && (seenLow[index] ?? 0) <= floor + tiny) continue
      const found = solve(objective([index], sign))
      if (found === undefined) throw new Error('a linear programme that had an answer has none any more')
      found.rowDual.forEach((dual, row) => {
        if (Math.abs(dual) > 1e-7) limits.add(row)
      })
    }
    if (question.intervals === 'all' || !wideEnough()) exact.add(index)
    if (!wideEnough())
      because.set(
        index,
        parts
          .map((cell) => ({ table: ownTable, cell }))
          .concat(
            [...limits].flatMap((row) => {
              const fact = facts[row]
              return fact === undefined ? [] : [{ table: fact.table, cell: fact.cell }]
            }),
          ),
      )
  }
  const intervals = suppressed.map(({ table, cell }, index): CellInterval => {
    const high = seenHigh[index] ?? 0
    return {
      table,
      cell,
      low: seenLow[index] ?? 0,
      high: nothingLimits.has(index) ? Number.POSITIVE_INFINITY : high,
      exact: exact.has(index),
      because: because.get(index) ?? [],
    }
  })
  return { ok: true, intervals, possibleTables }
}

/** Counts are whole at most vertices: 3 where the solver says 2.9999999999. */
function tidy(value: number): number {
  const whole = Math.round(value)
  return Math.abs(value - whole) < 1e-7 ? whole : value
}

/** A number that looks arbitrary, always the same for the same two. */
function scatter(place: number, round: number): number {
  let mixed = Math.imul(place + 1, 0x9e3779b1) ^ Math.imul(round + 1, 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d)
  return (mixed ^ (mixed >>> 12)) >>> 8
}
