import { eigenTridiagonal } from './tridiagonal.ts'

export interface EigenOptions {
  readonly size: number
  /** How many are wanted. */
  readonly count: number
  /** Where the search begins: near the answer it is found in a few steps. Not needed. */
  readonly start?: readonly Float64Array[] | undefined
  /** Residual of an eigenvector against the largest eigenvalue, at which it counts as found; 1e-11 where left out. */
  readonly precision?: number | undefined
}

const mostSteps = 400

/**
 * The largest eigenvalues and their vectors of a symmetric positive semidefinite matrix that is only known by what it
 * makes of a vector (Lanczos 1950, with full reorthogonalisation). Vectors have length 1; fewer come back where the rank is
 * less. One after another, each at right angles to those before: one search finds of a value that occurs twice only one vector.
 * Nothing is left to chance: the start is fixed, or given.
 */
export function leadingEigenvectors(
  multiply: (from: Float64Array, to: Float64Array) => void,
  { size, count, start, precision = 1e-11 }: EigenOptions,
): { readonly values: readonly number[]; readonly vectors: readonly Float64Array[] } {
  const values: number[] = []
  const vectors: Float64Array[] = []
  while (vectors.length < count) {
    const first = beginning(start?.[vectors.length], size, vectors.length)
    const found = largestBeside(multiply, size, first, vectors, precision * (values[0] ?? 0), precision)
    if (found === undefined || found.value <= 1e-12 * Math.max(1e-300, values[0] ?? 0)) break
    values.push(found.value)
    vectors.push(found.vector)
  }
  return { values, vectors }
}

/** The largest eigenvalue at right angles to vectors that are known, to a residual of `enough` or of `precision` × itself. */
function largestBeside(
  multiply: (from: Float64Array, to: Float64Array) => void,
  size: number,
  first: Float64Array,
  known: readonly Float64Array[],
  enough: number,
  precision: number,
): { readonly value: number; readonly vector: Float64Array } | undefined {
  const basis: Float64Array[] = []
  const diagonal: number[] = []
  const beside: number[] = []
  let next = first
  for (let step = 0; step < Math.min(size - known.length, mostSteps); step++) {
    const unit = orthogonalUnit(next, [...known, ...basis])
    if (unit === undefined) break
    basis.push(unit)
    const image = new Float64Array(size)
    multiply(unit, image)
    diagonal.push(dot(unit, image))
    removeFrom(image, known)
    removeFrom(image, basis)
    const rest = Math.sqrt(dot(image, image))
    // The space that was reached is closed: a start that is not at right angles to anything has the largest in it.
    if (rest <= 1e-13 * Math.max(...diagonal)) break
    beside.push(rest)
    next = image
    // Asking whether it is enough costs more as the space grows.
    if (basis.length % (basis.length < 40 ? 5 : 20) !== 0) continue
    const { values, vectors } = eigenTridiagonal(diagonal, beside)
    const residual = rest * Math.abs(vectors[0]?.[basis.length - 1] ?? 0)
    if (residual <= Math.max(enough, precision * (values[0] ?? 0))) break
  }
  if (basis.length === 0) return undefined
  const { values, vectors } = eigenTridiagonal(diagonal, beside)
  return { value: values[0] ?? 0, vector: combine(basis, vectors[0] ?? new Float64Array(), size) }
}

/** A vector that no structure of votes is likely to be at right angles to; always the same. */
function fixedVector(size: number, which: number): Float64Array {
  let state = (which + 1) * 0x9e3779b9
  return Float64Array.from({ length: size }, () => {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9
    return ((state >>> 8) & 0xffff) / 0x8000 - 1
  })
}

/** Near a vector that is given, and not quite at right angles to anything. */
function beginning(near: Float64Array | undefined, size: number, which: number): Float64Array {
  const fixed = fixedVector(size, which)
  return near === undefined ? fixed : fixed.map((value, j) => value * 1e-6 + (near[j] ?? 0))
}

function orthogonalUnit(vector: Float64Array, basis: readonly Float64Array[]): Float64Array | undefined {
  const before = Math.sqrt(dot(vector, vector))
  if (!(before > 0)) return undefined
  const unit = vector.map((value) => value / before)
  removeFrom(unit, basis)
  removeFrom(unit, basis)
  const length = Math.sqrt(dot(unit, unit))
  return length < 1e-10 ? undefined : unit.map((value) => value / length)
}

function removeFrom(vector: Float64Array, basis: readonly Float64Array[]): void {
  for (const unit of basis) {
    const along = dot(unit, vector)
    for (let j = 0; j < vector.length; j++) vector[j] = (vector[j] ?? 0) - along * (unit[j] ?? 0)
  }
}

function combine(basis: readonly Float64Array[], weights: Float64Array, size: number): Float64Array {
  const sum = new Float64Array(size)
  for (const [k, unit] of basis.entries()) {
    const weight = weights[k] ?? 0
    for (let j = 0; j < size; j++) sum[j] = (sum[j] ?? 0) + weight * (unit[j] ?? 0)
  }
  const length = Math.sqrt(dot(sum, sum)) || 1
  return sum.map((value) => value / length)
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0
  for (let j = 0; j < one.length; j++) sum += (one[j] ?? 0) * (other[j] ?? 0)
  return sum
}
