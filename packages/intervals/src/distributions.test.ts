import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { betaBelow, betaQuantile, gammaBelow, gammaQuantile, logGamma, student975 } from './distributions.ts'

/** The area under a density by Simpson's rule: no more than its definition. */
function area(density: (x: number) => number, from: number, to: number): number {
  const parts = 4000
  const step = (to - from) / parts
  let sum = density(from) + density(to)
  for (let k = 1; k < parts; k++) sum += (k % 2 === 1 ? 4 : 2) * density(from + k * step)
  return (sum * step) / 3
}

describe('distributions', () => {
  test('the gamma function of whole numbers is a factorial', () => {
    let factorial = 1
    for (let n = 1; n < 60; n++) {
      expect(logGamma(n)).toBeCloseTo(Math.log(factorial), 10)
      factorial *= n
    }
    expect(Math.exp(logGamma(0.5))).toBeCloseTo(Math.sqrt(Math.PI), 12)
  })

  test('beta and gamma agree with the area under their densities', () => {
    const shapes = fc.double({ min: 3, max: 60, noNaN: true })
    fc.assert(
      fc.property(shapes, shapes, fc.double({ min: 0.05, max: 0.95, noNaN: true }), (a, b, x) => {
        const beta = (y: number) =>
          y <= 0 || y >= 1
            ? 0
            : Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + (a - 1) * Math.log(y) + (b - 1) * Math.log1p(-y))
        expect(betaBelow(x, a, b)).toBeCloseTo(area(beta, 0, x), 4)
        const gamma = (y: number) => (y <= 0 ? 0 : Math.exp((a - 1) * Math.log(y) - y - logGamma(a)))
        expect(gammaBelow(x * 2 * a, a)).toBeCloseTo(area(gamma, 0, x * 2 * a), 4)
      }),
      { numRuns: 60 },
    )
  })

  test('quantiles come back', () => {
    const shapes = fc.double({ min: 0.3, max: 200, noNaN: true })
    fc.assert(
      fc.property(shapes, shapes, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (a, b, p) => {
        expect(betaBelow(betaQuantile(p, a, b), a, b)).toBeCloseTo(p, 6)
        expect(gammaBelow(gammaQuantile(p, a), a)).toBeCloseTo(p, 6)
      }),
      { numRuns: 100 },
    )
  })

  test("Student's points are those of the printed tables", () => {
    expect([1, 2, 3, 5, 10, 30, 120].map((degrees) => Number(student975(degrees).toFixed(3)))).toEqual([
      12.706, 4.303, 3.182, 2.571, 2.228, 2.042, 1.98,
    ])
  })
})
