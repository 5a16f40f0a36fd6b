import { interceptName } from '../design/design-column.ts'
import { profiledCriterion } from '../fit/criterion.ts'
import type { CrossProducts } from '../fit/cross-products.ts'
import { type Evaluator, evaluatorOf, thetaPlaces } from '../fit/evaluation.ts'
import type { Fit } from '../fit/fit.ts'
import { minimise, type Point } from '../fit/minimise.ts'
import { findOptimum } from '../fit/optimum.ts'
import { crossing } from './crossing.ts'
import { holdFixed, plainProducts } from './plain-products.ts'

/** A 95 % (or other) profile likelihood interval. */
export interface Interval {
  readonly kind: 'fixed' | 'standard-deviation' | 'correlation' | 'residual'
  /** The grouping, for random effects. */
  readonly group?: string
  /** One term; two for a correlation; none for the residual. */
  readonly terms: readonly string[]
  readonly lower: number
  readonly upper: number
}

/**
 * Profile likelihood intervals of every parameter, as lme4's `confint(profile(fit))` has them: where −2 log-likelihood
 * (ML, also of a REML fit), with all other parameters at their best, lies χ²₁ above its minimum. `deviate` is the normal
 * quantile: 1.959964 for 95 %. A standard deviation ends at 0, a correlation at ±1, where the profile never gets so high.
 */
export function profileIntervals(fit: Fit, deviate = 1.959963984540054): readonly Interval[] {
  const { model, evaluator } = fit.interior
  const products = plainProducts(evaluator.products, model)
  const plain = evaluatorOf(products, evaluator.layout)
  const best = findOptimum(plain, 'ml')
  const { rss, beta, xFactor } = plain.evaluate(best.theta)
  const sigma = Math.sqrt(rss / products.rowCount)
  const intervals: Interval[] = []

  fit.fixed.forEach(({ term }, k) => {
    const scale = model.fixed[k]?.scale ?? 1
    const at = beta[k] ?? 0
    // Σ of β from L: the k-th diagonal of (LL')⁻¹.
    const error = sigma * Math.sqrt(diagonalOfInverse(xFactor, products.p, k))
    let theta: Float64Array = best.theta
    const height = (value: number) => {
      const held = profileOfFixed(products, evaluator, k, value, theta)
      theta = held.at
      return held.value - best.criterion
    }
    const side = (sign: 1 | -1) => {
      theta = best.theta
      return crossing(height, at, sign * error, deviate)
    }
    const shift = shiftOf(model, k)
    intervals.push({ kind: 'fixed', terms: [term], lower: side(-1) / scale + shift, upper: side(1) / scale + shift })
  })

  const start = Float64Array.from([...best.theta.map((each) => each * sigma), Math.log(sigma)])
  const joint = jointCriterion(plain)
  const heightUnder = (hold: (free: Float64Array, value: number) => Float64Array) => {
    let free: Float64Array = start
    return {
      restart: () => {
        free = start
      },
      height: (value: number) => {
        const found = minimise((at) => pulledBack(joint, (each) => hold(each, value), at), free, { tolerance: 1e-7 })
        free = found.at
        return found.value - best.criterion
      },
    }
  }
  const places = thetaPlaces(products)
  model.factors.forEach((factor, f) => {
    let first = 0
    for (const size of factor.blocks) {
      const rows = Array.from({ length: size }, (_, k) => first + k)
      first += size
      const cells = (row: number) => places.flatMap((each, k) => (each.factor === f && each.row === row ? [k] : []))
      for (const row of rows) {
        const { height, restart } = heightUnder((free, value) => withNorm(free, cells(row), value))
        const at = norm(start, cells(row))
        const scale = factor.columns[row]?.scale ?? 1
        const upper = crossing(height, at, 0.2 * Math.max(at, 0.05 * sigma), deviate)
        restart()
        const lower = at > 0 ? crossing(height, at, -0.2 * at, deviate, 0) : 0
        const terms = [factor.columns[row]?.column.name ?? '']
        intervals.push({
          kind: 'standard-deviation',
          group: factor.name,
          terms,
          lower: lower / scale,
          upper: upper / scale,
        })
      }
      for (const row of rows) {
        for (const other of rows.filter((each) => each < row)) {
          const hold = (free: Float64Array, value: number) => withCorrelation(free, cells(other), cells(row), value)
          const { height, restart } = heightUnder(hold)
          const at = correlation(start, cells(other), cells(row))
          if (Number.isNaN(at)) continue
          const terms = [factor.columns[other]?.column.name ?? '', factor.columns[row]?.column.name ?? '']
          const step = 0.2 * (1 - at * at) + 1e-3
          const upper = at < 1 - 1e-6 ? crossing(height, at, step, deviate, 1) : 1
          restart()
          const lower = at > -1 + 1e-6 ? crossing(height, at, -step, deviate, -1) : -1
          intervals.push({ kind: 'correlation', group: factor.name, terms, lower, upper })
        }
      }
    }
  })
  const { height, restart } = heightUnder((free, value) => free.with(free.length - 1, Math.log(value)))
  const step = sigma / Math.sqrt(2 * products.rowCount)
  const upper = crossing(height, sigma, step, deviate)
  restart()
  intervals.push({ kind: 'residual', terms: [], lower: crossing(height, sigma, -step, deviate, 0), upper })
  return intervals
}

