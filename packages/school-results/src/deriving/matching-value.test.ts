import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maskedRange, matchingValue, samplingRange } from './matching-value.ts'

const shares = fc.uniqueArray(fc.integer({ min: 0, max: 9999 }), { minLength: 2, maxLength: 60 })

describe('the value under which as many shares lie', () => {
  it('is the next share above them where all are known', () => {
    fc.assert(
      fc.property(shares, fc.nat(59), (values, rank) => {
        const below = rank % values.length
        const exact = values.map((value) => ({ low: value / 100, high: value / 100 }))
        const value = matchingValue(exact, below)
        expect(exact.filter(({ low }) => low < value - 1e-9)).toHaveLength(below)
        const sorted = values.toSorted((one, other) => one - other)
        expect(value).toBeCloseTo((sorted[below] ?? 0) / 100, 8)
        expect(maskedRange(exact, below)).toEqual([(sorted[below] ?? 0) / 100, (sorted[below] ?? 0) / 100])
      }),
    )
  })

  it('counts a masked share as the part of its interval that is below, and stays in the range that the masks leave', () => {
    expect(
      matchingValue(
        [
          { low: 20, high: 40 },
          { low: 90, high: 90 },
        ],
        0.5,
      ),
    ).toBeCloseTo(30, 8)
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(80), fc.nat(20)), { minLength: 3, maxLength: 30 }),
        fc.nat(29),
        (intervals, rank) => {
          const masked = intervals.map(([low, width]) => ({ low, high: low + width }))
          const below = rank % masked.length
          const [least, most] = maskedRange(masked, below)
          const value = matchingValue(masked, below)
          expect(value).toBeGreaterThanOrEqual(least - 1e-9)
          expect(value).toBeLessThanOrEqual(most + 1e-9)
        },
      ),
    )
  })
})

describe('the interval over other schools', () => {
  const known = (count: number) => Array.from({ length: count }, (_, i) => ({ low: i, high: i }))

  it('has the ranks of a binomial: of 100 shares the median is between the 40th and 61st', () => {
    // Conover's table for n = 100, p = 0.5: P(40 ≤ X < 61) = 0.9540.
    expect(samplingRange(known(100), 50)).toEqual([39, 60])
  })

  it('is open where there are too few schools below to tell', () => {
    expect(samplingRange(known(60), 0)).toEqual([null, 0])
    expect(samplingRange(known(60), 1)[0]).toBeNull()
  })

  it('holds the true value in 95 % of samples', () => {
    // A linear congruential generator: the same samples every time.
    let state = 20261122
    const next = () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0
      return state / 2 ** 32
    }
    let held = 0
    for (let sample = 0; sample < 2000; sample++) {
      const draws = Array.from({ length: 80 }, () => 100 * next())
      const [low, high] = samplingRange(
        draws.map((value) => ({ low: value, high: value })),
        16,
      )
      if ((low ?? 0) <= 20 && 20 <= (high ?? 100)) held++
    }
    expect(held / 2000).toBeGreaterThanOrEqual(0.95)
  })
})
