import { type Frame, type FrameRefusal, frameOf } from '../data/frame.ts'
import type { ModelData } from '../data/model-data.ts'
import { interceptName } from '../design/design-column.ts'
import { type FormulaRefusal, type ModelFormula, parseFormula } from '../formula/model-formula.ts'
import { blockLayout } from './block-layout.ts'
import { degreesOfFreedom, type Method } from './criterion.ts'
import { crossProducts } from './cross-products.ts'
import { inverseFromCholesky } from './dense.ts'
import { type Evaluation, type Evaluator, evaluatorOf } from './evaluation.ts'
import { findOptimum, type Optimum } from './optimum.ts'
import { type DesignRefusal, leastSquares, prepare } from './prepare.ts'
import { conditionalModes, type GroupModes, type RandomBlock, randomBlocks } from './random-effects.ts'
import { lessFixed, momentsOf, type Standardised } from './standardise.ts'

export interface FixedEffect {
  readonly term: string
  readonly estimate: number
  readonly standardError: number
}

/** A fitted model; variances in squared units of the response. */
export interface Fit {
  readonly ok: true
  readonly method: Method
  readonly rowCount: number
  readonly missingRows: number
  readonly fixed: readonly FixedEffect[]
  /** Covariance of the fixed effects, p × p, row by row. */
  readonly fixedCovariance: Float64Array
  readonly random: readonly RandomBlock[]
  readonly residualVariance: number
  readonly logLikelihood: number
  readonly converged: boolean
  readonly boundary: boolean
  readonly groups: readonly { readonly name: string; readonly levels: readonly string[] }[]
  /** Factors among the effects; the first level is the one that the others are compared with. */
  readonly factors: readonly { readonly name: string; readonly levels: readonly string[] }[]
  /** Conditional modes (BLUPs) and their standard deviations, computed when asked. */
  modes(): readonly GroupModes[]
  /** For intervals and indicators that look further into the model. */
  readonly interior: Interior
}

export interface Interior {
  readonly model: Standardised
  readonly evaluator: Evaluator
  readonly evaluation: Evaluation
  readonly optimum: Optimum
}

export type FitRefusal =
  | FormulaRefusal
  | FrameRefusal
  | DesignRefusal
  /** The columns give every response exactly: the likelihood has no maximum. */
  | { readonly ok: false; readonly reason: 'perfect-fit' }
  /** Groups cross so much that a full matrix of this many effects would be left. */
  | { readonly ok: false; readonly reason: 'too-crossed'; readonly effects: number }

/** A formula with the rows it is fitted on. */
export interface ModelFrame {
  readonly ok: true
  readonly formula: ModelFormula
  readonly frame: Frame
}

/** Reads a formula and, from the data, everything it names; what can be wrong with a file is found here. */
export function modelFrame(formulaText: string, data: ModelData): ModelFrame | FormulaRefusal | FrameRefusal {
  const formula = parseFormula(formulaText)
  if (!formula.ok) return formula
  const frame = frameOf(formula, data)
  return frame.ok ? { ok: true, formula, frame } : frame
}

/**
 * Fits a linear mixed model by REML (or ML), as lme4's `lmer(formula, data)` does: profiled criterion, sparse Cholesky
 * factor, and on top of that exact gradients. Convergence and a fit at the boundary are said, not hidden.
 */
export function fitFrame({ formula, frame }: ModelFrame, method: Method = 'reml'): Fit | FitRefusal {
  const prepared = prepare(formula, frame)
  if (!prepared.ok) return prepared
  const fit = fitPrepared(prepared.model, method)
  if (!fit.ok) return fit
  const factors = [...frame.variables].flatMap(([name, variable]) =>
    variable.kind === 'factor' ? [{ name, levels: variable.levels }] : [],
  )
  return { ...fit, missingRows: frame.missingRows, factors }
}

/** `modelFrame` and `fitFrame` in one. */
export function fitModel(formulaText: string, data: ModelData, method: Method = 'reml'): Fit | FitRefusal {
  const read = modelFrame(formulaText, data)
  return read.ok ? fitFrame(read, method) : read
}

/** Three full matrices of this size are 3.5 GB. */
const mostDense = 12_000
/** Less of the response's square than this left by the fixed columns, and its sums are taken again of what is left. */
const nearlyGiven = 0.05

