import { loadSolver } from '@kantelpunt/solver'
import { expect, it } from 'vitest'
import type { Pool } from '../pool/pool.ts'
import { manipulability } from './manipulability.ts'

const quota = (name: string, min: number, max: number) => ({ name, min, max, minFlex: min, maxFlex: max })

/** 18 people of x and 6 of y for three seats each: 1/6 and 1/2. */
const pool: Pool = {
  seats: 6,
  features: [{ name: 'f', values: [quota('x', 3, 3), quota('y', 3, 3)] }],
  people: Array.from({ length: 24 }, (_, at) => ({ id: `p${at}`, answers: [at < 18 ? 0 : 1] })),
  limits: [],
  selected: [],
  excluded: [],
}
const options = { algorithm: 'leximin', random: () => () => 0.5, timeLimit: 60_000, gap: 0.0001 } as const

it('finds what somebody could gain by an untrue answer, as can be worked out by hand', async () => {
  const solver = await loadSolver()
  const found = manipulability(solver, pool, { ...options, clock: () => 0 })
  // One of x who says y is one of seven for three seats; one of y who says x only loses by it.
  expect(found).toMatchObject({ algorithm: 'leximin', tried: 2, all: 2, impossible: 0 })
  expect(found.worst).toBeCloseTo(3 / 7 - 3 / 18, 3)
  expect(found.mean).toBeCloseTo((18 / 24) * (3 / 7 - 3 / 18), 3)
  const tight: Pool = { ...pool, people: pool.people.slice(15, 21), seats: 6 }
  const none = manipulability(solver, tight, { ...options, clock: () => 0 })
  expect(none).toMatchObject({ worst: 0, mean: 0, tried: 2, impossible: 2 })
})

it('stops in time, and says how far it came', async () => {
  const solver = await loadSolver()
  let now = 0
  const clock = () => {
    now += 1000
    return now
  }
  const found = manipulability(solver, pool, { ...options, clock, timeLimit: 1 })
  expect(found).toMatchObject({ tried: 0, all: 2, mean: 0 })
})
