import { loadSolver, type Solver } from '@kantelpunt/solver'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { plainSumsOf, tableOf } from '../table/count-table.ts'
import { flatDimension, hierarchicalDimension } from '../table/dimension.ts'
import { packSums } from '../table/sums.ts'
import { mistakesOf, randomTable } from '../testing.ts'
import { protectByCubes } from './cubes.ts'
import { chooseExactly } from './exact.ts'
import { costOf, problemOf, usualRule } from './problem.ts'
import { protectTables } from './protect-tables.ts'
import { proves } from './witness.ts'

let solver: Solver
beforeAll(async () => {
  solver = await loadSolver()
})
const clock = () => performance.now()

test('cubes protect what they say they do, and never for less than the best choice', () => {
  fc.assert(
    fc.property(randomTable, fc.constantFrom('cells' as const, 'sum' as const), ({ dimensions, values }, objective) => {
      const problem = problemOf(values, packSums(plainSumsOf(dimensions)), { ...usualRule, objective })
      const { suppressed, witnesses } = protectByCubes(problem, dimensions, { clock, deadline: clock() + 1000 })
      for (const [at, witness] of witnesses.entries())
        expect(witness !== undefined && proves(problem, suppressed, witness, at)).toBe(true)
      const { bound, optimal } = chooseExactly(solver, problem, { clock, deadline: clock() + 50 })
      if (optimal) expect(costOf(problem, suppressed)).toBeGreaterThanOrEqual(bound)
    }),
    { seed: 20261122, numRuns: 60 },
  )
})

test('a witness that moves a published cell, breaks a sum, goes below zero or is too short proves nothing', () => {
  const dimensions = [flatDimension('a', ['1', '2']), flatDimension('b', ['1', '2'])]
  const { values } = tableOf(dimensions, (_, cell) => [3, 9, 0, 8, 7][cell] ?? 0)
  const problem = problemOf(values, packSums(plainSumsOf(dimensions)), usualRule)
  const suppressed = Uint8Array.of(1, 1, 0, 1, 1, 0, 0, 0, 0)
  const witness = { cells: [0, 1, 3, 4], up: [4, -4, -4, 4], down: [-3, 3, 3, -3] }
  expect(proves(problem, suppressed, witness, 0)).toBe(true)
  expect(proves(problem, Uint8Array.of(1, 0, 0, 1, 1, 0, 0, 0, 0), witness, 0)).toBe(false)
  expect(proves(problem, suppressed, { ...witness, up: [4, -4, -4, 3] }, 0)).toBe(false)
  expect(proves(problem, suppressed, { ...witness, down: [-4, 4, 4, -4] }, 0)).toBe(false)
  expect(proves(problem, suppressed, { ...witness, up: [1, -1, -1, 1] }, 0)).toBe(false)
})

test('a table that is too large to solve is protected all the same, and says how far from the best it can be', () => {
  const schools = Array.from({ length: 40 }, (_, at) => `s${at}`)
  const regions = schools.map((school, at) => [school, `region ${at % 4}`] as const)
  const made = hierarchicalDimension('school', schools, regions)
  if (!made.ok) throw new Error(made.reason)
  const categories = (count: number) => Array.from({ length: count }, (_, at) => String(at))
  const dimensions = [made.dimension, flatDimension('level', categories(5)), flatDimension('year', categories(6))]
  // Arbitrary, uneven, always the same: about one in ten is small.
  const table = tableOf(dimensions, ([a = 0, b = 0, c = 0]) => ((a * 37 + b * 101 + c * 53) % 89) % 41)
  const answer = protectTables(solver, [table], usualRule, { clock, timeLimit: 8000 })
  if (!answer.ok) throw new Error(answer.reason)
  expect(answer.primary.length).toBeGreaterThan(100)
  expect(mistakesOf(solver, table, usualRule, answer)).toEqual([])
  expect(answer.bound).toBeGreaterThan(answer.primary.length)
  expect(answer.objective).toBeGreaterThanOrEqual(answer.bound)
  expect(answer.objective).toBeLessThan(1.6 * answer.bound)
  expect(answer).toMatchObject({ minimalWidth: 5, minimalWidthIsExact: false })
}, 30_000)
