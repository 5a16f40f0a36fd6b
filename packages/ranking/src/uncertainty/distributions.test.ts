import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomFrom } from '../testing.ts'
import { betaBelow, betaFrom, betaQuantile, logGamma, normalBelow, normalFrom, t975 } from './distributions.ts'

describe('distributions', () => {
  it('have the logarithm of factorials', () => {
    let log = 0
    for (let k = 1; k < 150; k++) {
      expect(logGamma(k)).toBeCloseTo(log, 10)
      log += Math.log(k)
    }
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 12)
  })

  it('have the beta distribution of whole numbers as a binomial sum', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 1, max: 30 }),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        (a, b, x) => {
          const n = a + b - 1
          let sum = 0
          for (let k = a; k <= n; k++)
            sum += Math.exp(logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1)) * x ** k * (1 - x) ** (n - k)
          expect(betaBelow(x, a, b)).toBeCloseTo(sum, 9)
        },
      ),
    )
    expect(betaBelow(betaQuantile(0.025, 2.5, 40_000), 2.5, 40_000)).toBeCloseTo(0.025, 6)
    expect(betaBelow(betaQuantile(0.975, 223_000, 58_000), 223_000, 58_000)).toBeCloseTo(0.975, 6)
  })

  it('have the known points of Student and of the normal distribution', () => {
    for (const [degrees, point] of [
      [1, 12.706],
      [2, 4.303],
      [3, 3.182],
      [4, 2.776],
      [10, 2.228],
      [30, 2.042],
    ] as const)
      expect(Math.abs(t975(degrees) - point)).toBeLessThan(0.02)
    expect(normalBelow(1.959964)).toBeCloseTo(0.975, 6)
    expect(normalBelow(-1.644854)).toBeCloseTo(0.05, 6)
  })

  it.each([
    ['normal', 0, 1, normalFrom],
    ['beta', 0.3, 0.21 / 11, (random: () => number) => betaFrom(3, 7, random)],
    ['beta of little', 0.5, 0.25 / 1.4, (random: () => number) => betaFrom(0.2, 0.2, random)],
  ] as const)('draw %s with its mean and variance', (_, mean, variance, draw) => {
    const random = randomFrom(11)
    const drawn = Array.from({ length: 40_000 }, () => draw(random))
    const found = drawn.reduce((sum, each) => sum + each, 0) / drawn.length
    const spread = drawn.reduce((sum, each) => sum + (each - found) ** 2, 0) / drawn.length
    expect(Math.abs(found - mean)).toBeLessThan(4 * Math.sqrt(variance / drawn.length))
    expect(spread / variance).toBeGreaterThan(0.95)
    expect(spread / variance).toBeLessThan(1.05)
  })
})
