import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Market, Matching } from '../market/market.ts'
import { allDivisions, marketOf, randomMarket } from '../testing.ts'
import { findBlockingPairs } from './find-blocking-pairs.ts'

const matchingOf = (first: readonly number[], second?: readonly number[]): Matching => ({
  first: Int32Array.from(first),
  second: Int32Array.from(second ?? first.map(() => -1)),
})

describe('findBlockingPairs', () => {
  it('finds exactly the pairs of the textbook', () => {
    fc.assert(
      fc.property(randomMarket({ candidates: 4, programmes: 3, ties: true }), (market) => {
        for (const matching of allDivisions(market))
          expect(findBlockingPairs(market, matching).blockingCount).toBe(textbookPairs(market, matching))
      }),
      { numRuns: 60, seed: 5 },
    )
  })

  const three = { candidates: 3, programmes: 1, seats: [2] }
  const applications = [9, 8, 1].map((score): [number, number, number][] => [[0, 0, score]])

  it('lets a member of a group with too many in it take the place of another of that group only', () => {
    const market = marketOf({
      ...three,
      applications,
      groupsOf: [1, 1, 0],
      quotas: [[{ group: 0, most: 1, least: 0 }]],
    })
    expect(findBlockingPairs(market, matchingOf([0, -1, 0])).blockingCount).toBe(0)
    // Nobody is in the second seat, and the second candidate may not be.
    expect(findBlockingPairs(market, matchingOf([0, -1, -1])).blocking).toEqual([{ candidates: [2], programmes: [0] }])
    expect(findBlockingPairs(market, matchingOf([-1, 0, 0])).blocking).toEqual([{ candidates: [0], programmes: [0] }])
    expect(findBlockingPairs(market, matchingOf([0, 0, -1])).violations).toEqual([
      { kind: 'over-quota', candidate: -1, programme: 0 },
    ])
  })

  it('gives reserved seats to the group first, and to others where the group leaves them', () => {
    const market = marketOf({
      ...three,
      applications,
      groupsOf: [0, 0, 2],
      quotas: [[{ group: 1, most: Number.POSITIVE_INFINITY, least: 1 }]],
    })
    expect(findBlockingPairs(market, matchingOf([0, -1, 0])).blockingCount).toBe(0)
    expect(findBlockingPairs(market, matchingOf([0, 0, -1])).blocking).toEqual([{ candidates: [2], programmes: [0] }])
    const nobody = { ...market, groupsOf: new Int32Array(3) }
    expect(findBlockingPairs(nobody, matchingOf([0, 0, -1])).blockingCount).toBe(0)
  })

  it('asks both programmes of two places together, and both members of a couple', () => {
    const market = marketOf({
      candidates: 4,
      programmes: 2,
      seats: [1, 1],
      applications: [
        [[0, 0, 5]],
        [[1, 0, 5]],
        [
          [0, 0, 9],
          [1, 0, 1],
        ],
        [[1, 0, 3]],
      ],
      joint: [
        {
          members: [0, 1],
          options: [
            [0, 1],
            [0, -1],
          ],
        },
        { members: [2, 2], options: [[0, 1]] },
      ],
    })
    expect(findBlockingPairs(market, matchingOf([0, -1, -1, 1])).blocking).toEqual([
      { candidates: [0, 1], programmes: [0, 1] },
    ])
    // The fourth is better than candidate 2 at the second programme, who needs both.
    expect(findBlockingPairs(market, matchingOf([-1, -1, 0, -1], [-1, -1, 1, -1])).blocking).toEqual([
      { candidates: [3], programmes: [1] },
    ])
    expect(findBlockingPairs(market, matchingOf([-1, 1, -1, -1])).violations).toEqual([
      { kind: 'not-together', candidate: 0, programme: 1 },
    ])
  })

  it('lets a couple into one programme only where both would be chosen', () => {
    const market = (partner: number) =>
      marketOf({
        candidates: 4,
        programmes: 1,
        seats: [2],
        applications: [7, partner, 5, 4].map((score): [number, number, number][] => [[0, 0, score]]),
        joint: [{ members: [0, 1], options: [[0, 0]] }],
      })
    const others = matchingOf([-1, -1, 0, 0])
    expect(findBlockingPairs(market(6), others).blockingCount).toBe(1)
    // As good as one who has a seat is not better.
    expect(findBlockingPairs(market(5), others).blockingCount).toBe(0)
  })

  it('sees places that nobody gave', () => {
    const market = marketOf({ ...three, applications: [[[0, 0, 1]], [[0, 0, 1]], []] })
    const kinds = (matching: Matching) => findBlockingPairs(market, matching).violations.map(({ kind }) => kind)
    expect(kinds(matchingOf([0, 0, 0]))).toEqual(['not-on-the-list', 'over-seats'])
    expect(kinds(matchingOf([0, 0, -1]))).toEqual([])
    expect(kinds(matchingOf([0, -1, -1], [0, -1, -1]))).toContain('not-together')
  })
})

/** Gale and Shapley's own words: both prefer each other to what they have, or the programme has a seat left. */
function textbookPairs({ starts, programme, tier, score, seats }: Market, { first }: Matching): number {
  const scoreAt = (candidate: number, p: number) => {
    for (let k = starts[candidate] ?? 0; k < (starts[candidate + 1] ?? 0); k++)
      if (programme[k] === p) return { tier: tier[k] ?? 0, score: score[k] ?? 0 }
    return undefined
  }
  let pairs = 0
  for (const [candidate, now] of first.entries())
    for (const [p, room] of seats.entries()) {
      const mine = scoreAt(candidate, p)
      if (mine === undefined || mine.tier >= (scoreAt(candidate, now)?.tier ?? Number.POSITIVE_INFINITY)) continue
      const there = [...first.keys()].filter((other) => first[other] === p)
      const isBetter = there.some((other) => (scoreAt(other, p)?.score ?? 0) < mine.score)
      if (room > there.length || (room > 0 && isBetter)) pairs++
    }
  return pairs
}
