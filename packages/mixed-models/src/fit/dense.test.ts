import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { choleskyInPlace, inverseFromCholesky, solveLower, solveUpper } from './dense.ts'

/** A positive definite matrix: GG' + I. */
const definite = fc.integer({ min: 1, max: 14 }).chain((n) =>
  fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: n * n, maxLength: n * n }).map((g) => ({
    n,
    a: Float64Array.from({ length: n * n }, (_, at) => {
      const [i, j] = [Math.floor(at / n), at % n]
      return Array.from({ length: n }, (_, k) => (g[i * n + k] ?? 0) * (g[j * n + k] ?? 0)).reduce(
        (s, v) => s + v,
        i === j ? 1 : 0,
      )
    }),
  })),
)

function product(a: Float64Array, b: Float64Array, n: number): Float64Array {
  return a.map((_, at) => {
    let sum = 0
    for (let k = 0; k < n; k++) sum += (a[Math.floor(at / n) * n + k] ?? 0) * (b[k * n + (at % n)] ?? 0)
    return sum
  })
}

const identity = (n: number) => Float64Array.from({ length: n * n }, (_, at) => (Math.floor(at / n) === at % n ? 1 : 0))

describe('dense matrices', () => {
  it('times their inverse are the identity', () => {
    fc.assert(
      fc.property(definite, ({ n, a }) => {
        const l = a.slice()
        expect(choleskyInPlace(l, n)).toBe(true)
        const inverse = new Float64Array(n * n)
        inverseFromCholesky(l, n, new Float64Array(n * n), inverse)
        product(inverse, a, n).forEach((each, at) => {
          expect(each).toBeCloseTo(identity(n)[at] ?? 0, 8)
        })
      }),
    )
  })

  it('are undone by solving with both triangles', () => {
    fc.assert(
      fc.property(definite, ({ n, a }) => {
        const l = a.slice()
        choleskyInPlace(l, n)
        const b = a.slice()
        solveLower(l, n, b, n)
        solveUpper(l, n, b, n)
        b.forEach((each, at) => {
          expect(each).toBeCloseTo(identity(n)[at] ?? 0, 8)
        })
      }),
    )
  })

  it('that are not positive definite are said to be so', () => {
    expect(choleskyInPlace(Float64Array.of(1, 0, 2, 1), 2)).toBe(false)
  })
})
