import { loadSolver } from '@kantelpunt/solver'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { sizeOf, solveExactly } from '../exact/solve-exactly.ts'
import type { Market, Matching } from '../market/market.ts'
import { allDivisions, marketOf, randomMarket } from '../testing.ts'
import { findBlockingPairs } from '../verify/find-blocking-pairs.ts'
import { deferAcceptance } from './deferred-acceptance.ts'
import { matchMost } from './most-with-ties.ts'
import { settleJoint } from './settle-joint.ts'
import { solveAdmission } from './solve-admission.ts'

let solver: Awaited<ReturnType<typeof loadSolver>>
beforeAll(async () => {
  solver = await loadSolver()
})

function isStable(market: Market, matching: Matching): boolean {
  const { violations, blockingCount } = findBlockingPairs(market, matching)
  return violations.length === 0 && blockingCount === 0
}

const stableOf = (market: Market) => [...allDivisions(market)].filter((matching) => isStable(market, matching))

/** The place on the candidate's list, the length of the list for none. */
function rankOf({ starts, programme, tier }: Market, { first }: Matching, candidate: number): number {
  for (let k = starts[candidate] ?? 0; k < (starts[candidate + 1] ?? 0); k++)
    if (programme[k] === first[candidate]) return tier[k] ?? 0
  return Number.POSITIVE_INFINITY
}

const runs = (numRuns: number) => ({ numRuns, seed: 5 })

describe('deferred acceptance', () => {
  it('is stable, and for every candidate the best of all stable matchings', () => {
    fc.assert(
      fc.property(randomMarket({ candidates: 5, programmes: 3, ties: false }), (market) => {
        const found = deferAcceptance(market)
        const stable = stableOf(market)
        expect(isStable(market, found)).toBe(true)
        for (const other of stable)
          for (const c of market.candidates.keys())
            expect(rankOf(market, found, c)).toBeLessThanOrEqual(rankOf(market, other, c))
      }),
      runs(150),
    )
  })

  it('is so with quotas and reserved seats of nested groups too', () => {
    fc.assert(
      fc.property(randomMarket({ candidates: 5, programmes: 3, ties: false, quotas: true }), (market) => {
        const found = deferAcceptance(market)
        expect(findBlockingPairs(market, found)).toEqual({ violations: [], blocking: [], blockingCount: 0 })
        for (const other of stableOf(market))
          for (const c of market.candidates.keys())
            expect(rankOf(market, found, c)).toBeLessThanOrEqual(rankOf(market, other, c))
      }),
      runs(150),
    )
  })

  it('is weakly stable with ties, whatever the lottery', () => {
    fc.assert(
      fc.property(
        randomMarket({ candidates: 6, programmes: 4, ties: true, quotas: true }),
        fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 6, maxLength: 6 }),
        (market, lottery) => {
          expect(isStable(market, deferAcceptance(market, Float64Array.from(lottery)))).toBe(true)
          expect(isStable(market, deferAcceptance(market))).toBe(true)
        },
      ),
      runs(200),
    )
  })

  it('gives nobody a better place for another list, of all lists', () => {
    fc.assert(
      fc.property(randomMarket({ candidates: 5, programmes: 3, ties: false, quotas: true }), (market) => {
        const honest = deferAcceptance(market)
        for (const liar of market.candidates.keys())
          for (const list of listsOf(market.programmes.length)) {
            const lied = deferAcceptance(withList(market, liar, list))
            // What was never on the honest list is worth nothing.
            expect(rankOf(market, lied, liar)).toBeGreaterThanOrEqual(rankOf(market, honest, liar))
          }
      }),
      runs(60),
    )
  })

  it('breaks ties by lottery', () => {
    const market = marketOf({
      candidates: 3,
      programmes: 1,
      seats: [1],
      applications: [[[0, 0, 7]], [[0, 0, 7]], [[0, 0, 6]]],
    })
    expect([...deferAcceptance(market).first]).toEqual([0, -1, -1])
    expect([...deferAcceptance(market, Float64Array.of(9, 3, 1)).first]).toEqual([-1, 0, -1])
    const more = marketOf({ candidates: 4, programmes: 1, seats: [1], applications: Array(4).fill([[0, 0, 7]]) })
    expect([...deferAcceptance(more, Float64Array.of(9, 3, 5, 2)).first]).toEqual([-1, -1, -1, 0])
  })
})

