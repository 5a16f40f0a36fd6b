import { interceptName } from '../design/design-column.ts'
import { degreesOfFreedom } from '../fit/criterion.ts'
import { inverseFromCholesky } from '../fit/dense.ts'
import type { Fit } from '../fit/fit.ts'

/** Per level of a grouping, at one θ. */
export interface Predictions {
  readonly pupils: Int32Array
  readonly achieved: Float64Array
  readonly expected: Float64Array
  /** z̄'b̂: the random effects at the means of the level's own rows. */
  readonly growth: Float64Array
  /** Variance of z̄'(b̂ − b). */
  readonly errorVariance: Float64Array
  /** Variance of z̄'b between levels. */
  readonly variance: Float64Array
}

/**
 * What each level adds for its own rows, and with what error: σ²(ΛM⁻¹Λ' + ΛQ(X'V⁻¹X)⁻¹Q'Λ') with Q = M⁻¹Λ'Z'X
 * (Henderson 1975); the second part is what the fixed effects' errors add, which conditional standard deviations leave out.
 */
export function predictionsAt(fit: Fit, f: number, theta: Float64Array): Predictions {
  const { model, evaluator } = fit.interior
  const { products, layout } = evaluator
  const evaluation = evaluator.evaluate(theta)
  const { inverse, solved, lambdas } = evaluator.effects()
  const { p, zx } = products
  const w = p + 1
  const shape = products.factors[f]
  const factor = model.factors[f]
  const lambda = lambdas[f]
  if (shape === undefined || factor === undefined || lambda === undefined) throw new Error('The grouping was found')
  const { q, firstNode, firstEffect, levels } = shape
  const sigma2 = evaluation.rss / degreesOfFreedom(products, fit.method)
  const c = new Float64Array(p * p)
  inverseFromCholesky(evaluation.xFactor, p, new Float64Array(p * p), c)
  const one = model.fixed.findIndex(({ column }) => column.name === interceptName)
  const intercepts = factor.columns.findIndex(({ column }) => column.name === interceptName)
  const pupils = new Int32Array(levels)
  for (const code of factor.codes) pupils[code] = (pupils[code] ?? 0) + 1

  const achieved = new Float64Array(levels)
  const expected = new Float64Array(levels)
  const growth = new Float64Array(levels)
  const errorVariance = new Float64Array(levels)
  const variance = new Float64Array(levels)
  const weights = new Float64Array(q)
  const along = new Float64Array(p)
  for (let level = 0; level < levels; level++) {
    const n = pupils[level] ?? 1
    const at = (firstEffect + level * q) * w
    const sums = at + intercepts * w
    let own = model.responseCentre
    let fixed = 0
    for (let j = 0; j < p; j++) {
      const mean = (zx[sums + j] ?? 0) / n
      own += mean * (model.offset[j] ?? 0)
      fixed += mean * (evaluation.beta[j] ?? 0)
    }
    achieved[level] = own + (zx[sums + p] ?? 0) / n
    expected[level] = own + fixed
    // weights = Λ'z̄, so that z̄'b = weights'u
    for (let k = 0; k < q; k++) {
      let sum = 0
      for (let r = k; r < q; r++) sum += ((zx[at + r * w + one] ?? 0) / n) * (lambda[r * q + k] ?? 0)
      weights[k] = sum
    }
    const node = firstNode + level
    const row = layout.denseRow[node] ?? -1
    const [source, base, step] =
      row >= 0
        ? [inverse.dense, row * layout.denseSize + row, layout.denseSize]
        : [inverse.panels, layout.panel[layout.rank[node] ?? 0] ?? 0, q]
    along.fill(0)
    let u = 0
    let error = 0
    let spread = 0
    for (let k = 0; k < q; k++) {
      const weight = weights[k] ?? 0
      spread += weight * weight
      u += weight * (solved[at + k * w + p] ?? 0)
      for (let j = 0; j < p; j++) {
        const value = solved[at + k * w + j] ?? 0
        u -= weight * value * (evaluation.beta[j] ?? 0)
        along[j] = (along[j] ?? 0) + weight * value
      }
      for (let m = 0; m < q; m++) error += weight * (source[base + k * step + m] ?? 0) * (weights[m] ?? 0)
    }
    for (let i = 0; i < p; i++) {
      for (let j = 0; j < p; j++) error += (along[i] ?? 0) * (c[i * p + j] ?? 0) * (along[j] ?? 0)
    }
    growth[level] = u
    errorVariance[level] = error * sigma2
    variance[level] = spread * sigma2
  }
  return { pupils, achieved, expected, growth, errorVariance, variance }
}
