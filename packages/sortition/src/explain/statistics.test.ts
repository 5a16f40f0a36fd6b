import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { statisticsOf } from './statistics.ts'

describe('how equal chances are', () => {
  it('knows the figures of small cases', () => {
    expect(statisticsOf([0.1, 0.1, 0.1])).toMatchObject({ min: 0.1, max: 0.1, shareBelowEqual: 0, shareAboveEqual: 0 })
    expect(statisticsOf([0.1, 0.1, 0.1]).gini).toBeCloseTo(0, 12)
    const one = statisticsOf([0, 0, 0, 1])
    expect(one).toEqual({ min: 0, max: 1, gini: 0.75, geometricMean: 0, shareBelowEqual: 0.75, shareAboveEqual: 0.25 })
    // 150 people, 22 seats, half at 1/11 and half at the rest: worked out by hand.
    const halves = statisticsOf([...Array<number>(75).fill(1 / 11), ...Array<number>(75).fill(22 / 75 - 1 / 11)])
    expect(halves.gini).toBeCloseTo((22 / 75 - 2 / 11) / (2 * (22 / 75)), 12)
    expect(statisticsOf([])).toEqual({
      min: 0,
      max: 0,
      gini: 0,
      geometricMean: 0,
      shareBelowEqual: 0,
      shareAboveEqual: 0,
    })
  })

  it('agrees with the definition over all pairs', () => {
    const chances = fc.array(fc.double({ min: 0.001, max: 1, noNaN: true }), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(chances, (p) => {
        const found = statisticsOf(p)
        const sum = p.reduce((a, b) => a + b, 0)
        const pairs = p.flatMap((a) => p.map((b) => Math.abs(a - b))).reduce((a, b) => a + b, 0)
        expect(found.gini).toBeCloseTo(pairs / (2 * p.length * sum), 9)
        expect(found.geometricMean).toBeCloseTo(
          p.reduce((a, b) => a * b ** (1 / p.length), 1),
          9,
        )
        expect(found.min).toBe(Math.min(...p))
        expect(found.max).toBe(Math.max(...p))
        expect(found.geometricMean).toBeLessThanOrEqual(sum / p.length + 1e-12)
      }),
    )
  })
})
