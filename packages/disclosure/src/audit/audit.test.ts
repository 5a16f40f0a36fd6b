import { loadSolver, type Solver } from '@kantelpunt/solver'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { nodesOf, tableOf } from '../table/count-table.ts'
import { flatDimension } from '../table/dimension.ts'
import { auditTables } from './audit.ts'

let solver: Solver
beforeAll(async () => {
  solver = await loadSolver()
})

const dimensions = [flatDimension('a', ['1', '2']), flatDimension('b', ['1', '2', '3'])]

/** Least and largest of every suppressed cell over all tables of whole counts that fit: tried one by one. */
function tried(published: Float64Array, least: number): Map<number, [number, number]> {
  const most = published[published.length - 1] ?? 0
  const intervals = new Map<number, [number, number]>()
  const bottoms = [...published.keys()].filter((cell) =>
    nodesOf(dimensions, cell).every((node, axis) => node !== dimensions[axis]?.root),
  )
  const counts = new Map<number, number>()
  const tryAll = (at: number, total: number): void => {
    const cell = bottoms[at]
    if (cell !== undefined) {
      const known = published[cell] ?? 0
      const [from, to] = Number.isNaN(known) ? [least, most - total] : [known, known]
      for (let count = from; count <= to; count++) {
        counts.set(cell, count)
        tryAll(at + 1, total + count)
      }
      return
    }
    const { values } = tableOf(dimensions, (_, each) => counts.get(each) ?? 0)
    if (values.some((value, each) => !Number.isNaN(published[each]) && value !== published[each])) return
    values.forEach((value, each) => {
      if (!Number.isNaN(published[each])) return
      const [low, high] = intervals.get(each) ?? [value, value]
      intervals.set(each, [Math.min(low, value), Math.max(high, value)])
    })
  }
  tryAll(0, 0)
  return intervals
}

test('the intervals of two dimensions are those of all whole tables that fit, tried one by one', () => {
  const count = fc.integer({ min: 0, max: 4 })
  const cells = fc.array(fc.tuple(count, fc.boolean()), { minLength: 12, maxLength: 12 })
  fc.assert(
    fc.property(cells, fc.constantFrom(0, 1), (drawn, least) => {
      const truth = tableOf(dimensions, (_, cell) => (drawn[cell]?.[0] ?? 0) + least)
      // The grand total stays, so that there is an end to the trying.
      const values = truth.values.map((value, cell) => (cell < 11 && drawn[cell]?.[1] === true ? Number.NaN : value))
      const audit = auditTables(solver, { tables: [{ dimensions, values }], width: 5, intervals: 'all', least })
      if (!audit.ok) throw new Error(audit.reason)
      const intervals = new Map(audit.intervals.map(({ cell, low, high }) => [cell, [low, high]]))
      expect(intervals).toEqual(tried(values, least))
    }),
    { seed: 20261122, numRuns: 60 },
  )
})

describe('a table with one suppressed count', () => {
  const { values: truth } = tableOf(dimensions, (_, cell) => cell + 3)
  const values = truth.map((value, cell) => (cell === 1 ? Number.NaN : value))

  test('gives it away, and the audit says by which published cells', () => {
    const audit = auditTables(solver, { tables: [{ dimensions, values }], width: 5, intervals: 'all' })
    if (!audit.ok) throw new Error(audit.reason)
    const [leak] = audit.intervals
    expect(leak).toMatchObject({ cell: 1, low: 4, high: 4 })
    // The row of the cell, its column, or a total that contains both.
    expect(leak?.because.length).toBeGreaterThan(0)
    for (const { cell } of leak?.because ?? []) expect([3, 9, 11]).toContain(cell)
  })

  test('that contradicts itself is refused', () => {
    const wrong = values.map((value, cell) => (cell === 2 ? value + 1 : value))
    const audit = auditTables(solver, { tables: [{ dimensions, values: wrong }], width: 5, intervals: 'all' })
    expect(audit).toMatchObject({ ok: false, reason: 'margins-do-not-add-up', cell: 10 })
    const negative = values.map((value, cell) => (cell === 3 ? 0 : cell === 11 ? Number.NaN : value))
    expect(auditTables(solver, { tables: [{ dimensions, values: negative }], width: 5, intervals: 'all' }).ok).toBe(
      false,
    )
  })
})

test('a published share gives away the count that was suppressed beside it', () => {
  const passed = [
    flatDimension('school', ['a', 'b']),
    { name: 'count', labels: ['passed', 'rest', 'all'], parent: Int32Array.of(2, 2, -1), root: 2 },
  ]
  const truth = tableOf(
    passed,
    ([school, count]) =>
      [
        [3, 37],
        [12, 28],
      ][school ?? 0]?.[count ?? 0] ?? 0,
  )
  const values = truth.values.map((value, cell) => (cell % 3 === 2 ? value : Number.NaN))
  const question = { tables: [{ dimensions: passed, values }], width: 5, intervals: 'all' } as const
  const low = (rates: Parameters<typeof auditTables>[1]['rates'] = []) => {
    const audit = auditTables(solver, { ...question, rates })
    return audit.ok ? audit.intervals.find(({ cell }) => cell === 0) : undefined
  }
  expect(low()).toMatchObject({ low: 0, high: 40 })
  // 7.5 % of 40, to one decimal: 2.98 … 3.02.
  const found = low([{ table: 0, numerator: 0, denominator: 2, low: 0.0745, high: 0.0755 }])
  expect(found?.low).toBeCloseTo(2.98)
  expect(found?.high).toBeCloseTo(3.02)
})
