import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Longest } from './mechanism.ts'
import { solveMechanism } from './solve-mechanism.ts'
import { openPlaces } from './teacher-market.ts'
import {
  fileOf,
  ordered,
  pairsOf,
  placesBy,
  randomMarket,
  rankIn,
  subsets,
  ways,
  withRanking,
  withWishes,
} from './testing.ts'
import { verifyMechanism } from './verify-mechanism.ts'

const kinds: readonly (readonly ['priority' | 'ttc' | 'block', Longest])[] = [
  ['priority', 2],
  ['ttc', 2],
  ['ttc', 3],
  ['ttc', 'any'],
  ['block', 2],
  ['block', 3],
  ['block', 'any'],
]

describe('every mechanism', () => {
  it.each(kinds)('%s %s leaves nobody worse off, teacher nor school, and passes its checker', (mechanism, longest) => {
    fc.assert(
      fc.property(randomMarket(7), (market) => {
        const file = fileOf(market)
        const answer = JSON.parse(JSON.stringify(solveMechanism(file, mechanism, longest)))
        expect(verifyMechanism(file, answer)).toEqual({ sound: true })
        const moved: number[] = answer.cycles.flat()
        expect(new Set(moved).size).toBe(moved.length)
        for (const cycle of answer.cycles) {
          if (longest !== 'any') expect(cycle.length).toBeLessThanOrEqual(longest)
          for (const [at, u] of cycle.entries()) {
            const v = cycle[(at + 1) % cycle.length]
            const ranking = market.rankings[v] ?? []
            expect(market.wishes[u]).toContain(v)
            expect(ranking).toContain(u)
            if (mechanism === 'block' && ranking.includes(v))
              expect(ranking.indexOf(u)).toBeLessThan(ranking.indexOf(v))
          }
        }
      }),
    )
  })
})

describe('priority', () => {
  it('has as many exchanges as there can be, and serves the order as no other does', () => {
    fc.assert(
      fc.property(randomMarket(7), (market) => {
        const place = placesBy(market, 'priority', 2)
        const pairs = pairsOf(openPlaces(market, 'acceptable'))
        const served = (isIn: (v: number) => boolean) => market.order.map((v) => (isIn(v) ? '1' : '0')).join('')
        let best = served(() => false)
        let most = 0
        const extend = (from: number, covered: readonly number[]) => {
          const now = served((v) => covered.includes(v))
          if (now > best) best = now
          most = Math.max(most, covered.length)
          for (const [k, [u, v]] of pairs.entries())
            if (k >= from && !covered.includes(u) && !covered.includes(v)) extend(k + 1, [...covered, u, v])
        }
        extend(0, [])
        expect(served((v) => place[v] !== v)).toBe(best)
        expect(place.filter((v, u) => v !== u)).toHaveLength(most)
      }),
    )
  })

  it('brings nobody into an exchange by another answer than the truth, teacher or school', () => {
    fc.assert(
      fc.property(randomMarket(7, 3), (market) => {
        const truth = placesBy(market, 'priority', 2)
        const all = market.order.toSorted()
        for (const u of all) {
          if (truth[u] !== u) continue
          const others = subsets(all.filter((v) => v !== u))
          for (const told of others) {
            const got = placesBy(withWishes(market, u, told), 'priority', 2)[u] ?? u
            expect(market.wishes[u]).not.toContain(got)
            const came = placesBy(withRanking(market, u, told), 'priority', 2).indexOf(u)
            if (came !== u) expect(market.rankings[u]).not.toContain(came)
          }
        }
      }),
      { numRuns: 40 },
    )
  })
})

describe.each(['ttc', 'block'] as const)('%s', (mechanism) => {
  const rule = mechanism === 'block' ? 'improved' : 'acceptable'

  it('is better for no teacher by any other set of exchanges that is worse for none', () => {
    fc.assert(
      fc.property(randomMarket(6), (market) => {
        const place = placesBy(market, mechanism, 'any')
        const rank = (u: number, v: number) => rankIn(market.wishes[u] ?? [], u, v)
        for (const way of ways(openPlaces(market, rule))) {
          const changes = way.map((v, u) => rank(u, v) - rank(u, place[u] ?? u))
          expect(changes.some((change) => change < 0) && changes.every((change) => change <= 0)).toBe(false)
        }
      }),
    )
  })

  it.each([
    [5, 2, 60],
    [7, 7, 2],
  ])('with %i teachers no answer but the truth gets any of them a better place', (most, least, numRuns) => {
    fc.assert(
      fc.property(randomMarket(most, least), (market) => {
        const truth = placesBy(market, mechanism, 'any')
        for (const [u, wished] of market.wishes.entries()) {
          const had = rankIn(wished, u, truth[u] ?? u)
          let best = had
          for (const told of ordered(market.order.filter((v) => v !== u)))
            best = Math.min(best, rankIn(wished, u, placesBy(withWishes(market, u, told), mechanism, 'any')[u] ?? u))
          expect(best).toBe(had)
        }
      }),
      { numRuns },
    )
  })

  it.each([2, 3] as const)('with exchanges of at most %i leaves none among those who stay', (longest) => {
    fc.assert(
      fc.property(randomMarket(7), (market) => {
        const place = placesBy(market, mechanism, longest)
        const open = openPlaces(market, rule)
        const goes = (u: number, v: number) => place[u] === u && place[v] === v && open[u]?.includes(v) === true
        const left = market.order.flatMap((u) =>
          market.order.flatMap((v) =>
            market.order.filter(
              (w) => goes(u, v) && (w === u ? goes(v, u) : longest === 3 && goes(v, w) && goes(w, u)),
            ),
          ),
        )
        expect(left).toEqual([])
      }),
    )
  })
})