describe('most seats with ties', () => {
  it('is weakly stable and fills two thirds of what is possible at least', () => {
    fc.assert(
      fc.property(randomMarket({ candidates: 6, programmes: 5, ties: true }).map(scarce), (market) => {
        const found = matchMost(market)
        const most = Math.max(...stableOf(market).map(sizeOf))
        expect(findBlockingPairs(market, found)).toEqual({ violations: [], blocking: [], blockingCount: 0 })
        expect(3 * sizeOf(found)).toBeGreaterThanOrEqual(2 * most)
      }),
      runs(600),
    )
  })

  it('puts those first among equals who have come to the end of their list', () => {
    // The second can go nowhere else; without a second turn the first, who came first, keeps the seat.
    const market = marketOf({
      candidates: 2,
      programmes: 2,
      seats: [1, 1],
      applications: [
        [
          [0, 0, 1],
          [1, 1, 1],
        ],
        [[0, 0, 1]],
      ],
    })
    expect([...matchMost(market).first]).toEqual([1, 0])
    expect(sizeOf(deferAcceptance(market))).toBe(1)
  })

  it('sends somebody who could go elsewhere without loss, when another comes', () => {
    // The first is in the only programme of the second, and as happy in another.
    const market = marketOf({
      candidates: 3,
      programmes: 3,
      seats: [1, 1, 1],
      applications: [
        [
          [0, 0, 9],
          [1, 0, 1],
        ],
        [[0, 0, 1]],
        [[2, 0, 1]],
      ],
    })
    expect(sizeOf(matchMost(market))).toBe(3)
  })

  it('finds a seat for both where breaking the tie finds one', () => {
    // Both seats are as good for the first; the second can only go to the first seat.
    const market = marketOf({
      candidates: 2,
      programmes: 2,
      seats: [1, 1],
      applications: [
        [
          [0, 0, 1],
          [1, 0, 1],
        ],
        [[0, 0, 1]],
      ],
    })
    expect(sizeOf(deferAcceptance(market))).toBe(1)
    expect(sizeOf(matchMost(market))).toBe(2)
  })
})

describe('the integer programme', () => {
  it('fills the most seats that a weakly stable matching can, with quotas, couples and two subjects, or proves there is none', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          randomMarket({ candidates: 5, programmes: 4, ties: true }),
          randomMarket({ candidates: 5, programmes: 4, ties: true, joint: 2 }),
          randomMarket({ candidates: 5, programmes: 3, ties: true, joint: 1, quotas: true }).map(withoutReserves),
        ),
        (market) => {
          const stable = stableOf(market)
          const exact = solveExactly(solver, market, 10)
          if (stable.length === 0) expect(exact).toEqual({ kind: 'none-exists' })
          else {
            expect(exact.kind).toBe('found')
            if (exact.kind !== 'found') return
            expect(isStable(market, exact.matching)).toBe(true)
            expect(sizeOf(exact.matching)).toBe(Math.max(...stable.map(sizeOf)))
            expect(exact.bound).toBe(sizeOf(exact.matching))
          }
        },
      ),
      runs(150),
    )
  })
})

/** Two programmes of one seat; the couple wants both, the single would rather have either (Roth 1984). */
const noneExists = marketOf({
  candidates: 3,
  programmes: 2,
  seats: [1, 1],
  applications: [
    [[0, 0, 3]],
    [[1, 0, 1]],
    [
      [0, 0, 2],
      [1, 1, 2],
    ],
  ],
  joint: [{ members: [0, 1], options: [[0, 1]] }],
})

