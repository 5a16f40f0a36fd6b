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
 * less. Nothing is left to chance: the start is fixed, or given.
 */
export function leadingEigenvectors(
  multiply: (from: Float64Array, to: Float64Array) => void,
  { size, count, start, precision = 1e-11 }: EigenOptions,
): { readonly values: readonly number[]; readonly vectors: readonly Float64Array[] } {
  const basis: Float64Array[] = []
  const diagonal: number[] = []
  const beside: number[] = []
  let largest = 0
  let closures = 0
  let next = start === undefined ? fixedVector(size, 0) : sumOf(start, size)
  for (let step = 0; step < Math.min(size, mostSteps); step++) {
    let unit = orthogonalUnit(next, basis)
    if (unit === undefined) {
      if (step > 0) beside[step - 1] = 0
      unit = freshUnit(size, basis)
      if (unit === undefined) break
    }
    basis.push(unit)
    const image = new Float64Array(size)
    multiply(unit, image)
    const along = dot(unit, image)
    diagonal.push(along)
    largest = Math.max(largest, along)
    removeFrom(image, basis)
    const rest = Math.sqrt(dot(image, image))
    const isClosed = rest <= 1e-13 * largest
    beside.push(isClosed ? 0 : rest)
    if (isClosed) {
      // The space that was reached is closed. Of a value that occurs twice it holds one vector: a fresh start finds the other.
      closures++
      if (closures > count) break
      next = fixedVector(size, step + 1)
      continue
    }
    next = image
    // Asking whether it is enough costs more as the space grows.
    if (basis.length <= count || basis.length % (basis.length < 40 ? 5 : 20) !== 0) continue
    const { values, vectors } = eigenTridiagonal(diagonal, beside)
    const worst = vectors.slice(0, count).map((vector) => rest * Math.abs(vector[basis.length - 1] ?? 0))
    if (worst.every((residual) => residual <= precision * (values[0] ?? 0))) break
  }
  const { values, vectors } = eigenTridiagonal(diagonal, beside)
  const kept = values.slice(0, count).filter((value) => value > 1e-12 * Math.max(1e-300, values[0] ?? 0))
  return {
    values: kept,
    vectors: kept.map((_, k) => combine(basis, vectors[k] ?? new Float64Array(), size)),
  }
}

/** A vector that no structure of votes is likely to be at right angles to; always the same. */
function fixedVector(size: number, which: number): Float64Array {
  let state = (which + 1) * 0x9e3779b9
  return Float64Array.from({ length: size }, () => {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9
    return ((state >>> 8) & 0xffff) / 0x8000 - 1
  })
}

function sumOf(vectors: readonly Float64Array[], size: number): Float64Array {
  const sum = fixedVector(size, 0).map((value) => value * 1e-6)
  for (const [k, vector] of vectors.entries())
    for (let j = 0; j < vector.length && j < size; j++) sum[j] = (sum[j] ?? 0) + (vector[j] ?? 0) / (k + 1)
  return sum
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

function freshUnit(size: number, basis: readonly Float64Array[]): Float64Array | undefined {
  if (basis.length >= size) return undefined
  for (let try_ = 1; try_ <= 3; try_++) {
    const unit = orthogonalUnit(fixedVector(size, 1000 * try_ + basis.length), basis)
    if (unit !== undefined) return unit
  }
  return undefined
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
