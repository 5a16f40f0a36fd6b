import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { growthOf } from '../growth/growth.ts'
import { profileIntervals } from '../intervals/profile.ts'
import { madeUpData } from '../made-up-data.ts'
import { type Fit, fitModel } from './fit.ts'

function fitOf(
  formula: string,
  columns: Readonly<Record<string, readonly (number | string)[]>>,
  method: 'reml' | 'ml' = 'reml',
): Fit {
  const fit = fitModel(formula, madeUpData(columns), method)
  if (!fit.ok) throw new Error(JSON.stringify(fit))
  return fit
}

/** `groups` groups of `size` rows. */
const balanced = fc
  .record({ groups: fc.integer({ min: 3, max: 12 }), size: fc.integer({ min: 2, max: 6 }) })
  .chain(({ groups, size }) =>
    fc.record({
      g: fc.constant(Array.from({ length: groups * size }, (_, k) => Math.floor(k / size))),
      y: fc.array(fc.double({ min: -4, max: 4, noNaN: true }), { minLength: groups * size, maxLength: groups * size }),
      size: fc.constant(size),
      groups: fc.constant(groups),
    }),
  )

describe('a balanced one-way layout', () => {
  it('has the variances of its analysis of variance, or zero where that is negative', () => {
    fc.assert(
      fc.property(balanced, ({ g, y, size, groups }) => {
        const means = Array.from(
          { length: groups },
          (_, k) => y.slice(k * size, (k + 1) * size).reduce((s, v) => s + v, 0) / size,
        )
        const mean = means.reduce((sum, each) => sum + each, 0) / groups
        const within =
          y.reduce((sum, each, k) => sum + (each - (means[g[k] ?? 0] ?? 0)) ** 2, 0) / (groups * (size - 1))
        const between = (size * means.reduce((sum, each) => sum + (each - mean) ** 2, 0)) / (groups - 1)
        fc.pre(within > 1e-6 && Math.abs(between / within - 1) > 0.01)
        const fit = fitOf('y ~ 1 + (1 | g)', { g, y })
        expect(fit.fixed[0]?.estimate).toBeCloseTo(mean, 9)
        if (between > within) {
          expect(fit.boundary).toBe(false)
          expect(fit.residualVariance / within).toBeCloseTo(1, 7)
          expect((fit.random[0]?.covariance[0] ?? 0) / ((between - within) / size)).toBeCloseTo(1, 6)
        } else {
          expect(fit).toMatchObject({ boundary: true, random: [{ covariance: Float64Array.of(0) }] })
          const total = y.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (y.length - 1)
          expect(fit.residualVariance / total).toBeCloseTo(1, 9)
        }
      }),
    )
  })
})