/** What the response was less, as a coefficient of column k as it was given. */
function shiftOf({ fixed, offset, responseCentre }: Fit['interior']['model'], k: number): number {
  const own = (offset[k] ?? 0) / (fixed[k]?.scale ?? 1)
  if (fixed[k]?.column.name !== interceptName) return own
  const moved = fixed.reduce((sum, { centre, scale }, j) => sum + (centre / scale) * (offset[j] ?? 0), 0)
  return own - moved + responseCentre
}

function profileOfFixed(products: CrossProducts, { layout }: Evaluator, k: number, value: number, theta: Float64Array) {
  const held = evaluatorOf(holdFixed(products, k, value), layout)
  return minimise(profiledCriterion(held, 'ml'), theta, { tolerance: 1e-7 })
}

/** −2 log-likelihood as a function of the covariance factors in units of the response (T = σΛ) and, last, log σ. */
function jointCriterion(evaluator: Evaluator): (at: Float64Array) => Point {
  const n = evaluator.products.rowCount
  return (at) => {
    const sigma = Math.exp(at.at(-1) ?? 0)
    const theta = at.slice(0, -1).map((each) => each / sigma)
    const evaluation = evaluator.evaluate(theta)
    const scaled = evaluation.rss / (sigma * sigma)
    const value = evaluation.logDetV + n * Math.log(2 * Math.PI * sigma * sigma) + scaled
    if (!Number.isFinite(value)) return { value: Number.POSITIVE_INFINITY, gradient: new Float64Array(at.length) }
    const slopes = evaluator.slopes(evaluation)
    const toTheta = theta.map((_, k) => (slopes.logDetV[k] ?? 0) + (slopes.rss[k] ?? 0) / (sigma * sigma))
    const toLog = 2 * n - 2 * scaled - toTheta.reduce((sum, each, k) => sum + each * (theta[k] ?? 0), 0)
    return { value, gradient: Float64Array.from([...toTheta.map((each) => each / sigma), toLog]) }
  }
}

/** f at hold(free), with the gradient to free: the Jacobian of `hold`, which is cheap, by central differences. */
function pulledBack(
  f: (at: Float64Array) => Point,
  hold: (free: Float64Array) => Float64Array,
  free: Float64Array,
): Point {
  const { value, gradient } = f(hold(free))
  const pulled = free.map((each, k) => {
    const step = 1e-6 * Math.max(Math.abs(each), 1e-3)
    const above = hold(free.with(k, each + step))
    const below = hold(free.with(k, each - step))
    return gradient.reduce((sum, slope, i) => sum + (slope * ((above[i] ?? 0) - (below[i] ?? 0))) / (2 * step), 0)
  })
  return { value, gradient: pulled }
}

function norm(at: Float64Array, cells: readonly number[]): number {
  return Math.sqrt(cells.reduce((sum, k) => sum + (at[k] ?? 0) ** 2, 0))
}

/** The same point with the cells of one row scaled to a norm: its standard deviation. */
function withNorm(at: Float64Array, cells: readonly number[], value: number): Float64Array {
  const size = norm(at, cells)
  const held = at.slice()
  for (const k of cells) held[k] = size > 0 ? ((at[k] ?? 0) / size) * value : k === cells.at(-1) ? value : 0
  return held
}

function correlation(at: Float64Array, one: readonly number[], other: readonly number[]): number {
  // Row `one` is the shorter: lower triangle.
  const product = one.reduce((sum, k, i) => sum + (at[k] ?? 0) * (at[other[i] ?? 0] ?? 0), 0)
  return product / (norm(at, one) * norm(at, other))
}

/** The same point with row `other` turned, in the plane of both rows, until their correlation is the value. */
function withCorrelation(
  at: Float64Array,
  one: readonly number[],
  other: readonly number[],
  value: number,
): Float64Array {
  const size = norm(at, other)
  const oneSize = norm(at, one)
  const along = other.map((_, i) => (one[i] === undefined ? 0 : (at[one[i]] ?? 0) / oneSize))
  const inside = other.reduce((sum, k, i) => sum + (at[k] ?? 0) * (along[i] ?? 0), 0)
  const across = other.map((k, i) => (at[k] ?? 0) - inside * (along[i] ?? 0))
  const acrossSize = Math.sqrt(across.reduce((sum, each) => sum + each * each, 0))
  const held = at.slice()
  other.forEach((k, i) => {
    const turned = acrossSize > 0 ? ((across[i] ?? 0) / acrossSize) * Math.sqrt(Math.max(0, 1 - value * value)) : 0
    held[k] = size * (value * (along[i] ?? 0) + turned)
  })
  return held
}

function diagonalOfInverse(l: Float64Array, p: number, k: number): number {
  const x = new Float64Array(p)
  let sum = 0
  for (let i = k; i < p; i++) {
    let value = i === k ? 1 : 0
    for (let j = k; j < i; j++) value -= (l[i * p + j] ?? 0) * (x[j] ?? 0)
    x[i] = value / (l[i * p + i] ?? 1)
    sum += (x[i] ?? 0) ** 2
  }
  return sum
}
