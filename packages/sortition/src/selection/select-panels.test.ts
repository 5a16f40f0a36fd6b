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

test('LEGACY is as likely to take somebody as its rule says', () => {
  // One seat for a, one for b, and a third by lot among all who are left.
  const pool: Pool = {
    seats: 3,
    features: [{ name: 'f', values: ['a', 'b', 'c'].map((name, at) => quota(name, at < 2 ? 1 : 0, 3)) }],
    people: [0, 0, 1, 1, 2, 2].map((answer, place) => ({ id: `p${place}`, answers: [answer] })),
    limits: [],
    selected: [],
    excluded: [],
  }
  const answer = select(pool, 'legacy')
  const chances = answer.ok ? answer.selection.probabilities : []
  for (const [place, p] of chances.entries()) expect(Math.abs(p - (place < 4 ? 0.625 : 0.25))).toBeLessThan(0.06)
  expect(chances).toHaveLength(6)
})

test('Who stands where in the files changes nobody’s chance', () => {
  const algorithms: readonly Algorithm[] = ['leximin', 'maximin', 'nash', 'goldilocks', 'legacy']
  fc.assert(
    fc.property(smallPools, fc.constantFrom(...algorithms), fc.integer(), (pool, algorithm, seed) => {
      const mixed = mix(pool, fromSeed(seed))
      const [one, other] = [select(pool, algorithm), select(mixed, algorithm)]
      expect(other.ok).toBe(one.ok)
      if (!one.ok || !other.ok) return
      const chances = new Map(mixed.people.map(({ id }, place) => [id, other.selection.probabilities[place] ?? 0]))
      for (const [place, { id }] of pool.people.entries())
        expect(chances.get(id)).toBeCloseTo(one.selection.probabilities[place] ?? 0, 8)
    }),
    runs,
  )
})

test('A rule that no quota says is found, proven, and leant on', () => {
  // Twice three people, any two of whom share a value of which a panel has one at most: one of each three, though by the
  // rows alone it could be one and a half. Together with two others who then are on every panel.
  const threes = [
    [0, 0, 1],
    [0, 1, 0],
    [1, 0, 0],
  ]
  const others = [1, 1, 1]
  const answers = [...threes.map((each) => [...each, ...others]), ...threes.map((each) => [...others, ...each])]
  const pool: Pool = {
    seats: 4,
    features: [0, 1, 2, 3, 4, 5].map((f) => ({ name: `f${f}`, values: [quota('x', 0, 1), quota('y', 0, 4)] })),
    people: [...answers, [...others, ...others], [...others, ...others]].map((each, place) => ({
      id: `p${place}`,
      answers: each,
    })),
    limits: [],
    selected: [],
    excluded: [],
  }
  const selection = chosen(pool, 'leximin')
  const exact = bruteLeximin(solver, pool)
  for (const [place, p] of (selection?.probabilities ?? []).entries()) expect(p).toBeCloseTo(exact[place] ?? 0, 6)
  expect(selection?.certificate.lemmas.length).toBeGreaterThan(0)
})

test('Two hundred selections leave no more memory in use than ten', () => {
  const pools = fc.sample(smallPools, { numRuns: 20, seed: 7 })
  const round = (times: number) => {
    for (let time = 0; time < times; time++)
      for (const pool of pools.slice(0, 10)) select(pool, time % 2 === 0 ? 'leximin' : 'goldilocks')
  }
  const used = () => process.memoryUsage().external / 1e6
  round(2)
  const before = used()
  round(20)
  // Outside of JavaScript is WebAssembly's memory, which never shrinks: what selections left behind would add up.
  expect(used() - before).toBeLessThan(8)
})

test('Whoever listens can stop the search, and gets what there is so far', () => {
  const pool: Pool = {
    seats: 6,
    features: [0, 1, 2].map((f) => ({ name: `f${f}`, values: [0, 1, 2].map((v) => quota(`v${v}`, 1, 3)) })),
    people: Array.from({ length: 60 }, (_, place) => ({
      id: `p${place}`,
      answers: [place % 3, Math.floor(place / 3) % 3, (place % 7) % 3],
    })),
    limits: [],
    selected: [],
    excluded: [],
  }
  let heard = 0
  const answer = selectPanels(solver, pool, {
    algorithm: 'leximin',
    random: fromSeed(1),
    clock: () => performance.now(),
    timeLimit: 20_000,
    gap: 0,
    onProgress: () => {
      heard++
      return true
    },
  })
  expect(heard).toBeLessThan(4)
  expect(
    answer.ok && verifyResult(pool, JSON.parse(JSON.stringify(resultOf(pool, answer.selection, 0)))),
  ).toMatchObject({
    sound: true,
  })
})

function quota(name: string, min: number, max: number) {
  return { name, min, max, minFlex: min, maxFlex: max }
}

/** The same pool with people, features, values and limits in another order. */
function mix(pool: Pool, random: () => number): Pool {
  const shuffled = <T>(list: readonly T[]): { readonly items: T[]; readonly at: Map<number, number> } => {
    const order = [...list.keys()].map((place) => ({ place, by: random() })).toSorted((a, b) => a.by - b.by)
    return {
      items: order.flatMap(({ place }) => list.slice(place, place + 1)),
      at: new Map(order.map(({ place }, index) => [place, index])),
    }
  }
  const people = shuffled(pool.people)
  const features = shuffled(pool.features)
  const values = pool.features.map((feature) => shuffled(feature.values))
  const moved = (places: readonly number[]) => places.map((place) => people.at.get(place) ?? 0)
  const featureOrder = [...features.at].toSorted((a, b) => a[1] - b[1]).map(([old]) => old)
  return {
    seats: pool.seats,
    features: featureOrder.map((old) => ({ name: pool.features[old]?.name ?? '', values: values[old]?.items ?? [] })),
    people: people.items.map(({ id, answers }) => ({
      id,
      answers: featureOrder.map((old) => values[old]?.at.get(answers[old] ?? 0) ?? 0),
    })),
    limits: shuffled(pool.limits).items.map((limit) => ({ ...limit, people: moved(limit.people) })),
    selected: moved(pool.selected),
    excluded: moved(pool.excluded),
  }
}
