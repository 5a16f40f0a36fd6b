import { interceptName } from '../design/design-column.ts'
import type { Fit } from '../fit/fit.ts'
import { mixtureQuantile } from './mixture.ts'
import { type Predictions, predictionsAt } from './predictions.ts'
import { scaleGrid } from './scale-grid.ts'

/** Whether a school's growth can be told apart from that of the school in the middle. */
export type Verdict = 'above' | 'below' | 'cannot-be-told-apart'

/** One school; everything in units of the response, averaged over its own pupils. */
export interface SchoolGrowth {
  readonly level: string
  readonly pupils: number
  /** Mean of the response. */
  readonly achieved: number
  /** What the same pupils would have on average at the school in the middle. */
  readonly expected: number
  /** Best estimate of what the school adds: achieved less expected, drawn to the middle as far as chance may explain it. */
  readonly growth: number
  readonly lower: number
  readonly upper: number
  /** Share of the spread of such estimates that is real, 0 to 1: 1 less the error variance over the variance of growth. */
  readonly reliability: number
  readonly verdict: Verdict
}

export interface Growth {
  readonly ok: true
  readonly group: string
  /** In the order of the fit's levels. */
  readonly schools: readonly SchoolGrowth[]
  readonly counts: Readonly<Record<Verdict, number>>
}

export type GrowthRefusal =
  | { readonly ok: false; readonly reason: 'unknown-group'; readonly group: string; readonly known: readonly string[] }
  /** Neither the fixed effects nor the group has an intercept: there is no middle to compare with. */
  | { readonly ok: false; readonly reason: 'no-intercept'; readonly group: string }

/**
 * The growth indicator on a fitted model: per school the expected and the achieved response and, with an interval, what
 * lies between. `confidence` is that of the interval.
 *
 * The interval holds the error of the estimate (Henderson 1975, Best linear unbiased estimation and prediction: that of
 * the fixed effects included) and what is not known of the spread between schools: it is that of the
 * mixture of what each relative spread would say, weighed by its REML likelihood, so that few schools, or an estimated
 * spread of zero, do not make intervals too narrow.
 */
export function growthOf(fit: Fit, group?: string, confidence = 0.95): Growth | GrowthRefusal {
  const { model } = fit.interior
  const f = group === undefined ? 0 : model.factors.findIndex(({ name }) => name === group)
  const factor = model.factors[f]
  if (factor === undefined) {
    return { ok: false, reason: 'unknown-group', group: group ?? '', known: model.factors.map(({ name }) => name) }
  }
  const hasIntercept = factor.columns.some(({ column }) => column.name === interceptName)
  if (!model.hasIntercept || !hasIntercept) return { ok: false, reason: 'no-intercept', group: factor.name }

  const middle = predictionsAt(fit, f, fit.interior.optimum.theta)
  const spreads = scaleGrid(fit, f).map(({ theta, weight }) => ({ weight, at: predictionsAt(fit, f, theta) }))
  const schools = factor.levels.map((level, k) => schoolGrowth(level, k, middle, spreads, confidence))
  const count = (verdict: Verdict) => schools.filter((school) => school.verdict === verdict).length
  return {
    ok: true,
    group: factor.name,
    schools,
    counts: { above: count('above'), below: count('below'), 'cannot-be-told-apart': count('cannot-be-told-apart') },
  }
}

function schoolGrowth(
  level: string,
  k: number,
  middle: Predictions,
  spreads: readonly { readonly weight: number; readonly at: Predictions }[],
  confidence: number,
): SchoolGrowth {
  const components = spreads.map(({ weight, at }) => ({
    weight,
    mean: at.growth[k] ?? 0,
    deviation: Math.sqrt(at.errorVariance[k] ?? 0),
  }))
  const lower = mixtureQuantile(components, (1 - confidence) / 2)
  const upper = mixtureQuantile(components, (1 + confidence) / 2)
  const variance = middle.variance[k] ?? 0
  return {
    level,
    pupils: middle.pupils[k] ?? 0,
    achieved: middle.achieved[k] ?? 0,
    expected: middle.expected[k] ?? 0,
    growth: middle.growth[k] ?? 0,
    lower,
    upper,
    reliability: variance > 0 ? Math.max(0, 1 - (middle.errorVariance[k] ?? 0) / variance) : 0,
    verdict: lower > 0 ? 'above' : upper < 0 ? 'below' : 'cannot-be-told-apart',
  }
}
