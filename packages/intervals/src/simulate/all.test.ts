import { describe, expect, test } from 'vitest'
import { coverageOfAll } from './all.ts'
import { atSizes, type Coverage, heldShare, holds, meanHeld } from './coverage.ts'
import { randomFrom } from './draws.ts'
import { answersOf, meanOf, opinions } from './opinions.ts'

/** Few rounds a cell: the mean of hundreds of cells is sure to half a percent all the same. */
const all = coverageOfAll(20)

describe('how often intervals hold the truth', () => {
  test.each(all.map((each) => [each.name, each] as const))('%s', (_, { cells, shown }: Coverage) => {
    expect(meanHeld(cells)).toBeGreaterThan(0.935)
    expect(meanHeld(cells)).toBeLessThan(0.97)
    if (!shown) return
    for (const some of atSizes(cells).values()) {
      expect(meanHeld(some), some[0]?.size).toBeGreaterThan(0.92)
      expect(meanHeld(some), some[0]?.size).toBeLessThan(0.985)
    }
    // Of twenty rounds a cell that holds nine in ten is never below this; one that holds six in ten nearly always is.
    const worst = cells.reduce((low, cell) => (cell.held < low.held ? cell : low))
    expect(worst.held, `${worst.size}: ${worst.truth}`).toBeGreaterThan(0.65)
  })

  test('of shares, which need no chance, no share lies far beside', () => {
    const held = all.filter(({ name }) => name === 'share').flatMap(({ cells }) => cells.map((cell) => cell.held))
    expect(Math.min(...held)).toBeGreaterThan(0.925)
  })

  test('the measure itself sees an interval that is too narrow: the usual one, of five answers', () => {
    const random = randomFrom(3)
    const held = opinions(5).map(({ chances }) =>
      heldShare(100, () => {
        const values = answersOf(chances, 5, random)
        const mean = values.reduce((sum, value) => sum + value, 0) / 5
        const error = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 4 / 5)
        return holds([mean - 1.96 * error, mean + 1.96 * error], meanOf(chances))
      }),
    )
    expect(held.reduce((sum, each) => sum + each, 0) / held.length).toBeLessThan(0.88)
  })
})
