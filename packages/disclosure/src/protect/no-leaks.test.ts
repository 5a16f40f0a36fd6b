import { loadSolver, type Solver } from '@kantelpunt/solver'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { mistakesOf, randomRule, randomTable } from '../testing.ts'
import { protectTables } from './protect-tables.ts'

let solver: Solver
beforeAll(async () => {
  solver = await loadSolver()
})

test('500 random tables: what is protected does not leak, and what is said to be beyond protection is', () => {
  const seen = { protected: 0, beyond: 0, largest: 0 }
  fc.assert(
    fc.property(randomTable, randomRule, (table, rule) => {
      const answer = protectTables(solver, [table], rule, { clock: () => performance.now(), timeLimit: 15 })
      expect(mistakesOf(solver, table, rule, answer)).toEqual([])
      if (!answer.ok) seen.beyond++
      else {
        expect(answer.bound).toBeLessThanOrEqual(answer.objective)
        seen.protected++
        seen.largest = Math.max(seen.largest, answer.objective)
      }
    }),
    { seed: 20261122, numRuns: 500 },
  )
  // The tables are not all of one kind.
  expect(seen.protected).toBeGreaterThan(300)
  expect(seen.beyond).toBeGreaterThan(0)
  expect(seen.largest).toBeGreaterThan(20)
}, 60_000)
