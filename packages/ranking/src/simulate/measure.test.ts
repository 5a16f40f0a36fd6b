import { describe, expect, it } from 'vitest'
import { randomFrom } from '../testing.ts'
import { expectedVotes } from './expected-votes.ts'
import { measureCoverage } from './measure.ts'
import { reachesTop, simulateSurvey } from './simulate-survey.ts'

const plan = {
  abilities: [1.2, 0.8, 0.4, 0, -0.4, -0.8, -1.2],
  top: 3,
  people: 40,
  questions: 12,
  pairs: 'random',
  disagreement: 0.7,
  tie: 0.4,
} as const

describe('a simulated survey', () => {
  it.each(['wins', 'bradley-terry', 'kemeny'] as const)('is held by the intervals of %s', (model) => {
    const { scores, ranks, topOfTop, topOfRest } = measureCoverage(plan, model, 40, randomFrom(3))
    expect(scores).toBeGreaterThan(0.91)
    expect(scores).toBeLessThan(0.99)
    expect(ranks).toBeGreaterThan(0.91)
    expect(topOfTop).toBeGreaterThan(topOfRest)
    // Three are in the top, and three chances are given away.
    expect(3 * topOfTop + 4 * topOfRest).toBeCloseTo(3, 6)
  })

  it('has the answers that are expected, from many people', () => {
    const two = { ...plan, abilities: [0.6, -0.3], people: 40_000, questions: 1, home: 0.3, top: 1 }
    const votes = simulateSurvey(two, randomFrom(4))
    const { table } = expectedVotes(two)
    const wins = votes.one.filter((one, vote) => one === 0 && votes.tied[vote] === 0).length
    const ties = votes.tied.filter((tied) => tied === 1).length
    const sum = (values: Float64Array) => values.reduce((all, each) => all + each, 0) / 2
    expect(wins / 40_000).toBeCloseTo(sum(table.wins), 1.9)
    expect(ties / 40_000).toBeCloseTo(sum(table.ties), 1.9)
  })

  it('never asks a person the same pair twice, whichever way pairs are chosen', () => {
    for (const pairs of ['random', 'adaptive'] as const) {
      const votes = simulateSurvey({ ...plan, pairs, questions: 21, people: 5 }, randomFrom(1))
      const seen = Array.from(votes.one, (one, vote) => {
        const other = votes.other[vote] ?? 0
        return [votes.voter[vote], Math.min(one, other), Math.max(one, other)].join()
      })
      expect(new Set(seen).size).toBe(5 * 21)
    }
  })

  it('reaches the top where the same are highest, in any order', () => {
    expect(reachesTop([3, 2, 1, 0], [5, 9, 2, 1], 2)).toBe(true)
    expect(reachesTop([3, 2, 1, 0], [5, 2, 9, 1], 2)).toBe(false)
  })
})