describe('a fit', () => {
  const x = Array.from({ length: 120 }, (_, k) => Math.sin(k * 1.7) * 2 + (k % 7) / 3)
  const g = Array.from({ length: 120 }, (_, k) => `g${(k * 5) % 12}`)
  const h = Array.from({ length: 120 }, (_, k) => `h${(k * k) % 9}`)
  const u = (text: string, by: number) => Math.sin(Number(text.slice(1)) * by)
  const y = x.map(
    (each, k) => 1 + 0.5 * each + u(g[k] ?? '', 2.3) * (1 + each / 3) + u(h[k] ?? '', 1.1) + Math.cos(k * 2.9) * 0.8,
  )

  it.each(['y ~ x + (x | g)', 'y ~ x + (1 | g) + (1 | h)', 'y ~ x + (x | g) + (1 | h)'])(
    'of %s does not depend on the order of rows, nor on where x and y are measured from and in what',
    (formula) => {
      const fit = fitOf(formula, { x, y, g, h })
      const order = x.map((_, k) => (k * 77) % x.length)
      const turned = <T>(values: readonly T[]) => order.flatMap((k) => values.slice(k, k + 1))
      const again = fitOf(formula, { x: turned(x), y: turned(y), g: turned(g), h: turned(h) })
      expect(again.logLikelihood).toBeCloseTo(fit.logLikelihood, 8)
      expect(again.residualVariance / fit.residualVariance).toBeCloseTo(1, 7)
      const moved = fitOf(formula, { x: x.map((each) => 1000 + each * 50), y: y.map((each) => 10 * each - 7), g, h })
      const [slope, movedSlope] = [fit.fixed[1], moved.fixed[1]]
      expect((movedSlope?.estimate ?? 0) / (slope?.estimate ?? 1)).toBeCloseTo(10 / 50, 7)
      expect((movedSlope?.standardError ?? 0) / (slope?.standardError ?? 1)).toBeCloseTo(10 / 50, 7)
      expect(moved.residualVariance / fit.residualVariance).toBeCloseTo(100, 4)
      // REML: (n − p) responses are ten times as large, and the determinant of X'X is 50² as large.
      expect(moved.logLikelihood).toBeCloseTo(fit.logLikelihood - 118 * Math.log(10) - Math.log(50), 6)
    },
  )

  it('has variances and modes of the columns as they were given', () => {
    const fit = fitOf('y ~ x + (x | g)', { x, y, g })
    // x' = 1000 + 50 x: an intercept of b₀ − 20 b₁ and a slope of b₁ / 50.
    const moved = fitOf('y ~ x + (x | g)', { x: x.map((each) => 1000 + 50 * each), y, g })
    const [v00 = 0, v01 = 0, , v11 = 0] = fit.random[0]?.covariance ?? []
    const [m00 = 0, m01 = 0, , m11 = 0] = moved.random[0]?.covariance ?? []
    expect(m00 / (v00 - 40 * v01 + 400 * v11)).toBeCloseTo(1, 6)
    expect(m01 / ((v01 - 20 * v11) / 50)).toBeCloseTo(1, 6)
    expect(m11 / (v11 / 2500)).toBeCloseTo(1, 6)
    const [modes, movedModes] = [fit.modes()[0], moved.modes()[0]]
    modes?.levels.forEach((_, k) => {
      const [b0 = 0, b1 = 0] = modes.estimates.slice(2 * k, 2 * k + 2)
      expect(movedModes?.estimates[2 * k]).toBeCloseTo(b0 - 20 * b1, 5)
      expect(movedModes?.estimates[2 * k + 1]).toBeCloseTo(b1 / 50, 7)
      expect(movedModes?.conditionalSd[2 * k + 1]).toBeCloseTo((modes.conditionalSd[2 * k + 1] ?? 0) / 50, 7)
    })
  })

  it('counts the rows that miss something, and is that of the others', () => {
    const some = [...y]
    some[3] = Number.NaN
    some[50] = Number.NaN
    const without = <T>(values: readonly T[]) => values.filter((_, k) => k !== 3 && k !== 50)
    const fit = fitOf('y ~ x + (1 | g)', { x, y: some, g })
    const other = fitOf('y ~ x + (1 | g)', { x: without(x), y: without(y), g: without(g) })
    expect(fit).toMatchObject({ missingRows: 2, rowCount: 118, logLikelihood: other.logLikelihood })
  })

  it.each([
    ['y ~ x + I(2 * x) + (1 | g)', { reason: 'singular-design', term: 'I(2 * x)' }],
    ['y ~ x + one + (1 | g)', { reason: 'one-level', name: 'one' }],
    ['y ~ x + (1 | one)', { reason: 'one-group', group: 'one' }],
    ['y ~ x + (1 | row)', { reason: 'too-many-effects', group: 'row', effects: 120, rows: 120 }],
    ['y ~ x + (x | g) + (1 | g)', { reason: 'repeated-term', group: 'g', term: '(Intercept)' }],
    ['x ~ w + (1 | g)', { reason: 'unknown-column', name: 'w' }],
    ['g ~ x + (1 | h)', { reason: 'not-a-number', name: 'g' }],
    ['y ~ sin(x) + (1 | g)', { reason: 'unknown-function', name: 'sin' }],
    ['log(x - x) ~ 1 + (1 | g)', { reason: 'not-finite', name: 'log(x - x)', line: 2, column: 1 }],
    ['I(x - x) ~ 1 + (1 | g)', { reason: 'constant-response' }],
    ['x ~ I(x^3) + x + (1 | g)', { reason: 'perfect-fit' }],
  ])('of %s is refused', (formula, refusal) => {
    const columns = { x, y, g, h, one: g.map(() => 'a'), row: g.map((_, k) => `r${k}`) }
    expect(fitModel(formula, madeUpData(columns))).toMatchObject({ ok: false, ...refusal })
  })

  it('with too few rows is refused', () => {
    const few = { x: [1, 2, 4], y: [3, 1, 2], g: ['a', 'b', 'a'] }
    expect(fitModel('y ~ x + I(x^2) + (1 | g)', madeUpData(few))).toMatchObject({ reason: 'too-few-rows' })
  })
})

