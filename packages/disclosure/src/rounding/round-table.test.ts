import { loadSolver, type Solver } from '@kantelpunt/solver'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { plainSumsOf, tableOf } from '../table/count-table.ts'
import { flatDimension } from '../table/dimension.ts'
import { packSums } from '../table/sums.ts'
import { randomTable } from '../testing.ts'
import { roundByTurns } from './round-by-turns.ts'
import { roundTable } from './round-table.ts'

let solver: Solver
beforeAll(async () => {
  solver = await loadSolver()
})

test('rounded tables add up, hold multiples, and leave what was one; in two dimensions everything stays next to itself', () => {
  fc.assert(
    fc.property(randomTable, fc.constantFrom(3, 5), ({ dimensions, values }, base) => {
      const answer = roundTable(solver, values, packSums(plainSumsOf(dimensions)), { base, timeLimit: 5 })
      if (!answer.ok) throw new Error(answer.reason)
      const { rounded } = answer
      for (const { total, parts } of plainSumsOf(dimensions))
        expect(parts.reduce((sum, part) => sum + (rounded[part] ?? 0), 0)).toBe(rounded[total])
      const shifts = values.map((value, cell) => Math.abs((rounded[cell] ?? 0) - value))
      expect(rounded.every((value) => value >= 0 && value % base === 0)).toBe(true)
      expect(answer.totalShift).toBe(shifts.reduce((sum, shift) => sum + shift, 0))
      if (answer.zeroRestricted) expect(shifts.every((shift) => shift < base)).toBe(true)
      const isFlat = dimensions.every(({ parent, root }) => parent.every((up) => up === -1 || up === root))
      if (dimensions.length === 2 && isFlat) expect(answer.zeroRestricted).toBe(true)
    }),
    { seed: 20261122, numRuns: 40 },
  )
})

test('of all roundings to a neighbour whose margins hold, none moves less', () => {
  const dimensions = [flatDimension('a', ['1', '2']), flatDimension('b', ['1', '2', '3'])]
  const sums = plainSumsOf(dimensions)
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 12, maxLength: 12 }), (counts) => {
      const { values } = tableOf(dimensions, (_, cell) => counts[cell] ?? 0)
      const answer = roundTable(solver, values, packSums(sums))
      let least = Number.POSITIVE_INFINITY
      for (let choice = 0; choice < 2 ** 12; choice++) {
        const rounded = values.map(
          (value, cell) => 5 * ((choice >> cell) & 1 ? Math.ceil(value / 5) : Math.floor(value / 5)),
        )
        if (
          sums.some(({ total, parts }) => parts.reduce((sum, part) => sum + (rounded[part] ?? 0), 0) !== rounded[total])
        )
          continue
        least = Math.min(
          least,
          rounded.reduce((sum, value, cell) => sum + Math.abs(value - (values[cell] ?? 0)), 0),
        )
      }
      expect(answer).toMatchObject({ ok: true, totalShift: least, optimal: true })
    }),
    { seed: 20261122, numRuns: 15 },
  )
})

test('by turns the margins hold as well, and nothing is further off than a few multiples', () => {
  fc.assert(
    fc.property(randomTable, ({ dimensions, values }) => {
      const sums = plainSumsOf(dimensions)
      const rounded = roundByTurns(values, packSums(sums), 5)
      if (rounded === undefined) throw new Error('margins that do not hold')
      for (const { total, parts } of sums)
        expect(parts.reduce((sum, part) => sum + (rounded[part] ?? 0), 0)).toBe(rounded[total])
      expect(rounded.every((value) => value >= 0 && value % 5 === 0)).toBe(true)
      const shifts = values.map((value, cell) => Math.abs((rounded[cell] ?? 0) - value))
      expect(Math.max(...shifts)).toBeLessThan(15)
    }),
    { seed: 20261122, numRuns: 200 },
  )
})

test('a table that no programme rounds in time is rounded all the same', () => {
  const categories = (count: number) => Array.from({ length: count }, (_, at) => String(at))
  const dimensions = [
    flatDimension('a', categories(30)),
    flatDimension('b', categories(6)),
    flatDimension('c', categories(8)),
  ]
  const { values } = tableOf(dimensions, ([a = 0, b = 0, c = 0]) => ((a * 37 + b * 101 + c * 53) % 89) % 41)
  const answer = roundTable(solver, values, packSums(plainSumsOf(dimensions)), { timeLimit: 0.05 })
  expect(answer).toMatchObject({ ok: true, optimal: false })
  expect(answer.ok && answer.largestShift).toBeLessThan(15)
})
