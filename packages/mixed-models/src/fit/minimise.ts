import { choleskyInPlace, inverseFromCholesky } from './dense.ts'

/** A function at a point, with its gradient. */
export interface Point {
  readonly value: number
  readonly gradient: Float64Array
}

export interface Minimum {
  readonly at: Float64Array
  readonly value: number
  readonly gradient: Float64Array
  /** Whether the step that is left is below the tolerance. */
  readonly converged: boolean
  readonly evaluations: number
}

export interface MinimiseOptions {
  /** Step left, relative to the size of the point (at least 1e-3), at which it is found. */
  readonly tolerance?: number
  readonly evaluations?: number
}

/** Steps that may pass without the value getting visibly lower. */
const patience = 15

/**
 * Minimises a smooth function by BFGS (Nocedal & Wright 2006, algorithm 6.1) with a line search that looks at slopes: near
 * the minimum values no longer differ beyond rounding, but slopes still do (Hager & Zhang 2005).
 */
export function minimise(
  f: (at: Float64Array) => Point,
  start: Float64Array,
  { tolerance = 1e-9, evaluations: most = 500 }: MinimiseOptions = {},
): Minimum {
  const n = start.length
  let at = start
  let point = f(at)
  let evaluations = 1
  const inverse = new Float64Array(n * n)
  let isFresh = true
  const reset = (scale: number) => {
    inverse.fill(0)
    for (let i = 0; i < n; i++) inverse[i * n + i] = scale
    isFresh = true
  }
  const norm = Math.sqrt(dot(point.gradient, point.gradient))
  reset(norm > 0 ? 0.2 / norm : 1)
  let converged = norm === 0
  /** Twice at most: takes the curvature from differences of slopes; false where it has no minimum here. */
  const measureCurvature = (): boolean => {
    if (++measured > 2) return false
    const found = inverseHessian(f, at, point.gradient)
    evaluations += n
    if (found === undefined) return false
    inverse.set(found)
    isFresh = false
    return true
  }
  let measured = 0
  const values: number[] = []
  while (!converged && evaluations < most) {
    let step = times(inverse, point.gradient)
    let slope = dot(point.gradient, step)
    if (!(slope < 0)) {
      reset(0.1 / Math.max(1e-300, Math.sqrt(dot(point.gradient, point.gradient))))
      step = times(inverse, point.gradient)
      slope = dot(point.gradient, step)
    }
    const found = lineSearch(f, at, point, step, slope, most - evaluations)
    evaluations += found.evaluations
    if (found.point === undefined) {
      // Nothing lower along the direction: this is the minimum to rounding, or what is known of the curvature is wrong.
      converged = !isFresh && isFlat(slope, point.value)
      if (converged || !measureCurvature()) break
      continue
    }
    const moved = step.map((each) => each * found.length)
    const next = at.map((each, i) => each + (moved[i] ?? 0))
    const turned = found.point.gradient.map((each, i) => each - (point.gradient[i] ?? 0))
    update(inverse, moved, turned, isFresh)
    isFresh = false
    at = next
    point = found.point
    values.push(point.value)
    // A curved valley: steps go on, to no purpose.
    const before = values.at(-patience)
    if (before !== undefined && before - point.value < 1e-9 * Math.max(1, Math.abs(point.value))) {
      values.length = 0
      if (!measureCurvature()) break
    }
    const left = times(inverse, point.gradient)
    converged = isSmall(left, at, tolerance) || dot(point.gradient, point.gradient) === 0
  }
  return { at, value: point.value, gradient: point.gradient, converged, evaluations }
}

/** The inverse of the matrix of second derivatives by differences of slopes; undefined where it is not positive definite. */
function inverseHessian(
  f: (at: Float64Array) => Point,
  at: Float64Array,
  gradient: Float64Array,
): Float64Array | undefined {
  const n = at.length
  const hessian = new Float64Array(n * n)
  for (let i = 0; i < n; i++) {
    const step = 1e-5 * Math.max(Math.abs(at[i] ?? 0), 0.1)
    const beside = f(at.with(i, (at[i] ?? 0) + step)).gradient
    for (let j = 0; j < n; j++) {
      const half = ((beside[j] ?? 0) - (gradient[j] ?? 0)) / step / 2
      hessian[i * n + j] = (hessian[i * n + j] ?? 0) + half
      hessian[j * n + i] = (hessian[j * n + i] ?? 0) + half
    }
  }
  if (!choleskyInPlace(hessian, n)) return undefined
  const inverse = new Float64Array(n * n)
  inverseFromCholesky(hessian, n, new Float64Array(n * n), inverse)
  return inverse
}

