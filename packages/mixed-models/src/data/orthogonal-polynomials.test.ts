import fc from 'fast-check'
import { expect, it } from 'vitest'
import { orthogonalPolynomials } from './orthogonal-polynomials.ts'

const rounded = (columns: readonly Float64Array[]) =>
  columns.map((column) => [...column].map((value) => Number(value.toFixed(10))))

it('has the values of R for poly(c(1, 2, 4, 7), 3)', () => {
  // R 4.2: print(poly(c(1, 2, 4, 7), 3), digits = 10)
  expect(rounded(orthogonalPolynomials(Float64Array.of(1, 2, 4, 7), 3))).toEqual([
    [-0.5455447256, -0.3273268354, 0.1091089451, 0.7637626158],
    [0.5128225941, -0.1709408647, -0.740743747, 0.3988620176],
    [-0.4351941399, 0.7833494518, -0.4351941399, 0.087038828],
  ])
})

it('is orthogonal, of length one, and rises in the end', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: -1000, max: 3000 }), { minLength: 5, maxLength: 30 }),
      fc.integer({ min: 1, max: 4 }),
      (numbers, degree) => {
        const x = Float64Array.from(numbers)
        const columns = [x.map(() => 1), ...orthogonalPolynomials(x, degree)]
        const highest = numbers.indexOf(Math.max(...numbers))
        columns.forEach((one, i) => {
          expect(one[highest]).toBeGreaterThan(0)
          columns.slice(0, i + 1).forEach((other, j) => {
            const product = one.reduce((sum, value, row) => sum + value * (other[row] ?? 0), 0)
            expect(product).toBeCloseTo(i !== j ? 0 : i === 0 ? x.length : 1, 7)
          })
        })
      },
    ),
  )
})

it('leaves missing values missing, and has nothing where values are too few', () => {
  const x = Float64Array.of(1, Number.NaN, 3)
  const [first, second] = orthogonalPolynomials(x, 2)
  const half = Number(Math.SQRT1_2.toFixed(10))
  expect(rounded([first ?? x])).toEqual([[-half, Number.NaN, half]])
  expect([...(second ?? [])]).toEqual([0, Number.NaN, 0])
})
