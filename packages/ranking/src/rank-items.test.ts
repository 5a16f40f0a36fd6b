import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type RankingModel, type RankOptions, rankItems } from './rank-items.ts'
import { tellRanking, tellRefusal } from './tell/tell-ranking.ts'
import { anyVotes, baseballVotes, randomFrom, votesOf } from './testing.ts'

const models: readonly RankingModel[] = ['wins', 'bradley-terry', 'kemeny']
const options = (model: RankingModel): RankOptions => ({ model, random: randomFrom(1), draws: 100 })

describe('a ranking', () => {
  it.each(models)('by %s is whole and sound for any votes', (model) => {
    fc.assert(
      fc.property(anyVotes(), fc.boolean(), (list, people) => {
        const ranking = rankItems(votesOf(6, list, { people }), options(model))
        if (!ranking.ok) throw new Error(ranking.reason)
        expect(JSON.stringify(ranking)).not.toMatch(/null,"interval|NaN|Infinity/)
        expect(ranking.items.map(({ id }) => id).toSorted()).toEqual(['i0', 'i1', 'i2', 'i3', 'i4', 'i5'])
        expect(ranking.votes + ranking.ties).toBe(list.length)
        expect(ranking.components.flat()).toHaveLength(6)
        for (const { score, interval, rank, rankInterval, topProbability } of ranking.items) {
          expect(Number.isFinite(score)).toBe(true)
          expect(interval[0]).toBeLessThanOrEqual(score + 1e-9)
          expect(interval[1]).toBeGreaterThanOrEqual(score - 1e-9)
          expect(rankInterval[0]).toBeLessThanOrEqual(rank)
          expect(rankInterval[1]).toBeGreaterThanOrEqual(rank)
          expect(topProbability).toBeGreaterThanOrEqual(0)
          expect(topProbability).toBeLessThanOrEqual(1)
        }
        expect(ranking.items.reduce((sum, { topProbability }) => sum + topProbability, 0)).toBeCloseTo(ranking.top, 6)
      }),
      { numRuns: 50 },
    )
  })

  it('gives items that did as well the same rank, and says that all are alike', () => {
    const even = votesOf(
      4,
      [0, 1, 2, 3].flatMap((a) => [0, 1, 2, 3].flatMap((b) => (a < b ? [[a, b, true, 0] as const] : []))),
    )
    for (const model of ['wins', 'bradley-terry'] as const) {
      const ranking = rankItems(even, options(model))
      if (!ranking.ok) throw new Error(ranking.reason)
      expect(ranking.items.map(({ rank }) => rank)).toEqual([1, 1, 1, 1])
      expect(ranking.alike).toEqual([['i0', 'i1', 'i2', 'i3']])
      expect(tellRanking(ranking, 'en').join(' ')).toContain('In place 1 together')
    }
  })

  it('names sets that no vote connects', () => {
    const ranking = rankItems(
      votesOf(6, [
        [0, 1, false, 0],
        [1, 2, false, 0],
        [4, 3, false, 0],
      ]),
      options('bradley-terry'),
    )
    if (!ranking.ok) throw new Error(ranking.reason)
    expect(ranking.components).toEqual([['i0', 'i1', 'i2'], ['i3', 'i4'], ['i5']])
    expect(ranking.items.find(({ id }) => id === 'i4')?.component).toBe(1)
    expect(tellRanking(ranking, 'nl').join(' ')).toContain('3 groepen onderwerpen die nooit met elkaar zijn vergeleken')
  })

  it('works with one item, and with none', () => {
    for (const model of models) {
      const one = rankItems(votesOf(1, []), options(model))
      if (!one.ok) throw new Error(one.reason)
      expect(one.items).toMatchObject([{ id: 'i0', rank: 1, rankInterval: [1, 1], topProbability: 1 }])
      const none = rankItems(votesOf(0, []), options(model))
      expect(!none.ok && tellRefusal(none, 'nl')).toBe('Er is niets om te rangschikken.')
    }
  })

  it('tells the margin of the winner', () => {
    const ranking = rankItems(baseballVotes(), options('kemeny'))
    if (!ranking.ok) throw new Error(ranking.reason)
    expect(ranking.kemeny).toEqual({ against: 97, winner: 'Milwaukee', margin: 1, runnerUp: 'New York' })
    expect(tellRanking(ranking, 'nl')).toContain(
      '"Milwaukee" wint met 1 stemmen marge: zoveel meer stemmen gaan in tegen de beste volgorde met "New York" bovenaan.',
    )
    const circle = Array.from({ length: 26 }, (_, k) => [k, (k + 1) % 26, false, 0] as const)
    const refused = rankItems(votesOf(26, circle), options('kemeny'))
    expect(!refused.ok && tellRefusal(refused, 'en')).toContain('26 items win from each other in a circle')
  })
})