function isSmall(step: Float64Array, at: Float64Array, tolerance: number): boolean {
  return step.every((each, i) => Math.abs(each) <= tolerance * Math.max(Math.abs(at[i] ?? 0), 1e-3))
}

/** Whether the step promises less than rounding of the value can show: −slope / 2 is what it would gain. */
function isFlat(slope: number, value: number): boolean {
  return Math.abs(slope) <= 1e-10 * Math.max(1, Math.abs(value))
}

/** A step length with the (approximate) Wolfe conditions: cubic steps within a bracket, doubling until there is one. */
function lineSearch(
  f: (at: Float64Array) => Point,
  at: Float64Array,
  start: Point,
  step: Float64Array,
  slope: number,
  most: number,
): { readonly point: Point | undefined; readonly length: number; readonly evaluations: number } {
  const noise = 1e-12 * Math.max(1, Math.abs(start.value))
  let low = { length: 0, value: start.value, slope }
  let high: typeof low | undefined
  let length = 1
  let best: { point: Point; length: number } | undefined
  let evaluations = 0
  while (evaluations < Math.min(most, 30)) {
    const trial = length
    const point = f(at.map((each, i) => each + trial * (step[i] ?? 0)))
    evaluations++
    const here = { length, value: point.value, slope: dot(point.gradient, step) }
    const lower = here.value <= start.value + 1e-4 * length * slope
    const flatEnough = Math.abs(here.slope) <= 0.9 * Math.abs(slope)
    const asLow = here.value <= start.value + noise && here.slope <= -0.8 * slope
    if (Number.isFinite(here.value) && (lower || asLow) && flatEnough) return { point, length, evaluations }
    if (
      Number.isFinite(here.value) &&
      here.value < start.value &&
      (best === undefined || here.value < best.point.value)
    ) {
      best = { point, length }
    }
    if (!Number.isFinite(here.value)) {
      high = { length, value: Number.POSITIVE_INFINITY, slope: 0 }
      length = low.length + (length - low.length) * 0.2
      continue
    }
    if ((!lower && !asLow) || here.value > low.value + noise) high = here
    else if (here.slope >= 0) high = here
    else low = here
    if (high === undefined) {
      length *= 2.5
      continue
    }
    const width = high.length - low.length
    if (Math.abs(width) < 1e-14) break
    const guess = Number.isFinite(high.value) ? low.length + cubicShare(low, high) * width : low.length + 0.2 * width
    length = Math.min(Math.max(guess, low.length + 0.05 * width), low.length + 0.95 * width)
  }
  return { point: best?.point, length: best?.length ?? 0, evaluations }
}

/** Where in [0, 1] between low and high the cubic through values and slopes is least. */
function cubicShare(
  low: { readonly length: number; readonly value: number; readonly slope: number },
  high: { readonly length: number; readonly value: number; readonly slope: number },
): number {
  const width = high.length - low.length
  const a = low.slope + high.slope - (3 * (low.value - high.value)) / (low.length - high.length)
  const under = a * a - low.slope * high.slope
  if (!(under >= 0)) return 0.5
  const root = Math.sqrt(under) * Math.sign(width)
  const share = 1 - (high.slope + root - a) / (high.slope - low.slope + 2 * root)
  return Number.isFinite(share) ? share : 0.5
}

/** The BFGS update of the inverse Hessian; skipped where the curvature along the step is not positive. */
function update(inverse: Float64Array, moved: Float64Array, turned: Float64Array, isFirst: boolean): void {
  const n = moved.length
  const curvature = dot(moved, turned)
  if (!(curvature > 1e-14 * Math.sqrt(dot(moved, moved) * dot(turned, turned)))) return
  if (isFirst) {
    inverse.fill(0)
    for (let i = 0; i < n; i++) inverse[i * n + i] = curvature / dot(turned, turned)
  }
  const half = times(inverse, turned).map((each) => -each)
  const scale = (curvature + dot(turned, half)) / (curvature * curvature)
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const outer = (half[i] ?? 0) * (moved[j] ?? 0) + (moved[i] ?? 0) * (half[j] ?? 0)
      inverse[i * n + j] = (inverse[i * n + j] ?? 0) + scale * (moved[i] ?? 0) * (moved[j] ?? 0) - outer / curvature
    }
  }
}

/** −(matrix · vector): the quasi-Newton step for a gradient. */
function times(matrix: Float64Array, vector: Float64Array): Float64Array {
  const n = vector.length
  return vector.map((_, i) => {
    let sum = 0
    for (let j = 0; j < n; j++) sum -= (matrix[i * n + j] ?? 0) * (vector[j] ?? 0)
    return sum
  })
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0
  for (let i = 0; i < one.length; i++) sum += (one[i] ?? 0) * (other[i] ?? 0)
  return sum
}