describe('a response that its columns nearly give', () => {
  it('keeps its digits: the fit is that of what is left, and the figures are those of the whole', () => {
    const g = Array.from({ length: 60 }, (_, k) => `g${k % 6}`)
    const x = Array.from({ length: 60 }, (_, k) => (k % 10) + Math.sin(k))
    const left = x.map((_, k) => Math.cos(k * 2.7) + Math.sin((k % 6) * 1.9))
    const small = fitOf('y ~ x + (1 | g)', { x, y: left, g })
    const large = fitOf('y ~ x + (1 | g)', { x, y: left.map((each, k) => each + 2 ** 20 * (3 + (x[k] ?? 0))), g })
    expect(large.residualVariance / small.residualVariance).toBeCloseTo(1, 8)
    expect(large.logLikelihood).toBeCloseTo(small.logLikelihood, 7)
    expect((large.fixed[1]?.estimate ?? 0) - 2 ** 20).toBeCloseTo(small.fixed[1]?.estimate ?? 0, 7)
    expect((large.fixed[0]?.estimate ?? 0) - 3 * 2 ** 20).toBeCloseTo(small.fixed[0]?.estimate ?? 0, 6)
    const [school, other] = [growthOf(small), growthOf(large)]
    if (!school.ok || !other.ok) throw new Error('There is an intercept')
    school.schools.forEach(({ growth, lower, achieved, expected }, k) => {
      expect(other.schools[k]?.growth).toBeCloseTo(growth, 7)
      expect(other.schools[k]?.lower).toBeCloseTo(lower, 7)
      expect((other.schools[k]?.achieved ?? 0) - (other.schools[k]?.expected ?? 0)).toBeCloseTo(achieved - expected, 6)
    })
    const [intercept, slope] = profileIntervals(small)
    const [moved, steeper] = profileIntervals(large)
    expect((moved?.lower ?? 0) - 3 * 2 ** 20).toBeCloseTo(intercept?.lower ?? 0, 5)
    expect((steeper?.upper ?? 0) - 2 ** 20).toBeCloseTo(slope?.upper ?? 0, 6)
  })
})

describe('terms of several columns, and terms that are true or false', () => {
  const count = 60
  const x = Array.from({ length: count }, (_, k) => (k === 7 ? Number.NaN : (k * 37) % 23))
  const g = Array.from({ length: count }, (_, k) => k % 6)
  const y = x.map((value, k) => (Number.isNaN(value) ? 1 : 0.2 * value * value - value + Math.sin(k * 2.1) + (k % 6)))

  it('poly(x, 2) fits what x and its square fit, with standard errors of its own', () => {
    const plain = fitOf('y ~ x + I(x^2) + (1 | g)', { x, y, g }, 'ml')
    const poly = fitOf('y ~ poly(x, 2) + (1 | g)', { x, y, g }, 'ml')
    expect(poly.fixed.map(({ term }) => term)).toEqual(['(Intercept)', 'poly(x, 2)1', 'poly(x, 2)2'])
    expect(poly.logLikelihood).toBeCloseTo(plain.logLikelihood, 8)
    expect(poly.missingRows).toBe(1)
    expect((poly.fixed[2]?.estimate ?? 0) / (poly.fixed[2]?.standardError ?? 0)).toBeCloseTo(
      (plain.fixed[2]?.estimate ?? 0) / (plain.fixed[2]?.standardError ?? 0),
      6,
    )
  })

  it('I(x > 10) is the factor that it says', () => {
    const large = x.map((value) => (Number.isNaN(value) ? Number.NaN : Number(value > 10)))
    const told = fitOf('y ~ large + (1 | g)', { large, y, g })
    for (const formula of ['y ~ I(x > 5 * 2) + (1 | g)', 'y ~ I((x >= 11)) + (1 | g)']) {
      const fit = fitOf(formula, { x, y, g })
      expect(fit.fixed[1]?.term).toMatch(/^I\(.*\)TRUE$/)
      expect(fit.missingRows).toBe(1)
      expect(fit.fixed[1]?.estimate).toBeCloseTo(told.fixed[1]?.estimate ?? 0, 9)
      expect(fit.logLikelihood).toBeCloseTo(told.logLikelihood, 9)
    }
  })

  it('a polynomial of more degrees than there are values is a singular design', () => {
    expect(fitModel('y ~ poly(z, 3) + (1 | g)', madeUpData({ z: g.map((each) => each % 3), y, g }))).toMatchObject({
      reason: 'singular-design',
      term: 'poly(z, 3)3',
    })
  })
})
