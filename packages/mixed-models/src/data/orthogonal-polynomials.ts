/**
 * R's `poly(x, degree)`: polynomials of degree 1, 2, … that are orthogonal over the values, each of length one and with a
 * positive leading coefficient. By the recurrence of three terms (Forsythe, J. SIAM 5, 1957). NaN takes no part and stays
 * NaN; where there are no more different values than the degree, the last columns are zero.
 */
export function orthogonalPolynomials(values: Float64Array, degree: number): readonly Float64Array[] {
  const present = values.filter((value) => !Number.isNaN(value))
  const middle = present.reduce((sum, value) => sum + value, 0) / present.length
  const x = values.map((value) => value - middle)
  const dot = (one: Float64Array, other: Float64Array, third?: Float64Array): number => {
    let sum = 0
    for (let row = 0; row < x.length; row++) {
      if (!Number.isNaN(x[row])) sum += (one[row] ?? 0) * (other[row] ?? 0) * (third?.[row] ?? 1)
    }
    return sum
  }
  let before: Float64Array = new Float64Array(x.length)
  let last: Float64Array = new Float64Array(x.length).fill(1 / Math.sqrt(present.length))
  const columns: Float64Array[] = []
  const scale = Math.sqrt(dot(x, x) / present.length)
  for (let power = 1; power <= degree; power++) {
    const [a, b] = [dot(x, last, last), dot(x, last, before)]
    const next = x.map((value, row) => (value - a) * (last[row] ?? 0) - b * (before[row] ?? 0))
    const length = Math.sqrt(dot(next, next))
    const isNothing = !(length > 1e-10 * scale)
    before = last
    last = next.map((value) => (isNothing ? value * 0 : value / length))
    columns.push(last)
  }
  return columns
}
