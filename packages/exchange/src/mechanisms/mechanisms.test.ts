import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { solveExchange } from '../solve/solve-exchange.ts'
import { compareMechanisms } from './compare-mechanisms.ts'
import { guaranteeOf } from './guarantees.ts'
import type { Longest } from './mechanism.ts'
import { solveMechanism } from './solve-mechanism.ts'
import { takeWhatIsLeft } from './take-what-is-left.ts'
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
  weightOf,
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

/** Everybody accepts who comes, in the order of these rankings. */
function marketWith(
  wishes: readonly (readonly number[])[],
  rankings: readonly (readonly number[])[],
  order: readonly number[],
) {
  return { n: wishes.length, wishes, rankings, order }
}

describe('where nothing is claimed of clever answers', () => {
  const rivals = marketWith([[], [3], [3], [2, 1]], [[], [3], [3], [1, 2]], [1, 2, 0, 3])

  it('priority: who ranks partners gets the better one by hiding the other', () => {
    expect(guaranteeOf('priority', 2).teachers.cleverAnswers).toBe('never-gain-a-match')
    expect(placesBy(rivals, 'priority', 2)[3]).toBe(1)
    expect(placesBy(withWishes(rivals, 3, [2]), 'priority', 2)[3]).toBe(2)
  })

  it('optimal: the same, where the weights prefer the other', () => {
    expect(guaranteeOf('optimal', 2).teachers.cleverAnswers).toBe('may-gain')
    expect(weightOf(2, 3) + weightOf(3, 2)).toBeGreaterThan(weightOf(1, 3) + weightOf(3, 1))
    const best = (told: readonly number[]) => solveExchange(fileOf(withWishes(rivals, 3, told))).cycles
    expect(best([1, 2])).toEqual([[2, 3]])
    expect(best([1])).toEqual([[1, 3]])
  })

  it.each(['ttc', 'block'] as const)('%s: a school gets whom it likes better by refusing another', (mechanism) => {
    expect(guaranteeOf(mechanism, 'any').schools.cleverAnswers).toBe('may-gain')
    expect(placesBy(rivals, mechanism, 'any').indexOf(3)).toBe(2)
    expect(placesBy(withRanking(rivals, 3, [1]), mechanism, 'any').indexOf(3)).toBe(1)
    expect(placesBy(rivals, mechanism, 'any')[2]).toBe(3)
    expect(placesBy(withRanking(rivals, 3, [1]), mechanism, 'any')[1]).toBe(3)
  })

  const circles = {
    2: marketWith([[1, 2], [2, 0], [0]], [[1, 2], [0], [0, 1]], [1, 2, 0]),
    3: marketWith([[1, 3], [2, 0], [3], [0]], [[1, 3], [0], [1], [0, 2]], [1, 2, 3, 0]),
  }

  it.each([
    ['ttc', 2],
    ['ttc', 3],
    ['block', 2],
    ['block', 3],
  ] as const)('%s with exchanges of at most %i: who would be in a circle too long hides that', (mechanism, longest) => {
    expect(guaranteeOf(mechanism, longest).teachers.cleverAnswers).toBe('may-gain')
    expect(placesBy(circles[longest], mechanism, longest)[1]).toBe(1)
    expect(placesBy(withWishes(circles[longest], 1, [0]), mechanism, longest)[1]).toBe(0)
  })
})

describe('takeWhatIsLeft', () => {
  it.each([
    [2, [0, 1, 2, 4, 3]],
    [3, [1, 2, 0, 4, 3]],
  ] as const)('lets those who stay exchange by at most %i, and nobody else', (longest, expected) => {
    const place = Int32Array.of(0, 1, 2, 4, 3)
    takeWhatIsLeft([[3, 1], [2], [0], [0], [3]], [4, 3, 2, 1, 0], longest, place)
    expect([...place]).toEqual(expected)
  })
})

