import { describe, expect, it } from 'vitest'
import { type Fit, fitModel } from '../fit/fit.ts'
import { madeUpData } from '../made-up-data.ts'
import { profileIntervals } from './profile.ts'

const rows = 96
const x = Array.from({ length: rows }, (_, k) => Math.sin(k * 1.3) * 2 + 5)
const g = Array.from({ length: rows }, (_, k) => `g${(k * 5) % 12}`)
const effect = (text: string, by: number) => Math.sin(Number(text.slice(1)) * by)
const y = x.map(
  (each, k) => 1 + 0.4 * each + effect(g[k] ?? '', 2.3) + 0.3 * each * effect(g[k] ?? '', 0.7) + Math.cos(k * 2.9),
)

function fitOf(
  formula: string,
  columns: Readonly<Record<string, readonly (number | string)[]>>,
  method: 'reml' | 'ml' = 'ml',
): Fit {
  const fit = fitModel(formula, madeUpData(columns), method)
  if (!fit.ok) throw new Error(JSON.stringify(fit))
  return fit
}

/** Half of χ²₁ at 95 %: how much log-likelihood is lost at the end of an interval. */
const lost = 3.841458820694124 / 2

describe('profile intervals', () => {
  it('of a fixed effect end where a fit with it held loses half of χ²', () => {
    const fit = fitOf('y ~ x + (x | g)', { x, y, g }, 'reml')
    const best = fitOf('y ~ x + (x | g)', { x, y, g }).logLikelihood
    const intervals = profileIntervals(fit)
    const [intercept, slope] = intervals
    for (const end of [slope?.lower ?? 0, slope?.upper ?? 0]) {
      const held = fitOf('y ~ 1 + (x | g)', { y: y.map((each, k) => each - end * (x[k] ?? 0)), x, g })
      expect(best - held.logLikelihood).toBeCloseTo(lost, 5)
    }
    for (const end of [intercept?.lower ?? 0, intercept?.upper ?? 0]) {
      const held = fitOf('y ~ 0 + x + (x | g)', { y: y.map((each) => each - end), x, g })
      expect(best - held.logLikelihood).toBeCloseTo(lost, 5)
    }
    expect(intervals.map(({ kind, terms }) => [kind, ...terms].join(' '))).toEqual([
      'fixed (Intercept)',
      'fixed x',
      'standard-deviation (Intercept)',
      'standard-deviation x',
      'correlation (Intercept) x',
      'residual',
    ])
    for (const { lower, upper } of intervals) expect(lower).toBeLessThan(upper)
  })

  it('of the spreads of a balanced layout end where its likelihood, written out, loses half of χ²', () => {
    const balanced = { y: y.map((each, k) => each - 0.4 * (x[k] ?? 0)), g }
    const fit = fitOf('y ~ 1 + (1 | g)', balanced)
    const size = rows / 12
    const means = new Map<string, number>()
    balanced.y.forEach((each, k) => {
      means.set(g[k] ?? '', (means.get(g[k] ?? '') ?? 0) + each / size)
    })
    const mean = [...means.values()].reduce((sum, each) => sum + each, 0) / 12
    const within = balanced.y.reduce((sum, each, k) => sum + (each - (means.get(g[k] ?? '') ?? 0)) ** 2, 0)
    const between = [...means.values()].reduce((sum, each) => sum + size * (each - mean) ** 2, 0)
    const logLikelihood = (spread: number, sigma: number) => {
      const group = sigma ** 2 + size * spread ** 2
      const constants = rows * Math.log(2 * Math.PI) + (rows - 12) * Math.log(sigma ** 2) + 12 * Math.log(group)
      return -(constants + within / sigma ** 2 + between / group) / 2
    }
    /** The most of a function of one number that rises, then falls. */
    const most = (f: (value: number) => number) => {
      let [low, high] = [1e-6, 20]
      for (let k = 0; k < 200; k++) {
        const [one, other] = [low + (high - low) * 0.382, low + (high - low) * 0.618]
        if (f(one) < f(other)) low = one
        else high = other
      }
      return f((low + high) / 2)
    }
    const best = most((spread) => most((sigma) => logLikelihood(spread, sigma)))
    expect(fit.logLikelihood).toBeCloseTo(best, 8)
    const [, spread, residual] = profileIntervals(fit)
    for (const end of [spread?.lower ?? 0, spread?.upper ?? 0]) {
      expect(best - most((sigma) => logLikelihood(end, sigma))).toBeCloseTo(lost, 5)
    }
    for (const end of [residual?.lower ?? 0, residual?.upper ?? 0]) {
      expect(best - most((value) => logLikelihood(value, end))).toBeCloseTo(lost, 5)
    }
  })

  it('of a spread that may be nothing start at zero', () => {
    const flat = { y: x.map((_, k) => Math.cos(k * 2.9)), g }
    const [, spread] = profileIntervals(fitOf('y ~ 1 + (1 | g)', flat))
    expect(spread).toMatchObject({ kind: 'standard-deviation', lower: 0 })
    expect(spread?.upper).toBeGreaterThan(0)
  })
})