function fitPrepared(prepared: Standardised, method: Method): Fit | FitRefusal {
  let model = prepared
  let products = crossProducts(model)
  const { p, rowCount } = products
  const total = products.xx[(p + 1) * (p + 1) - 1] ?? 0
  const least = leastSquares(products.xx, p)
  if ('dependent' in least) {
    const column = model.fixed[least.dependent]?.column
    const empty = column !== undefined && momentsOf(column, rowCount).size === 0
    return { ok: false, reason: 'singular-design', term: column?.name ?? '', empty }
  }
  if (least.left < nearlyGiven) {
    model = lessFixed(model, least.beta)
    products = crossProducts(model)
  }
  const layout = blockLayout(products)
  if (layout.denseSize > mostDense) return { ok: false, reason: 'too-crossed', effects: layout.denseSize }
  const evaluator = evaluatorOf(products, layout)
  const optimum = findOptimum(evaluator, method)
  const evaluation = evaluator.evaluate(optimum.theta)
  if (!(evaluation.rss > 1e-20 * total)) return { ok: false, reason: 'perfect-fit' }
  const residualVariance = evaluation.rss / degreesOfFreedom(products, method)
  const { estimates, covariance } = fixedEffects(model, evaluation, residualVariance)
  // The determinant of X'V⁻¹X is of the scaled columns; REML counts the columns as they were given.
  const scales = model.fixed.reduce((sum, { scale }) => sum + 2 * Math.log(scale), 0)
  const criterion = optimum.criterion + (method === 'reml' ? scales : 0)
  return {
    ok: true,
    method,
    rowCount,
    missingRows: 0,
    factors: [],
    fixed: model.fixed.map(({ column }, k) => ({
      term: column.name,
      estimate: estimates[k] ?? 0,
      standardError: Math.sqrt(covariance[k * p + k] ?? 0),
    })),
    fixedCovariance: covariance,
    random: randomBlocks(model, optimum.theta, residualVariance),
    residualVariance,
    logLikelihood: -criterion / 2,
    converged: optimum.converged,
    boundary: optimum.boundary,
    groups: model.factors.map(({ name, levels }) => ({ name, levels })),
    modes: () => {
      const again = evaluator.evaluate(optimum.theta)
      return conditionalModes(model, evaluator, again, residualVariance)
    },
    interior: { model, evaluator, evaluation, optimum },
  }
}

/** Fixed effects of the columns as they were given, from those of the standardised columns. */
function fixedEffects(model: Standardised, { beta, xFactor }: Evaluation, residualVariance: number) {
  const p = beta.length
  const c = new Float64Array(p * p)
  inverseFromCholesky(xFactor, p, new Float64Array(p * p), c)
  const t = backTransform(model)
  const estimates = new Float64Array(p)
  const covariance = new Float64Array(p * p)
  for (let i = 0; i < p; i++) {
    for (let k = 0; k < p; k++)
      estimates[i] = (estimates[i] ?? 0) + (t[i * p + k] ?? 0) * ((beta[k] ?? 0) + (model.offset[k] ?? 0))
    for (let j = 0; j < p; j++) {
      let sum = 0
      for (let k = 0; k < p; k++) {
        const ti = t[i * p + k] ?? 0
        if (ti === 0) continue
        for (let m = 0; m < p; m++) sum += ti * (c[k * p + m] ?? 0) * (t[j * p + m] ?? 0)
      }
      covariance[i * p + j] = sum * residualVariance
    }
  }
  const intercept = model.fixed.findIndex(({ column }) => column.name === interceptName)
  if (intercept !== -1) estimates[intercept] = (estimates[intercept] ?? 0) + model.responseCentre
  return { estimates, covariance }
}

/** T with β = T β̃ for columns x̃ = (x − centre) / scale. */
function backTransform({ fixed }: Standardised): Float64Array {
  const p = fixed.length
  const t = new Float64Array(p * p)
  const intercept = fixed.findIndex(({ column }) => column.name === interceptName)
  fixed.forEach(({ centre, scale }, k) => {
    t[k * p + k] = 1 / scale
    if (centre !== 0) t[intercept * p + k] = -centre / scale
  })
  return t
}
