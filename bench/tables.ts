import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import {
  auditTables,
  flatDimension,
  loadSolver,
  protectTables,
  tableOf,
  usualRule,
} from '../packages/disclosure/src/index.ts'
import { mistakesOf, randomRule, randomTable } from '../packages/disclosure/src/testing.ts'
import { root } from '../scripts/bundle.ts'
import { type Figure, report } from './house/report.ts'

/*
 * Protected tables: the proven optima, 10,000 random tables under the audit, and tables of 200 × 6 × 8 (12,663 cells with
 * margins) at three densities of small counts. The last is what R's GaussSuppression needs 90 s for.
 */

const clock = () => performance.now()
const solver = await loadSolver()
const figures: Figure[] = []

const path = join(root, '../shared/data/tables/optimal-suppressions.json')
if (existsSync(path)) {
  const tables: readonly {
    readonly dims: readonly number[]
    readonly cells: Readonly<Record<string, number>>
    readonly min_count: { readonly objective: number }
    readonly min_sum: { readonly objective: number }
  }[] = JSON.parse(readFileSync(path, 'utf8'))
  let equal = 0
  const began = clock()
  for (const { dims, cells, min_count, min_sum } of tables) {
    const dimensions = dims.map((count, axis) =>
      flatDimension(
        `d${axis}`,
        Array.from({ length: count }, (_, at) => `${at}`),
      ),
    )
    const table = tableOf(dimensions, (nodes) => cells[nodes.join(',')] ?? 0)
    for (const [objective, { objective: optimum }] of [
      ['cells', min_count],
      ['sum', min_sum],
    ] as const) {
      const answer = protectTables(solver, [table], { ...usualRule, objective }, { clock, timeLimit: 30_000 })
      if (answer.ok && answer.optimal && answer.objective === optimum) equal++
    }
  }
  figures.push(
    { figure: 'proven optima that are found and proven', value: equal, unit: `of ${2 * tables.length}`, asked: 'all' },
    { figure: 'those together', value: (clock() - began) / 1000, unit: 's' },
  )
} else process.stderr.write(`skipped: the tables with proven optima are not here (${path})\n`)

const runs = Number(process.argv[2] ?? 10_000)
let leaks = 0
let beyond = 0
let optimal = 0
const began = clock()
for (const seed of [20261122]) {
  const all = fc.sample(fc.tuple(randomTable, randomRule), { seed, numRuns: runs })
  for (const [index, [table, rule]] of all.entries()) {
    const answer = protectTables(solver, [table], rule, { clock, timeLimit: 50 })
    if (mistakesOf(solver, table, rule, answer).length > 0) {
      leaks++
      process.stderr.write(`table ${index} of seed ${seed} leaks\n`)
    }
    if (!answer.ok) beyond++
    else if (answer.optimal) optimal++
    if (index % 1000 === 999) process.stderr.write(`${index + 1} random tables, ${leaks} with leaks\n`)
  }
}
figures.push(
  { figure: `random tables with a leak, of ${runs} (seed 20261122)`, value: leaks, unit: 'tables', asked: '0' },
  { figure: 'of those beyond protection, which the audit confirms', value: beyond, unit: 'tables' },
  { figure: 'of those proven optimal within 50 ms', value: optimal, unit: 'tables' },
  { figure: 'a random table, protected and audited, on average', value: (clock() - began) / runs, unit: 'ms' },
)

for (const mean of [75, 20, 5]) {
  for (const objective of ['cells', 'sum'] as const) {
    const table = largeTable(mean, 20261122)
    const name = `200 × 6 × 8, mean count ${mean}, ${objective}`
    const start = clock()
    const answer = protectTables(solver, [table], { ...usualRule, objective }, { clock, timeLimit: 30_000 })
    const seconds = (clock() - start) / 1000
    if (!answer.ok) throw new Error(answer.reason)
    const values = table.values.map((value, cell) => (answer.suppressed[0]?.[cell] === 1 ? Number.NaN : value))
    const audited = clock()
    const tables = [{ dimensions: table.dimensions, values }]
    const audit = auditTables(solver, { tables, width: usualRule.width, intervals: 'enough' })
    if (!audit.ok) throw new Error(audit.reason)
    const small = new Set(answer.primary.map(({ cell }) => cell))
    const leaking = audit.intervals.filter(
      ({ cell, low, high }) => small.has(cell) && high - low < usualRule.width - 1e-6,
    )
    figures.push(
      {
        figure: `${name}: ${answer.primary.length} small counts, protected in`,
        value: seconds,
        unit: 's',
        asked: '≤ 10 s',
      },
      { figure: `${name}: objective`, value: answer.objective, unit: objective === 'cells' ? 'cells' : 'people' },
      { figure: `${name}: no choice is below`, value: answer.bound, unit: objective === 'cells' ? 'cells' : 'people' },
      { figure: `${name}: leaks by the audit`, value: leaking.length, unit: 'cells', asked: '0' },
      { figure: `${name}: the audit takes`, value: (clock() - audited) / 1000, unit: 's' },
    )
  }
}
report('tables', figures)

/** Counts as they are in tables of schools: many small ones, a few large, the same for the same seed (mulberry32). */
function largeTable(mean: number, seed: number) {
  let state = seed
  const uniform = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const dimensions = [200, 6, 8].map((count, axis) =>
    flatDimension(
      'abc'[axis] ?? '',
      Array.from({ length: count }, (_, at) => String(at + 1)),
    ),
  )
  return tableOf(dimensions, () => Math.floor(-Math.log(1 - uniform()) * 2 * mean * uniform()))
}
