import type { Solver } from '@kantelpunt/solver'
import type { Pool } from '../pool/pool.ts'
import { quotaCells } from '../pool/quota-cells.ts'

interface Chosen {
  /** Places among the candidates. */
  readonly chosen: readonly number[]
  readonly loss: number
  readonly proven: boolean
}

/** Who of the candidates fills `open` seats beside those who stay: an integer programme that is solved more than once. */
export interface ReplacementProgramme {
  least(seconds: number): Chosen
  /** Of all choices that lose no more than `loss` the one with the smallest sum of lots; undefined where none was found. */
  withLoss(loss: number, lots: readonly number[], seconds: number): Chosen | undefined
  [Symbol.dispose](): void
}

/**
 * Columns: x of each candidate (0 or 1), then for each cell how many are missing and how many too many, then the empty
 * seats. Rows: for each cell low − counts ≤ Σ x + missing − toMany ≤ high − counts; Σ x + empty = open; each limit; and last
 * the loss itself, which `withLoss` holds down.
 */
export function openReplacement(
  solver: Solver,
  pool: Pool,
  {
    stays,
    candidates,
    open,
    counts,
  }: {
    readonly stays: readonly number[]
    readonly candidates: readonly number[]
    readonly open: number
    readonly counts: Int32Array
  },
): ReplacementProgramme {
  const cells = quotaCells(pool)
  const people = candidates.length
  const columns = people + 2 * cells.count + 1
  const rows: {
    readonly low: number
    readonly high: number
    readonly entries: readonly (readonly [number, number])[]
  }[] = []
  for (let cell = 0; cell < cells.count; cell++) {
    const inside = candidates.flatMap((person, at) =>
      cells.of[person]?.includes(cell) === true ? [[at, 1] as const] : [],
    )
    const count = counts[cell] ?? 0
    rows.push({
      low: (cells.min[cell] ?? 0) - count,
      high: (cells.max[cell] ?? 0) - count,
      entries: [...inside, [people + 2 * cell, 1], [people + 2 * cell + 1, -1]],
    })
  }
  rows.push({ low: open, high: open, entries: [...candidates.map((_, at) => [at, 1] as const), [columns - 1, 1]] })
  pool.limits.forEach(({ people: sharing, most }) => {
    const inLimit = new Set(sharing)
    const entries = candidates.flatMap((person, at) => (inLimit.has(person) ? [[at, 1] as const] : []))
    const left = most - stays.filter((person) => inLimit.has(person)).length
    if (entries.length > Math.max(0, left)) rows.push({ low: 0, high: Math.max(0, left), entries })
  })
  const losing = Array.from({ length: 2 * cells.count + 1 }, (_, at) => [people + at, 1] as const)
  rows.push({ low: 0, high: solver.infinity, entries: losing })
  const starts = [0]
  for (const { entries } of rows) starts.push((starts.at(-1) ?? 0) + entries.length)
  const costs = Float64Array.from({ length: columns }, (_, column) => (column < people ? 0 : 1))
  const model = solver.createModel({
    numCols: columns,
    numRows: rows.length,
    colCost: costs,
    colLower: new Float64Array(columns),
    colUpper: Float64Array.from({ length: columns }, (_, column) => (column < people ? 1 : solver.infinity)),
    rowLower: Float64Array.from(rows, ({ low }) => low),
    rowUpper: Float64Array.from(rows, ({ high }) => high),
    integrality: Int32Array.from({ length: columns }, (_, column) => (column < people ? 1 : 0)),
    matrix: {
      format: 'csr',
      numRows: rows.length,
      numCols: columns,
      starts,
      indices: rows.flatMap(({ entries }) => entries.map(([column]) => column)),
      values: rows.flatMap(({ entries }) => entries.map(([, value]) => value)),
    },
  })
  model.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 1e-6 })
  const run = (seconds: number): Chosen | undefined => {
    model.zeroAllClocks()
    model.options.set({ time_limit: Math.max(0.05, seconds) })
    model.run()
    if (Number(model.info.get('primal_solution_status')) !== 2) return undefined
    const { colValue } = model.getSolution()
    return {
      chosen: candidates.flatMap((_, at) => ((colValue[at] ?? 0) > 0.5 ? [at] : [])),
      loss: Math.round(colValue.slice(people).reduce((sum, each) => sum + each, 0)),
      proven: model.getModelStatus() === solver.constants.modelStatus.optimal,
    }
  }
  return {
    // Nobody comes: that can always be.
    least: (seconds) => run(seconds) ?? { chosen: [], loss: Number.POSITIVE_INFINITY, proven: false },
    withLoss(loss, lots, seconds) {
      if (!Number.isFinite(loss)) return undefined
      model.changeRowBounds(rows.length - 1, 0, loss + 1e-6)
      const drawn = Float64Array.from({ length: columns }, (_, column) => lots[column] ?? 0)
      model.changeColsCost({ kind: 'range', from: 0, to: columns - 1 }, drawn)
      return run(seconds)
    },
    [Symbol.dispose]: () => model.dispose(),
  }
}
