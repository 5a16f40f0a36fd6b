/**
 * Eigenvalues and vectors of a symmetric tridiagonal matrix by QL with implicit shifts (Bowdler, Martin, Reinsch &
 * Wilkinson 1968), largest value first. `vectors[k]` belongs to `values[k]`.
 */
export function eigenTridiagonal(
  diagonal: readonly number[],
  beside: readonly number[],
): { readonly values: readonly number[]; readonly vectors: readonly Float64Array[] } {
  const n = diagonal.length
  const d = Float64Array.from(diagonal)
  const e = new Float64Array(n)
  for (let i = 0; i + 1 < n; i++) e[i] = beside[i] ?? 0
  const columns = Array.from({ length: n }, (_, k) => {
    const unit = new Float64Array(n)
    unit[k] = 1
    return unit
  })
  for (let l = 0; l < n; l++) {
    for (let round = 0; ; round++) {
      let m = l
      while (m + 1 < n && Math.abs(e[m] ?? 0) > 1e-16 * (Math.abs(d[m] ?? 0) + Math.abs(d[m + 1] ?? 0))) m++
      // 60 rounds are far more than QL ever took; without a limit a NaN would keep it busy forever.
      if (m === l || round > 60) break
      let g = ((d[l + 1] ?? 0) - (d[l] ?? 0)) / (2 * (e[l] ?? 0))
      let r = Math.hypot(g, 1)
      g = (d[m] ?? 0) - (d[l] ?? 0) + (e[l] ?? 0) / (g + (g >= 0 ? r : -r))
      let s = 1
      let c = 1
      let p = 0
      let i = m - 1
      for (; i >= l; i--) {
        let f = s * (e[i] ?? 0)
        const b = c * (e[i] ?? 0)
        r = Math.hypot(f, g)
        e[i + 1] = r
        if (r === 0) {
          d[i + 1] = (d[i + 1] ?? 0) - p
          e[m] = 0
          break
        }
        s = f / r
        c = g / r
        g = (d[i + 1] ?? 0) - p
        r = ((d[i] ?? 0) - g) * s + 2 * c * b
        p = s * r
        d[i + 1] = g + p
        g = c * r - b
        const left = columns[i] ?? d
        const right = columns[i + 1] ?? d
        for (let k = 0; k < n; k++) {
          f = right[k] ?? 0
          const h = left[k] ?? 0
          right[k] = s * h + c * f
          left[k] = c * h - s * f
        }
      }
      if (r === 0 && i >= l) continue
      d[l] = (d[l] ?? 0) - p
      e[l] = g
      e[m] = 0
    }
  }
  const order = [...d.keys()].sort((one, other) => (d[other] ?? 0) - (d[one] ?? 0))
  return { values: order.map((k) => d[k] ?? 0), vectors: order.map((k) => columns[k] ?? new Float64Array(n)) }
}
