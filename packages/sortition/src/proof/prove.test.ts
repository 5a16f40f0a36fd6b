import { loadSolver } from '@kantelpunt/solver'
import { expect, test } from 'vitest'
import { verifyProof } from '../certificate/verify-proof.ts'
import type { Pool } from '../pool/pool.ts'
import { openBudget } from '../selection/budget.ts'
import { shapeOf } from '../selection/shape.ts'
import { prove } from './prove.ts'
import { writeFact } from './write-fact.ts'

const solver = await loadSolver()
const budget = openBudget({ clock: () => performance.now(), timeLimit: 20_000 })

const quota = (name: string, min: number, max: number) => ({ name, min, max, minFlex: min, maxFlex: max })

/** Twice three people, any two of whom share an x of which a panel has one at most; and four with none. */
const threes = [
  [0, 0, 1],
  [0, 1, 0],
  [1, 0, 0],
]
const none = [1, 1, 1]
const answers = [...threes.map((each) => [...each, ...none]), ...threes.map((each) => [...none, ...each])]
const pool: Pool = {
  seats: 4,
  features: [0, 1, 2, 3, 4, 5].map((f) => ({ name: `f${f}`, values: [quota('x', 0, 1), quota('y', 0, 4)] })),
  people: [...answers, ...[0, 1, 2, 3].map(() => [...none, ...none])].map((each, place) => ({
    id: `p${place}`,
    answers: each,
  })),
  limits: [],
  selected: [],
  excluded: [],
}
const places = (ids: unknown) =>
  Array.isArray(ids) ? ids.map((id) => pool.people.findIndex((person) => person.id === id)) : []

test('What multipliers alone do not prove is proven by cases, as the verifier agrees', () => {
  const shape = shapeOf(pool)
  if (shape === null) throw new Error('a pool with panels')
  const weights = Float64Array.from(shape.profiles, ({ people }) => ((people[0] ?? 0) < 6 ? 1 : 0))
  const proved = prove(solver, { shape, cuts: [] }, weights, 2, budget)
  if (!proved.ok) throw new Error(proved.reason)
  const fact = writeFact(pool, shape, weights, 2, proved.proof)
  expect(fact.proof).toHaveProperty('fewer')
  const byPlace = Float64Array.from(pool.people, ({ id }) => fact.weights[id] ?? 0)
  verifyProof(pool, { weights: byPlace, most: 2 }, [], fact.proof, places, 'here')
  // The same proof for less is none.
  expect(() => verifyProof(pool, { weights: byPlace, most: 1 }, [], fact.proof, places, 'here')).toThrow()
})

test('Instead of a proof of what is not so comes a panel that weighs more', () => {
  const shape = shapeOf(pool)
  if (shape === null) throw new Error('a pool with panels')
  const weights = Float64Array.from(shape.profiles, ({ people }) => ((people[0] ?? 0) < 6 ? 1 : 0))
  const proved = prove(solver, { shape, cuts: [] }, weights, 1, budget)
  if (proved.ok || proved.reason !== 'heavier') throw new Error('it was proven, or nothing was found')
  const heavy = proved.counts.reduce((sum, count, at) => sum + count * (weights[at] ?? 0), 0)
  expect(heavy).toBeCloseTo(2, 6)
})
