/**
 * The lower triangle L of a symmetric positive definite matrix A = L·Lᵀ, row by row in n × n; undefined where A is not positive
 * definite. `a` is not changed.
 */
export function cholesky(a: Float64Array, n: number): Float64Array<ArrayBuffer> | undefined {
  const l = new Float64Array(n * n)
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = a[i * n + j] ?? 0
      for (let k = 0; k < j; k++) sum -= (l[i * n + k] ?? 0) * (l[j * n + k] ?? 0)
      if (i === j) {
        if (!(sum > 0)) return undefined
        l[i * n + i] = Math.sqrt(sum)
      } else l[i * n + j] = sum / (l[j * n + j] ?? 1)
    }
  }
  return l
}

/** Solves L·Lᵀ·x = b. */
export function solveWith(l: Float64Array, n: number, b: Float64Array): Float64Array<ArrayBuffer> {
  const x = new Float64Array(b)
  for (let i = 0; i < n; i++) {
    let sum = x[i] ?? 0
    for (let k = 0; k < i; k++) sum -= (l[i * n + k] ?? 0) * (x[k] ?? 0)
    x[i] = sum / (l[i * n + i] ?? 1)
  }
  return solveTransposed(l, n, x)
}

/** Solves Lᵀ·x = b: of independent standard normal b, x has covariance (L·Lᵀ)⁻¹. */
export function solveTransposed(l: Float64Array, n: number, b: Float64Array): Float64Array<ArrayBuffer> {
  const x = new Float64Array(b)
  for (let i = n - 1; i >= 0; i--) {
    const each = (x[i] ?? 0) / (l[i * n + i] ?? 1)
    x[i] = each
    for (let k = 0; k < i; k++) x[k] = (x[k] ?? 0) - (l[i * n + k] ?? 0) * each
  }
  return x
}

/** (L·Lᵀ)⁻¹, whole. */
export function inverseOf(l: Float64Array, n: number): Float64Array<ArrayBuffer> {
  const rows = new Float64Array(n * n)
  // Row j of `rows` is column j of L⁻¹, whose first j places are zero.
  for (let j = 0; j < n; j++) {
    rows[j * n + j] = 1 / (l[j * n + j] ?? 1)
    for (let i = j + 1; i < n; i++) {
      let sum = 0
      for (let k = j; k < i; k++) sum -= (l[i * n + k] ?? 0) * (rows[j * n + k] ?? 0)
      rows[j * n + i] = sum / (l[i * n + i] ?? 1)
    }
  }
  const inverse = new Float64Array(n * n)
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0
      for (let k = i; k < n; k++) sum += (rows[i * n + k] ?? 0) * (rows[j * n + k] ?? 0)
      inverse[i * n + j] = sum
      inverse[j * n + i] = sum
    }
  }
  return inverse
}

export function logDeterminant(l: Float64Array, n: number): number {
  let sum = 0
  for (let i = 0; i < n; i++) sum += 2 * Math.log(l[i * n + i] ?? 1)
  return sum
}
