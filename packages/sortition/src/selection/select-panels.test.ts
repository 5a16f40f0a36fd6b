import { loadSolver } from '@kantelpunt/solver'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { verifyResult } from '../certificate/verify.ts'
import type { Pool } from '../pool/pool.ts'
import { allPanels, bruteGoldilocks, bruteLeximin, bruteNash } from './brute-force.ts'
import { resultOf } from './result.ts'
import { selectPanels } from './select-panels.ts'
import type { Algorithm, SelectAnswer, Selection } from './selection.ts'
import { smallPools } from './small-pools.ts'

const solver = await loadSolver()

function fromSeed(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

function select(pool: Pool, algorithm: Algorithm, seed = 1): SelectAnswer {
  return selectPanels(solver, pool, {
    algorithm,
    random: fromSeed(seed),
    clock: () => performance.now(),
    timeLimit: 20_000,
    gap: 1e-5,
  })
}

function chosen(pool: Pool, algorithm: Algorithm): Selection | null {
  const answer = select(pool, algorithm)
  if (!answer.ok) {
    expect(answer.reason).toBe('infeasible')
    expect(allPanels(pool)).toEqual([])
    return null
  }
  const result: unknown = JSON.parse(JSON.stringify(resultOf(pool, answer.selection, 0)))
  expect(verifyResult(pool, result, algorithm === 'legacy' ? undefined : 1e-4)).toMatchObject({ sound: true })
  if (algorithm !== 'legacy') expect(answer.selection.complete).toBe(true)
  return answer.selection
}

const drawn = (pool: Pool) => new Set(allPanels(pool).flat())
const runs = { numRuns: Number(process.env.RUNS ?? 60) }

test('LEXIMIN gives everyone what brute force over all panels gives, stage after stage', () => {
  fc.assert(
    fc.property(smallPools, (pool) => {
      const selection = chosen(pool, 'leximin')
      if (selection === null) return
      const exact = bruteLeximin(solver, pool)
      for (const [place, p] of selection.probabilities.entries()) expect(p).toBeCloseTo(exact[place] ?? 0, 4)
    }),
    runs,
  )
})

test('MAXIMIN reaches the smallest probability that brute force reaches', () => {
  fc.assert(
    fc.property(smallPools, (pool) => {
      const selection = chosen(pool, 'maximin')
      if (selection === null) return
      const free = [...drawn(pool)].filter((place) => !pool.selected.includes(place))
      const least = (probabilities: readonly number[]) => Math.min(...free.map((place) => probabilities[place] ?? 0))
      expect(least(selection.probabilities)).toBeCloseTo(least(bruteLeximin(solver, pool)), 4)
    }),
    runs,
  )
})

test('NASH reaches the geometric mean that brute force reaches', () => {
  fc.assert(
    fc.property(smallPools, (pool) => {
      const selection = chosen(pool, 'nash')
      if (selection === null) return
      const free = [...drawn(pool)].filter((place) => !pool.selected.includes(place))
      if (free.length === 0) return
      const logs = free.reduce((sum, place) => sum + Math.log(selection.probabilities[place] ?? 0), 0)
      expect(Math.exp(logs / free.length)).toBeCloseTo(bruteNash(pool, 3000), 3)
    }),
    runs,
  )
})

test('GOLDILOCKS reaches the objective that brute force reaches', () => {
  fc.assert(
    fc.property(smallPools, (pool) => {
      const selection = chosen(pool, 'goldilocks')
      if (selection === null) return
      const free = [...drawn(pool)].filter((place) => !pool.selected.includes(place))
      if (free.length === 0) return
      const chances = free.map((place) => selection.probabilities[place] ?? 0)
      const fair = (pool.seats - pool.selected.length) / free.length
      const objective = Math.max(...chances) / fair + fair / Math.min(...chances)
      expect(objective).toBeCloseTo(bruteGoldilocks(solver, pool), 3)
    }),
    { numRuns: Math.ceil(runs.numRuns / 3) },
  )
})
