import { describe, expect, it } from 'vitest'
import { randomFrom } from '../testing.ts'
import { normalFrom } from './distributions.ts'
import { rankUncertainty } from './rank-uncertainty.ts'

const ranks = Float64Array.of(1, 2, 3, 4)

function drawn(means: readonly number[], spread: number, draws = 4000): Float64Array {
  const random = randomFrom(4)
  return Float64Array.from(
    { length: draws * means.length },
    (_, k) => (means[k % means.length] ?? 0) + spread * normalFrom(random),
  )
}

describe('uncertainty of ranks', () => {
  it('is none where draws always agree', () => {
    const { intervals, topProbabilities, alike } = rankUncertainty(drawn([9, 6, 3, 0], 0.1), ranks, 2)
    expect(intervals).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
      [4, 4],
    ])
    expect([...topProbabilities]).toEqual([1, 1, 0, 0])
    expect(alike).toEqual([])
  })

  it('tells two pairs apart, not those within them', () => {
    const { intervals, topProbabilities, alike } = rankUncertainty(drawn([9, 9, 0, 0], 1), ranks, 1)
    expect(intervals).toEqual([
      [1, 2],
      [1, 2],
      [3, 4],
      [3, 4],
    ])
    expect(topProbabilities[0]).toBeCloseTo(0.5, 1)
    expect(alike).toEqual([
      [0, 1],
      [2, 3],
    ])
  })

  it('lets rows overlap where neighbours are alike and the ends are not', () => {
    const { alike } = rankUncertainty(drawn([3, 2, 1, 0], 0.7), ranks, 2)
    expect(alike).toEqual([
      [0, 1],
      [1, 2],
      [2, 3],
    ])
  })

  it('takes ranks for what they are, holds the rank that is told, and adds up', () => {
    const asRanks = Float64Array.from({ length: 400 }, (_, k) => (k % 4) + 1)
    const { intervals } = rankUncertainty(asRanks, Float64Array.of(2, 1, 3, 4), 2, { lowestFirst: true })
    expect(intervals).toEqual([
      [1, 2],
      [1, 2],
      [3, 3],
      [4, 4],
    ])
    const { topProbabilities } = rankUncertainty(drawn([1, 0.5, 0.2, 0], 1), ranks, 2)
    expect(topProbabilities.reduce((sum, each) => sum + each, 0)).toBeCloseTo(2, 9)
  })
})