describe('couples and two subjects', () => {
  it('has a stable matching where the search finds one, also with reserved seats', () => {
    let found = 0
    fc.assert(
      fc.property(randomMarket({ candidates: 6, programmes: 4, ties: true, quotas: true, joint: 2 }), (market) => {
        const matching = settleJoint(market, { turns: 2000, rotate: 1 })
        if (matching === undefined) return
        found++
        expect(findBlockingPairs(market, matching)).toEqual({ violations: [], blocking: [], blockingCount: 0 })
      }),
      runs(300),
    )
    expect(found).toBeGreaterThan(200)
  })

  it('answers as all divisions do', async () => {
    await fc.assert(
      fc.asyncProperty(randomMarket({ candidates: 5, programmes: 3, ties: false, joint: 2 }), async (market) => {
        const answer = await solveAdmission(market, usual)
        expect(answer.ok).toBe(stableOf(market).length > 0)
        if (answer.ok) expect(isStable(market, answer.matching)).toBe(true)
        else expect(answer.reason).toBe('none-exists')
      }),
      runs(150),
    )
  })

  it('says that none exists', async () => {
    expect(stableOf(noneExists)).toEqual([])
    expect(await solveAdmission(noneExists, usual)).toEqual({ ok: false, reason: 'none-exists' })
  })

  it('says that it found none and knows no more, where there are too many or seats are reserved', async () => {
    const many = 498
    const large = marketOf({
      candidates: 3 + many,
      programmes: 2,
      seats: [1, 1],
      applications: [...listsIn(noneExists), ...Array.from({ length: many }, () => [])],
      joint: noneExists.joint,
    })
    expect(await solveAdmission(large, usual)).toEqual({ ok: false, reason: 'not-found', because: 'too-many' })
    const reserved = { ...noneExists, quotas: [[{ group: 0, most: 1, least: 1 }], []] }
    expect(await solveAdmission(reserved, usual)).toMatchObject({ reason: 'not-found', because: 'reserved-seats' })
    expect(await solveAdmission(large, { ...usual, exact: true })).toMatchObject({ reason: 'not-exact' })
    expect(await solveAdmission(noneExists, { ...usual, ties: 'most' })).toEqual({ ok: false, reason: 'no-promise' })
  })
})

const usual = { ties: 'one', exact: false, loadSolver: async () => solver, seconds: 10 } as const

/** One seat a programme at most. */
function scarce(market: Market): Market {
  return { ...market, seats: market.seats.map((seats) => Math.min(1, seats)) }
}

function withoutReserves(market: Market): Market {
  return { ...market, quotas: market.quotas.map((its) => its.map((quota) => ({ ...quota, least: 0 }))) }
}

function listsIn({ starts, programme, tier, score, candidates }: Market) {
  return candidates.map((_, c) =>
    Array.from({ length: (starts[c + 1] ?? 0) - (starts[c] ?? 0) }, (_, at): [number, number, number] => {
      const k = (starts[c] ?? 0) + at
      return [programme[k] ?? 0, tier[k] ?? 0, score[k] ?? 0]
    }),
  )
}

/** All lists of some of the programmes, in all orders. */
function listsOf(programmes: number): readonly (readonly number[])[] {
  const longer = (list: readonly number[]): readonly (readonly number[])[] => [
    list,
    ...[...Array(programmes).keys()].filter((p) => !list.includes(p)).flatMap((p) => longer([...list, p])),
  ]
  return longer([])
}

/** The market as it is when one candidate gives another list; programmes keep their opinion, 0.5 where they had none. */
function withList(market: Market, liar: number, list: readonly number[]): Market {
  const lists = listsIn(market)
  const own = new Map(lists[liar]?.map(([p, , score]) => [p, score]))
  lists[liar] = list.map((p, tier): [number, number, number] => [p, tier, own.get(p) ?? 0.5])
  return {
    ...market,
    ...pick(
      marketOf({
        candidates: lists.length,
        programmes: market.programmes.length,
        seats: [...market.seats],
        applications: lists,
      }),
    ),
  }
}

const pick = ({ starts, programme, tier, score }: Market) => ({ starts, programme, tier, score })
