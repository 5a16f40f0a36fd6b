/**
 * Square matrices of any size, row by row, lower triangle. All sums run along rows, four rows by four at a time, so that
 * sixteen sums stay in registers and every number that is loaded is used four times.
 */

/** Replaces A by L with LL' = A; false where A is not positive definite. Above the diagonal nothing is read or written. */
export function choleskyInPlace(a: Float64Array, n: number): boolean {
  for (let j = 0; j < n; j += 4) {
    const width = Math.min(4, n - j)
    for (let i = j; i < n; i += 4) subtractRows(a, n, i, Math.min(4, n - i), j, width, j)
    for (let c = j; c < j + width; c++) {
      for (let k = j; k < c; k++) addTo(a, c * n + c, -(a[c * n + k] ?? 0) * (a[c * n + k] ?? 0))
      const pivot = a[c * n + c] ?? 0
      if (!(pivot > 0)) return false
      const root = Math.sqrt(pivot)
      a[c * n + c] = root
      for (let i = c + 1; i < n; i++) {
        let sum = a[i * n + c] ?? 0
        for (let k = j; k < c; k++) sum -= (a[i * n + k] ?? 0) * (a[c * n + k] ?? 0)
        a[i * n + c] = sum / root
      }
    }
  }
  return true
}

/** Rows i.. of A less their products with rows j.., over the first `depth` columns, at columns j… */
function subtractRows(
  a: Float64Array,
  n: number,
  i: number,
  rows: number,
  j: number,
  cols: number,
  depth: number,
): void {
  if (rows === 4 && cols === 4) {
    const sums = dots(
      a,
      i * n,
      (i + 1) * n,
      (i + 2) * n,
      (i + 3) * n,
      a,
      j * n,
      (j + 1) * n,
      (j + 2) * n,
      (j + 3) * n,
      0,
      depth,
    )
    for (let r = 0; r < 4; r++) for (let c = 0; c < 4; c++) addTo(a, (i + r) * n + j + c, -(sums[r * 4 + c] ?? 0))
    return
  }
  for (let r = i; r < i + rows; r++) {
    for (let c = j; c < j + cols; c++) {
      let sum = 0
      for (let k = 0; k < depth; k++) sum += (a[r * n + k] ?? 0) * (a[c * n + k] ?? 0)
      addTo(a, r * n + c, -sum)
    }
  }
}

function addTo(a: Float64Array, at: number, value: number): void {
  a[at] = (a[at] ?? 0) + value
}

const sixteen = new Float64Array(16)

/** The sixteen products of four rows of a (which start at a0…a3) and four of b, over columns from…to. */
function dots(
  a: Float64Array,
  a0: number,
  a1: number,
  a2: number,
  a3: number,
  b: Float64Array,
  b0: number,
  b1: number,
  b2: number,
  b3: number,
  from: number,
  to: number,
): Float64Array {
  let s00 = 0
  let s01 = 0
  let s02 = 0
  let s03 = 0
  let s10 = 0
  let s11 = 0
  let s12 = 0
  let s13 = 0
  let s20 = 0
  let s21 = 0
  let s22 = 0
  let s23 = 0
  let s30 = 0
  let s31 = 0
  let s32 = 0
  let s33 = 0
  for (let k = from; k < to; k++) {
    const y0 = b[b0 + k] ?? 0
    const y1 = b[b1 + k] ?? 0
    const y2 = b[b2 + k] ?? 0
    const y3 = b[b3 + k] ?? 0
    const x0 = a[a0 + k] ?? 0
    s00 += x0 * y0
    s01 += x0 * y1
    s02 += x0 * y2
    s03 += x0 * y3
    const x1 = a[a1 + k] ?? 0
    s10 += x1 * y0
    s11 += x1 * y1
    s12 += x1 * y2
    s13 += x1 * y3
    const x2 = a[a2 + k] ?? 0
    s20 += x2 * y0
    s21 += x2 * y1
    s22 += x2 * y2
    s23 += x2 * y3
    const x3 = a[a3 + k] ?? 0
    s30 += x3 * y0
    s31 += x3 * y1
    s32 += x3 * y2
    s33 += x3 * y3
  }
  sixteen[0] = s00
  sixteen[1] = s01
  sixteen[2] = s02
  sixteen[3] = s03
  sixteen[4] = s10
  sixteen[5] = s11
  sixteen[6] = s12
  sixteen[7] = s13
  sixteen[8] = s20
  sixteen[9] = s21
  sixteen[10] = s22
  sixteen[11] = s23
  sixteen[12] = s30
  sixteen[13] = s31
  sixteen[14] = s32
  sixteen[15] = s33
  return sixteen
}

