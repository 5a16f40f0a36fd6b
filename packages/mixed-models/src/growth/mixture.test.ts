import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mixtureQuantile, normalBelow } from './mixture.ts'

describe('quantiles of a mixture', () => {
  it('are those of the normal distribution where there is one part', () => {
    expect(mixtureQuantile([{ weight: 1, mean: 3, deviation: 2 }], 0.975)).toBeCloseTo(3 + 2 * 1.959964, 5)
    expect(mixtureQuantile([{ weight: 1, mean: 3, deviation: 2 }], 0.025)).toBeCloseTo(3 - 2 * 1.959964, 5)
  })

  it('have that share of the mixture below them', () => {
    const part = fc.record({
      weight: fc.double({ min: 0.1, max: 1, noNaN: true }),
      mean: fc.double({ min: -5, max: 5, noNaN: true }),
      deviation: fc.double({ min: 0.1, max: 3, noNaN: true }),
    })
    fc.assert(
      fc.property(
        fc.array(part, { minLength: 1, maxLength: 5 }),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        (parts, share) => {
          const total = parts.reduce((sum, { weight }) => sum + weight, 0)
          const mixture = parts.map((each) => ({ ...each, weight: each.weight / total }))
          const at = mixtureQuantile(mixture, share)
          const below = mixture.reduce(
            (sum, { weight, mean, deviation }) => sum + weight * normalBelow((at - mean) / deviation),
            0,
          )
          expect(below).toBeCloseTo(share, 8)
        },
      ),
    )
  })

  it('stand at the value of a part without spread', () => {
    expect(mixtureQuantile([{ weight: 1, mean: 0.7, deviation: 0 }], 0.3)).toBeCloseTo(0.7, 10)
  })

  it('come from a distribution function that sums up the density', () => {
    let sum = 0.5
    for (let k = 0; k < 2000; k++) sum += (Math.exp(-(((k + 0.5) / 1000) ** 2) / 2) / Math.sqrt(2 * Math.PI)) * 0.001
    expect(normalBelow(2)).toBeCloseTo(sum, 6)
    expect(normalBelow(-2)).toBeCloseTo(1 - sum, 6)
  })
})
