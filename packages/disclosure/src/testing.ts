import type { Solver } from '@kantelpunt/solver'
import fc from 'fast-check'
import { auditTables } from './audit/audit.ts'
import { type Rule, usualRule } from './protect/problem.ts'
import type { ProtectTablesAnswer } from './protect/protect-tables.ts'
import { type CountTable, nodesOf, tableOf } from './table/count-table.ts'
import { type Dimension, flatDimension, hierarchicalDimension } from './table/dimension.ts'

/** Random dimensions for tests: flat, or with totals between. */
function dimension(name: string, most: number): fc.Arbitrary<Dimension> {
  const labels = (count: number) => Array.from({ length: count }, (_, at) => `${name}${at + 1}`)
  const flat = fc.integer({ min: 2, max: most }).map((count) => flatDimension(name, labels(count)))
  const grouped = fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 3, maxLength: most }).map((groups) => {
    const pairs = groups.flatMap((group, at) =>
      group === 0 ? [] : [[`${name}${at + 1}`, `${name}-g${group}`] as const],
    )
    const made = hierarchicalDimension(name, labels(groups.length), pairs)
    if (!made.ok) throw new Error(made.reason)
    return made.dimension
  })
  return fc.oneof({ weight: 2, arbitrary: flat }, { weight: 1, arbitrary: grouped })
}

/** Random tables of counts for tests: two or three dimensions, with hierarchies, zeros and small counts. */
export const randomTable: fc.Arbitrary<CountTable> = fc
  .oneof(
    { weight: 3, arbitrary: fc.tuple(dimension('a', 5), dimension('b', 5)) },
    { weight: 2, arbitrary: fc.tuple(dimension('a', 4), dimension('b', 3), dimension('c', 3)) },
  )
  .chain((dimensions) => {
    const size = dimensions.reduce((all, { labels }) => all * labels.length, 1)
    // Most tables are full; some are so empty that little can be hidden in them.
    const count = (empty: number) =>
      fc.oneof(
        { weight: empty, arbitrary: fc.constant(0) },
        { weight: 2, arbitrary: fc.integer({ min: 1, max: 9 }) },
        { weight: 4, arbitrary: fc.integer({ min: 5, max: 60 }) },
      )
    return fc
      .constantFrom(1, 1, 1, 40)
      .chain((empty) => fc.array(count(empty), { minLength: size, maxLength: size }))
      .map((counts) => tableOf(dimensions, (_, cell) => counts[cell] ?? 0))
  })

/** Random rules: both objectives, either attacker, margins that must stay or need not. */
export const randomRule: fc.Arbitrary<Rule> = fc.record({
  threshold: fc.constant(usualRule.threshold),
  width: fc.constant(usualRule.width),
  objective: fc.constantFrom('cells' as const, 'sum' as const),
  suppressZeros: fc.constant(false),
  zerosKnown: fc.boolean(),
  keep: fc.constantFrom('nothing' as const, 'total' as const, 'margins' as const),
})

/** Small counts of a table that an attacker places too precisely, by the audit, and small counts that are published. */
function leaksOf(solver: Solver, table: CountTable, rule: Rule, suppressed: Uint8Array): readonly number[] {
  const { dimensions } = table
  const values = table.values.map((value, cell) => (suppressed[cell] === 1 ? Number.NaN : value))
  const least = rule.zerosKnown === true ? 1 : 0
  const tables = [{ dimensions, values }]
  const audit = auditTables(solver, { tables, width: rule.width, intervals: 'enough', least })
  if (!audit.ok) throw new Error(audit.reason)
  const isSmall = (value = 0) => value >= 1 && value < rule.threshold
  return [
    ...[...values.keys()].filter((cell) => isSmall(values[cell])),
    ...audit.intervals
      .filter(({ cell, low, high }) => isSmall(table.values[cell]) && high - low < rule.width - 1e-6)
      .map(({ cell }) => cell),
  ]
}

/** Leaks of what was protected; of what was said to be beyond protection, cells that don't leak with all suppressed that may be. */
export function mistakesOf(
  solver: Solver,
  table: CountTable,
  rule: Rule,
  answer: ProtectTablesAnswer,
): readonly number[] {
  if (answer.ok) return leaksOf(solver, table, rule, answer.suppressed[0] ?? new Uint8Array())
  if (answer.reason !== 'cannot-be-protected') throw new Error(answer.reason)
  const most = Uint8Array.from(table.values, (value, cell) => {
    const nodes = nodesOf(table.dimensions, cell)
    const isMargin = nodes.some((node, axis) => table.dimensions[axis]?.parent.includes(node))
    const isTotal = nodes.every((node, axis) => node === table.dimensions[axis]?.root)
    const isKept = rule.keep === 'margins' ? isMargin : rule.keep === 'total' && isTotal
    return value > 0 && (!isKept || value < rule.threshold) ? 1 : 0
  })
  const leaking = leaksOf(solver, table, rule, most)
  return answer.cells.map(({ cell }) => cell).filter((cell) => !leaking.includes(cell))
}
