import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { measureTop } from '../simulate/measure.ts'
import { simulateSurvey } from '../simulate/simulate-survey.ts'
import { randomFrom } from '../testing.ts'
import { learn, openBelief } from './belief.ts'
import { believeVotes } from './believe-votes.ts'
import { nextPair } from './next-pair.ts'

const spaced = (items: number, spacing: number) =>
  Array.from({ length: items }, (_, item) => spacing * ((items - 1) / 2 - item))

describe('the next pair', () => {
  it('is never one the person has seen, until all are', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 7 }), fc.nat(), (n, seed) => {
        const random = randomFrom(seed)
        const belief = openBelief(n)
        const seen = new Set<string>()
        const isSeen = (a: number, b: number) => seen.has([Math.min(a, b), Math.max(a, b)].join())
        for (let turn = 0; turn < (n * (n - 1)) / 2; turn++) {
          const pair = nextPair(belief, { top: 2, isSeen, random })
          if (pair === undefined) throw new Error('no pair while some are left')
          expect(pair.first).not.toBe(pair.second)
          expect(isSeen(pair.first, pair.second)).toBe(false)
          seen.add([Math.min(pair.first, pair.second), Math.max(pair.first, pair.second)].join())
          learn(belief, pair.first, pair.second, random() < 0.7 ? 1 : 0)
        }
        expect(nextPair(belief, { top: 2, isSeen, random })).toBeUndefined()
      }),
    )
  })

  it('asks about the boundary: items in the middle of the order more than those at its ends', () => {
    const votes = simulateSurvey(
      { abilities: spaced(19, 0.4), top: 6, people: 60, questions: 20, pairs: 'adaptive', disagreement: 0 },
      randomFrom(3),
    )
    const shown = new Float64Array(19)
    for (const item of [...votes.one, ...votes.other]) shown[item] = (shown[item] ?? 0) + 1
    const around = (shown[5] ?? 0) + (shown[6] ?? 0)
    expect(around).toBeGreaterThan(4 * ((shown[17] ?? 0) + (shown[18] ?? 0)))
    // The share of those who are shown least keeps everyone in sight: one in eight questions, divided over 19 items.
    expect(Math.min(...shown)).toBeGreaterThan(votes.one.length / 8 / 19 / 2)
  })

  it('gives newly added items their votes: each is shown as often as the others of its rank were', () => {
    const abilities = [2, 1.6, 1.2, 0.8, 0, -0.4, -0.8, -1.2, -1.6, 1.4, -2]
    const plan = { abilities, top: 4, people: 60, questions: 24, pairs: 'adaptive', disagreement: 0 } as const
    const votes = simulateSurvey({ ...plan, newcomersFrom: 9 }, randomFrom(5))
    const shown = new Float64Array(11)
    const half = votes.one.length / 2
    for (const [vote, one] of votes.one.entries()) {
      if (vote < half) expect(Math.max(one, votes.other[vote] ?? 0)).toBeLessThan(9)
      else for (const item of [one, votes.other[vote] ?? 0]) shown[item] = (shown[item] ?? 0) + 1
    }
    const mean = (2 * half) / 11
    expect(shown[9]).toBeGreaterThan(mean)
    expect(shown[10]).toBeGreaterThan(mean / 4)
    expect((shown[9] ?? 0) + (shown[10] ?? 0)).toBeLessThan(half)
  })

  it('finds the top more often than pairs at random do with as many votes', () => {
    const plan = { abilities: spaced(19, 0.2222), top: 6, people: 60, questions: 12, disagreement: 0 } as const
    const surveys = 50
    const chosen = measureTop({ ...plan, pairs: 'adaptive' }, surveys, randomFrom(1))
    const atRandom = measureTop({ ...plan, pairs: 'random' }, surveys, randomFrom(2))
    expect(chosen.votes).toBe(720)
    expect(chosen.reached).toBeGreaterThan(atRandom.reached)
  })

  it('lets the item that was shown least be seen, one time in eight', () => {
    const belief = { ...openBelief(5), shown: Float64Array.of(9, 9, 2, 9, 9) }
    const pair = nextPair(belief, { top: 2, isSeen: () => false, random: () => 0.01 })
    expect(pair?.why).toBe('share')
    expect([pair?.first, pair?.second]).toContain(2)
    expect(nextPair(belief, { top: 2, isSeen: () => false, random: () => 0.2 })?.why).toBe('boundary')
  })

  it('believes after votes one by one what it believes of them all at once', () => {
    const plan = {
      abilities: spaced(8, 0.4),
      top: 3,
      people: 40,
      questions: 10,
      pairs: 'random',
      disagreement: 0,
    } as const
    const votes = simulateSurvey(plan, randomFrom(6))
    const belief = openBelief(8)
    for (const [vote, one] of votes.one.entries()) learn(belief, one, votes.other[vote] ?? 0, 1)
    const atOnce = believeVotes(votes)
    for (const [item, mean] of atOnce.mean.entries()) {
      expect(Math.abs(mean - (belief.mean[item] ?? 0))).toBeLessThan(0.15)
      const [one, other] = [atOnce.covariance[item * 9] ?? 0, belief.covariance[item * 9] ?? 1]
      expect(Math.abs(one / other - 1)).toBeLessThan(0.1)
    }
    expect(atOnce.shown).toEqual(belief.shown)
  })

  it('learns as a likelihood does: a vote moves items apart, and makes them surer', () => {
    const belief = openBelief(3)
    learn(belief, 0, 1, 1)
    expect(belief.mean[0]).toBeGreaterThan(0)
    expect(belief.mean[1]).toBeCloseTo(-(belief.mean[0] ?? 0), 12)
    expect(belief.mean[2]).toBe(0)
    expect(belief.covariance[0]).toBeLessThan(1.5 ** 2)
    expect(belief.covariance[8]).toBe(1.5 ** 2)
  })
})
