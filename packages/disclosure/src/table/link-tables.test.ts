import { loadSolver, type Solver } from '@kantelpunt/solver'
import { beforeAll, expect, test } from 'vitest'
import { auditTables } from '../audit/audit.ts'
import { usualRule } from '../protect/problem.ts'
import { protectTables } from '../protect/protect-tables.ts'
import { besides } from './beside.ts'
import { type CountTable, tableOf } from './count-table.ts'
import { flatDimension } from './dimension.ts'
import { linkTables, sameCellsOf } from './link-tables.ts'

let solver: Solver
beforeAll(async () => {
  solver = await loadSolver()
})
const options = { clock: () => performance.now(), timeLimit: 10_000 }

const schools = flatDimension('school', ['a', 'b', 'c'])
const perLevel = tableOf(
  [schools, flatDimension('level', ['havo', 'vwo'])],
  ([a = 0, b = 0]) =>
    [
      [3, 20],
      [25, 9],
      [12, 30],
    ][a]?.[b] ?? 0,
)
const perYear = tableOf(
  [schools, flatDimension('year', ['1', '2', '3'])],
  ([a = 0, b = 0]) =>
    [
      [8, 9, 6],
      [10, 12, 12],
      [20, 2, 20],
    ][a]?.[b] ?? 0,
)

function audit(tables: readonly CountTable[], suppressed: readonly Uint8Array[]) {
  const published = tables.map(({ dimensions, values }, table) => ({
    dimensions,
    values: values.map((value, cell) => (suppressed[table]?.[cell] === 1 ? Number.NaN : value)),
  }))
  const same = sameCellsOf(tables.map(({ dimensions }) => dimensions))
  const answer = auditTables(solver, { tables: published, same, width: 5, intervals: 'all' })
  if (!answer.ok) throw new Error(answer.reason)
  const small = answer.intervals.filter(({ table, cell }) => [1, 2, 3, 4].includes(tables[table]?.values[cell] ?? 0))
  return small.filter(({ low, high }) => high - low < 5)
}

test('tables that share margins are one whole: counts once, and all sums', () => {
  const linked = linkTables([perLevel, perYear])
  if (!linked.ok) throw new Error(linked.reason)
  // Four margins by school are shared, and with them one sum.
  expect(linked.values).toHaveLength(12 + 16 - 4)
  expect(linked.sums.count).toBe(4 + 3 + 4 + 4 - 1)
  const [first, second] = linked.places
  expect([2, 5, 8, 11].map((cell) => first?.[cell])).toEqual([3, 7, 11, 15].map((cell) => second?.[cell]))
  const wrong = tableOf(perYear.dimensions, ([a = 0, b = 0]) => a + b)
  expect(linkTables([perLevel, wrong])).toMatchObject({
    reason: 'shared-counts-differ',
    table: 1,
    names: ['a', 'Total'],
  })
})

test('protected together they do not leak; each by itself, they do', () => {
  const together = protectTables(solver, [perLevel, perYear], usualRule, options)
  if (!together.ok) throw new Error(together.reason)
  expect(together.optimal).toBe(true)
  expect(audit([perLevel, perYear], together.suppressed)).toEqual([])
  const alone = [perLevel, perYear].map((table) => {
    const answer = protectTables(solver, [table], { ...usualRule, objective: 'sum' }, options)
    return answer.ok ? (answer.suppressed[0] ?? new Uint8Array()) : new Uint8Array()
  })
  // A margin that one table suppresses and the other publishes is a count that isn't suppressed at all.
  const [margins, others] = alone
  expect(margins && others && [2, 5, 8, 11].some((cell, at) => margins[cell] !== others[[3, 7, 11, 15][at] ?? 0])).toBe(
    audit([perLevel, perYear], alone).length > 0,
  )
})

test('a part and a whole are protected with the rest, which anyone can subtract', () => {
  const dimensions = [schools, flatDimension('level', ['havo', 'vwo'])]
  const whole = tableOf(
    dimensions,
    ([a = 0, b = 0]) =>
      [
        [40, 22],
        [31, 50],
        [60, 45],
      ][a]?.[b] ?? 0,
  )
  const part = tableOf(
    dimensions,
    ([a = 0, b = 0]) =>
      [
        [38, 20],
        [25, 40],
        [52, 39],
      ][a]?.[b] ?? 0,
  )
  const beside = besides(dimensions, part.values, whole.values, { part: 'passed', rest: 'failed', whole: 'all' })
  if (!beside.ok) throw new Error(beside.reason)
  const answer = protectTables(solver, [beside.table], usualRule, options, [beside.hidden])
  if (!answer.ok) throw new Error(answer.reason)
  // Two failed in each of two cells: nobody published that, and it must not be computed.
  expect(answer.primary.map(({ cell }) => beside.table.values[cell])).toEqual([2, 2, 4])
  const suppressed = (answer.suppressed[0] ?? new Uint8Array()).map((chosen, cell) => (cell % 3 === 1 ? 1 : chosen))
  expect(audit([beside.table], [suppressed])).toEqual([])
  expect(besides(dimensions, whole.values, part.values, { part: 'a', rest: 'b', whole: 'c' })).toMatchObject({
    reason: 'part-exceeds-whole',
    at: 0,
  })
})