/**
 * The inverse of LL', both triangles, in `into`. `work` (n × n) holds L⁻¹ meanwhile: its columns as rows, so that both
 * steps are products of rows.
 */
export function inverseFromCholesky(l: Float64Array, n: number, work: Float64Array, into: Float64Array): void {
  // work[j, i] = (L⁻¹)[i, j] for i ≥ j.
  work.fill(0, 0, n * n)
  for (let i = 0; i < n; i += 4) {
    const rows = Math.min(4, n - i)
    for (let j = 0; j <= i; j += 4) {
      const cols = Math.min(4, n - j)
      if (rows === 4 && cols === 4 && i > j) {
        const sums = dots(
          l,
          i * n,
          (i + 1) * n,
          (i + 2) * n,
          (i + 3) * n,
          work,
          j * n,
          (j + 1) * n,
          (j + 2) * n,
          (j + 3) * n,
          j,
          i,
        )
        for (let r = 0; r < 4; r++) for (let c = 0; c < 4; c++) work[(j + c) * n + i + r] = -(sums[r * 4 + c] ?? 0)
      } else {
        for (let r = i; r < i + rows; r++) {
          for (let c = j; c < j + cols; c++) {
            let sum = 0
            for (let k = j; k < i; k++) sum += (l[r * n + k] ?? 0) * (work[c * n + k] ?? 0)
            work[c * n + r] = -sum
          }
        }
      }
      for (let c = j; c < j + cols; c++) {
        for (let r = Math.max(i, c); r < i + rows; r++) {
          let sum = r === c ? 1 : (work[c * n + r] ?? 0)
          for (let k = Math.max(i, c); k < r; k++) sum -= (l[r * n + k] ?? 0) * (work[c * n + k] ?? 0)
          work[c * n + r] = sum / (l[r * n + r] ?? 1)
        }
      }
    }
  }
  for (let i = 0; i < n; i += 4) {
    const rows = Math.min(4, n - i)
    for (let j = 0; j <= i; j += 4) {
      if (rows === 4 && j + 4 <= n) {
        const sums = dots(
          work,
          i * n,
          (i + 1) * n,
          (i + 2) * n,
          (i + 3) * n,
          work,
          j * n,
          (j + 1) * n,
          (j + 2) * n,
          (j + 3) * n,
          i,
          n,
        )
        for (let r = 0; r < 4; r++) for (let c = 0; c < 4; c++) setBoth(into, n, i + r, j + c, sums[r * 4 + c] ?? 0)
        continue
      }
      for (let r = i; r < i + rows; r++) {
        for (let c = j; c < Math.min(j + 4, n); c++) {
          let sum = 0
          for (let k = i; k < n; k++) sum += (work[r * n + k] ?? 0) * (work[c * n + k] ?? 0)
          setBoth(into, n, r, c, sum)
        }
      }
    }
  }
}

function setBoth(a: Float64Array, n: number, i: number, j: number, value: number): void {
  a[i * n + j] = value
  a[j * n + i] = value
}

/** Solves L R = B in place; B has `w` columns, row by row, from `at`. */
export function solveLower(l: Float64Array, n: number, b: Float64Array, w: number): void {
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) {
      const factor = l[i * n + k] ?? 0
      if (factor === 0) continue
      for (let c = 0; c < w; c++) addTo(b, i * w + c, -factor * (b[k * w + c] ?? 0))
    }
    const pivot = l[i * n + i] ?? 1
    for (let c = 0; c < w; c++) b[i * w + c] = (b[i * w + c] ?? 0) / pivot
  }
}

/** Solves L' R = B in place. */
export function solveUpper(l: Float64Array, n: number, b: Float64Array, w: number): void {
  for (let i = n - 1; i >= 0; i--) {
    const pivot = l[i * n + i] ?? 1
    for (let c = 0; c < w; c++) b[i * w + c] = (b[i * w + c] ?? 0) / pivot
    for (let k = 0; k < i; k++) {
      const factor = l[i * n + k] ?? 0
      if (factor === 0) continue
      for (let c = 0; c < w; c++) addTo(b, k * w + c, -factor * (b[i * w + c] ?? 0))
    }
  }
}