describe('verifyMechanism', () => {
  const market = marketWith([[1, 2], [2, 0], [0]], [[1, 2], [0], [0, 1]], [1, 2, 0])
  const file = fileOf(market)
  const traded = solveMechanism(file, 'ttc', 'any')
  const short = solveMechanism(file, 'ttc', 2)
  const served = solveMechanism(file, 'priority', 2)

  it.each([
    ['another-file', { ...traded, n: 4 }],
    ['claims-too-much', { ...traded, longest: 3 as const, certificate: served.certificate }],
    ['claims-too-much', { ...served, longest: 3 as const }],
    ['claims-too-much', { ...traded, bound: traded.bound + 1 }],
    ['claims-too-much', { ...traded, certificate: { ...traded.certificate, rounds: [0, 0, 1] } }],
    ['no-cycle', { ...traded, longest: 2 as const }],
    ['no-cycle', { ...traded, cycles: [[0, 3]] }],
    ['twice-in-a-cycle', { ...traded, cycles: [[0, 1, 2, 0]] }],
    ['not-an-edge', { ...traded, cycles: [[0, 2, 1]] }],
    ['wrong-objective', { ...traded, objective: traded.objective + 1 }],
    ['exchange-left', { ...short, cycles: [], objective: 0, ...gapTo(0, short.bound) }],
    ['not-the-best', { ...served, cycles: [], objective: 0, ...gapTo(0, served.bound) }],
    ['not-best-remaining', { ...traded, ...settledAs([[0, 2]], [0, 1, 0]) }],
  ])('refuses what is forged: %s', (why, forged) => {
    expect(verifyMechanism(file, forged)).toEqual({ sound: false, why })
  })

  it('does not call the gap nothing where what is accepted is worth less than nothing', () => {
    const graph = { n: 2, from: Int32Array.of(0, 1), to: Int32Array.of(1, 0), weight: Float64Array.of(-5, -5) }
    const unwanted = { ok: true, directed: true, graph, scale: 1 } as const
    const answer = solveMechanism(unwanted, 'priority', 2)
    expect(answer).toMatchObject({ cycles: [[0, 1]], objective: -10, bound: 0, optimal: false, gap: 1 })
    expect(verifyMechanism(unwanted, answer)).toEqual({ sound: true })
  })

  function gapTo(worth: number, bound: number) {
    return { optimal: worth === bound, gap: bound === 0 ? 0 : (bound - worth) / bound }
  }

  function settledAs(cycles: readonly (readonly number[])[], rounds: readonly number[]) {
    const objective = weightOf(0, 2) + weightOf(2, 0)
    const certificate = { kind: 'rounds' as const, scale: 1, rounds }
    return { cycles, objective, certificate, ...gapTo(objective, traded.bound) }
  }
})

describe('compareMechanisms', () => {
  it('tells what each reaches: optimal most weight, priority most exchanges', () => {
    fc.assert(
      fc.property(randomMarket(7), (market) => {
        const rows = compareMechanisms(fileOf(market))
        const of = (mechanism: string, longest: Longest) =>
          rows.find((row) => row.mechanism === mechanism && row.longest === longest)
        expect(rows.map(({ guarantee }) => guarantee.mechanism)).toEqual(rows.map(({ mechanism }) => mechanism))
        const twos = rows.filter(({ longest }) => longest === 2)
        expect(twos.map(({ mechanism }) => mechanism)).toEqual(['optimal', 'priority', 'ttc', 'block'])
        for (const { mechanism, exchanges, teachers, weight } of twos) {
          expect(teachers).toBe(2 * exchanges)
          expect(weight).toBeLessThanOrEqual(of('optimal', 2)?.weight ?? -1)
          expect(exchanges, mechanism).toBeLessThanOrEqual(of('priority', 2)?.exchanges ?? -1)
        }
        expect(rows).toHaveLength(8)
      }),
      { numRuns: 30 },
    )
  })
})
