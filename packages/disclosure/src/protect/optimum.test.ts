import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadSolver, type Solver } from '@kantelpunt/solver'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { type CountTable, plainSumsOf, tableOf } from '../table/count-table.ts'
import { flatDimension } from '../table/dimension.ts'
import { randomTable } from '../testing.ts'
import { type Rule, usualRule } from './problem.ts'
import { protectTables } from './protect-tables.ts'

let solver: Solver
beforeAll(async () => {
  solver = await loadSolver()
})
const clock = () => performance.now()

/**
 * The optimum by one large programme, without cuts: a 0/1 variable a cell, and for each small count two whole tables
 * that may differ from the true one where the variable is 1, and lie the width apart at that count. Undefined where
 * there is no answer.
 */
function optimumOf({ dimensions, values }: CountTable, rule: Rule): number | undefined {
  const sums = plainSumsOf(dimensions)
  const n = values.length
  const primary = [...values.keys()].filter((cell) => (values[cell] ?? 0) >= 1 && (values[cell] ?? 0) < rule.threshold)
  const columns = n * (1 + 2 * primary.length)
  const most = 500
  const lower = new Float64Array(columns)
  const upper = new Float64Array(columns)
  const cost = new Float64Array(columns)
  const starts = [0]
  const indices: number[] = []
  const entries: number[] = []
  const low: number[] = []
  const high: number[] = []
  const row = (list: readonly (readonly [number, number])[], from: number, to: number): void => {
    for (const [column, entry] of list) {
      indices.push(column)
      entries.push(entry)
    }
    starts.push(indices.length)
    low.push(from)
    high.push(to)
  }
  values.forEach((value, cell) => {
    cost[cell] = rule.objective === 'cells' ? 1 : value
    upper[cell] = value === 0 && !rule.suppressZeros ? 0 : 1
  })
  for (const cell of primary) lower[cell] = 1
  primary.forEach((target, index) => {
    const copies = [n * (1 + 2 * index), n * (2 + 2 * index)] as const
    for (const copy of copies) {
      for (let cell = 0; cell < n; cell++) {
        lower[copy + cell] = -(values[cell] ?? 0)
        upper[copy + cell] = most
        row(
          [
            [copy + cell, 1],
            [cell, -most],
          ],
          -solver.infinity,
          0,
        )
        row(
          [
            [copy + cell, 1],
            [cell, values[cell] ?? 0],
          ],
          0,
          solver.infinity,
        )
      }
      for (const { total, parts } of sums)
        row([[copy + total, -1], ...parts.map((part) => [copy + part, 1] as const)], 0, 0)
    }
    row(
      [
        [copies[0] + target, 1],
        [copies[1] + target, -1],
      ],
      rule.width,
      solver.infinity,
    )
  })
  return solver.withModel(
    {
      numCols: columns,
      numRows: low.length,
      colCost: cost,
      colLower: lower,
      colUpper: upper,
      rowLower: low,
      rowUpper: high,
      matrix: { format: 'csr', numRows: low.length, numCols: columns, starts, indices, values: entries },
      integrality: Int32Array.from(cost, (_, column) => (column < n ? 1 : 0)),
    },
    (model) => {
      model.options.set({ output_flag: false, mip_rel_gap: 0, mip_feasibility_tolerance: 1e-9 })
      model.run()
      if (model.getModelStatus() === solver.constants.modelStatus.infeasible) return undefined
      expect(model.getModelStatus()).toBe(solver.constants.modelStatus.optimal)
      return Math.round(model.getObjectiveValue())
    },
  )
}

test('the objective is that of one large programme, flat or with hierarchies, in two and three dimensions', () => {
  fc.assert(
    fc.property(
      randomTable,
      fc.constantFrom('cells' as const, 'sum' as const),
      fc.boolean(),
      (table, objective, zeros) => {
        const rule = { ...usualRule, objective, suppressZeros: zeros }
        const small = table.values.filter((value) => value >= 1 && value < 5).length
        fc.pre(small <= 4 && table.values.length <= 36)
        const answer = protectTables(solver, [table], rule, { clock, timeLimit: 60_000 })
        const optimum = optimumOf(table, rule)
        if (optimum === undefined) expect(answer).toMatchObject({ ok: false, reason: 'cannot-be-protected' })
        else expect(answer).toMatchObject({ ok: true, optimal: true, objective: optimum, bound: optimum })
      },
    ),
    { seed: 20261122, numRuns: 25 },
  )
}, 60_000)

const path = join(import.meta.dirname, '../../../../../shared/data/tables/optimal-suppressions.json')
const present = existsSync(path)
if (!present) process.stderr.write(`skipped: the tables with proven optima are not here (${path})\n`)

interface Proven {
  readonly objective: number
  readonly min_width: number | null
}
interface ProvenTable {
  readonly dims: readonly number[]
  readonly cells: Readonly<Record<string, number>>
  readonly primary: readonly (readonly number[])[]
  readonly min_count: Proven
  readonly min_sum: Proven
}

describe.skipIf(!present)('tables with proven optima', () => {
  // The file is part of the test data, and its form is written beside it.
  const tables = present ? (JSON.parse(readFileSync(path, 'utf8')) as readonly ProvenTable[]) : []
  test.each(tables.map((table, index) => [index, table] as const))(
    'table %i',
    (_, { dims, cells, primary, ...proven }) => {
      const dimensions = dims.map((count, axis) =>
        flatDimension(
          `d${axis}`,
          Array.from({ length: count }, (_, at) => String(at)),
        ),
      )
      const table = tableOf(dimensions, (nodes) => cells[nodes.join(',')] ?? Number.NaN)
      for (const [objective, { objective: least }] of [
        ['cells', proven.min_count],
        ['sum', proven.min_sum],
      ] as const) {
        const answer = protectTables(solver, [table], { ...usualRule, objective }, { clock, timeLimit: 30_000 })
        expect(answer).toMatchObject({ ok: true, objective: least, bound: least, optimal: true })
        expect(answer.ok && answer.primary).toHaveLength(primary.length)
      }
    },
  )
})
