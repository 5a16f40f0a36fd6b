import { type Method, profiledCriterion } from './criterion.ts'
import { type Evaluator, thetaPlaces } from './evaluation.ts'
import { type Minimum, minimise, type Point } from './minimise.ts'

export interface Optimum {
  readonly theta: Float64Array
  readonly criterion: number
  readonly converged: boolean
  /** Whether a variance is zero, or a correlation one: the best fit is at the edge of what covariances can be. */
  readonly boundary: boolean
  readonly evaluations: number
}

/** Below this a relative standard deviation is taken for zero, if the criterion agrees. */
const nearlyZero = 1e-3

/**
 * The θ of least criterion. Its diagonals are not negative; a column that adds nothing is exactly zero. Where a diagonal
 * is zero the rest of its column can be turned into the next ones, which leaves the search a curved valley to follow: so
 * it is turned out of the way, and what is left is searched again. Every such θ is stationary along its zeros, also where a
 * variance would help; the slope just beside tells.
 */
export function findOptimum(evaluator: Evaluator, method: Method, from?: Float64Array): Optimum {
  const places = thetaPlaces(evaluator.products)
  const start = from ?? Float64Array.from(places, ({ row, col }) => (row === col ? 0.5 : 0))
  const f = profiledCriterion(evaluator, method)
  let found: Minimum = minimise(f, start)
  let evaluations = found.evaluations
  let boundary = false
  for (let round = 0; round <= places.length; round++) {
    const { theta, isFree } = withoutEmptyColumns(places, found.at)
    if (isFree.every(Boolean)) break
    const edge = minimiseFree(f, theta, isFree)
    evaluations += edge.evaluations
    if (edge.value > found.value + nextToNothing(found)) break
    const { theta: beside, helps } = besideEdge(places, f, edge.at, isFree)
    evaluations++
    found = edge
    boundary = true
    if (!helps) break
    const inside = minimise(f, beside)
    evaluations += inside.evaluations
    if (!(inside.value < edge.value - nextToNothing(inside))) break
    found = inside
    boundary = false
  }
  return {
    theta: withoutSigns(places, found.at),
    criterion: found.value,
    converged: found.converged,
    boundary,
    evaluations,
  }
}

/** What is next to nothing in −2 log-likelihood. A search that does not end for less follows the valley: then the edge is the answer. */
function nextToNothing({ converged, value }: Minimum): number {
  return converged ? 1e-9 * Math.max(1, Math.abs(value) * 1e-2) : 1e-6
}

type Places = ReturnType<typeof thetaPlaces>

function isDiagonal(place: Places[number] | undefined): boolean {
  return place !== undefined && place.row === place.col
}

/**
 * A point just off the edge, and whether to go there: the criterion falls along a covariance matrix in the empty columns
 * if its slopes to their variances are not a positive semidefinite matrix (a negative one, or a pair with too great a
 * slope to their covariance).
 */
function besideEdge(places: Places, f: (theta: Float64Array) => Point, edge: Float64Array, isFree: readonly boolean[]) {
  const theta = edge.map((each, k) => (!isFree[k] && isDiagonal(places[k]) ? nearlyZero : each))
  const { gradient } = f(theta)
  let helps = false
  const slopeAt = (factor: number, row: number) =>
    gradient[places.findIndex((each) => each.factor === factor && each.row === row && each.col === row)] ?? 0
  places.forEach(({ factor, row, col }, k) => {
    const slope = gradient[k] ?? 0
    if (isFree[k]) return
    if (row === col) helps ||= slope < 0
    else if (!isFree[places.findIndex((each) => each.factor === factor && each.row === row && each.col === row)]) {
      helps ||= Math.abs(slope) > Math.sqrt(Math.max(0, slopeAt(factor, row) * slopeAt(factor, col)))
      theta[k] = -Math.sign(slope) * nearlyZero
    }
  })
  return { theta, helps }
}

/** The same covariance with columns of (nearly) zero diagonal turned into the next ones by Givens rotations. */
function withoutEmptyColumns(
  places: Places,
  from: Float64Array,
): { readonly theta: Float64Array; readonly isFree: readonly boolean[] } {
  const theta = from.slice()
  const isFree = places.map(() => true)
  const at = (factor: number, row: number, col: number) =>
    places.findIndex((each) => each.factor === factor && each.row === row && each.col === col)
  places.forEach(({ factor, row, col }, k) => {
    if (row !== col || Math.abs(theta[k] ?? 0) >= nearlyZero) return
    const rows = places.flatMap((each) =>
      each.factor === factor && each.col === col && each.row > col ? [each.row] : [],
    )
    theta[k] = 0
    isFree[k] = false
    for (const next of rows) {
      const [own, empty] = [theta[at(factor, next, next)] ?? 0, theta[at(factor, next, col)] ?? 0]
      const size = Math.hypot(own, empty)
      if (size > 0) {
        for (const below of rows.filter((each) => each >= next)) {
          const [one, other] = [at(factor, below, next), at(factor, below, col)]
          const [a, b] = [theta[one] ?? 0, theta[other] ?? 0]
          theta[one] = (own * a + empty * b) / size
          theta[other] = (own * b - empty * a) / size
        }
      }
      const gone = at(factor, next, col)
      theta[gone] = 0
      isFree[gone] = false
    }
  })
  return { theta, isFree }
}

/** The minimum over the free elements, the others staying as they are. */
function minimiseFree(f: (theta: Float64Array) => Point, theta: Float64Array, isFree: readonly boolean[]): Minimum {
  const whole = (free: Float64Array) => {
    let next = 0
    return theta.map((each, k) => (isFree[k] ? (free[next++] ?? 0) : each))
  }
  const part = (all: Float64Array) => all.filter((_, k) => isFree[k])
  const found = minimise((free) => {
    const { value, gradient } = f(whole(free))
    return { value, gradient: part(gradient) }
  }, part(theta))
  return { ...found, at: whole(found.at) }
}

/** The same covariance with no diagonal below zero. */
function withoutSigns(places: Places, theta: Float64Array): Float64Array {
  const turned = new Set(
    places.flatMap(({ factor, row, col }, k) => (row === col && (theta[k] ?? 0) < 0 ? [`${factor} ${col}`] : [])),
  )
  return theta.map((each, k) => (turned.has(`${places[k]?.factor} ${places[k]?.col}`) ? -each : each))
}
