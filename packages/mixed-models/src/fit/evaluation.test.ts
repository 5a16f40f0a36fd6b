import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fillColumn } from '../design/design-column.ts'
import { madeUpData } from '../made-up-data.ts'
import { type Method, profiledCriterion } from './criterion.ts'
import { crossProducts } from './cross-products.ts'
import { evaluatorOf, thetaPlaces } from './evaluation.ts'
import { modelFrame } from './fit.ts'
import { leastSquares, prepare } from './prepare.ts'
import type { Standardised } from './standardise.ts'

const formulas = [
  'y ~ x + (1 | g)',
  'y ~ x + f + (x | g)',
  'y ~ x + (1 | g) + (1 | h)',
  'y ~ f * x + (x | g) + (0 + z || h)',
  'y ~ 0 + f + (1 | g/h)',
  'y ~ x + (x | g) + (x | h) + (1 | k)',
  'y ~ 1 + (1 | k/h/g)',
  'y ~ x + (x + z | k) + (1 | g:h)',
]
const rows = 40
const cell = fc.integer({ min: -300, max: 300 }).map((each) => each / 100)
const column = fc.array(cell, { minLength: rows, maxLength: rows })
const groups = (count: number) => fc.array(fc.integer({ min: 0, max: count - 1 }), { minLength: rows, maxLength: rows })
const data = fc.record({ y: column, x: column, z: column, g: groups(9), h: groups(5), k: groups(3), f: groups(2) })

function modelOf(
  formula: string,
  columns: { readonly f: readonly number[] } & Readonly<Record<string, readonly number[]>>,
): Standardised | undefined {
  const factor = columns.f.map((each) => (each === 0 ? 'no' : 'yes'))
  const read = modelFrame(formula, madeUpData({ ...columns, f: factor }))
  const prepared = read.ok ? prepare(read.formula, read.frame) : read
  return prepared.ok ? prepared.model : undefined
}

/** −2 log-likelihood with β and σ at their best, by a dense V = I + ZΛΛ'Z' and elimination without any structure. */
function bruteForce(model: Standardised, theta: Float64Array, method: Method): number {
  const n = model.rowCount
  const values = (columns: Standardised['fixed']) =>
    columns.map(({ column: each, centre, scale }) => {
      const filled = new Float64Array(n)
      fillColumn(each, 0, n, filled, 0)
      return filled.map((value) => (value - centre) / scale)
    })
  const v = Array.from({ length: n }, (_, i) => Float64Array.from({ length: n }, (_, j) => (i === j ? 1 : 0)))
  const places = thetaPlaces(crossProducts(model))
  model.factors.forEach(({ codes, columns }, f) => {
    const z = values(columns)
    const q = columns.length
    const lambda = new Float64Array(q * q)
    places.forEach(({ factor, row, col }, k) => {
      if (factor === f) lambda[row * q + col] = theta[k] ?? 0
    })
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) {
        if (codes[i] !== codes[j]) continue
        for (let c = 0; c < q; c++) {
          let left = 0
          let right = 0
          for (let r = 0; r < q; r++) {
            left += (z[r]?.[i] ?? 0) * (lambda[r * q + c] ?? 0)
            right += (z[r]?.[j] ?? 0) * (lambda[r * q + c] ?? 0)
          }
          const row = v[i]
          if (row !== undefined) row[j] = (row[j] ?? 0) + left * right
        }
      }
    }
  })
  const x = values(model.fixed)
  const p = x.length
  // Gauss: [V | X y], then the same on X'V⁻¹[X y].
  const y = model.response.map((value) => value - model.responseCentre)
  const right = Array.from({ length: n }, (_, i) => Float64Array.from([...x.map((each) => each[i] ?? 0), y[i] ?? 0]))
  const { logDet: logDetV, solved } = gauss(v, right)
  const inner = x.map((each) => Float64Array.from({ length: p + 1 }, (_, c) => dot(each, solved, c)))
  const matrix = inner.map((row) => row.slice(0, p))
  const { logDet: logDetX, solved: beta } = gauss(
    matrix,
    inner.map((row) => row.slice(p)),
  )
  const explained = inner.reduce((sum, row, k) => sum + (row[p] ?? 0) * (beta[k]?.[0] ?? 0), 0)
  const rss = dot(y, solved, p) - explained
  const freedom = method === 'reml' ? n - p : n
  return logDetV + (method === 'reml' ? logDetX : 0) + freedom * (1 + Math.log((2 * Math.PI * rss) / freedom))
}

function dot(one: Float64Array, rowsOf: readonly Float64Array[], c: number): number {
  return one.reduce((sum, value, i) => sum + value * (rowsOf[i]?.[c] ?? 0), 0)
}

function gauss(matrix: readonly Float64Array[], right: readonly Float64Array[]) {
  const a = matrix.map((row, i) => Float64Array.from([...row, ...(right[i] ?? [])]))
  const n = a.length
  let logDet = 0
  for (let k = 0; k < n; k++) {
    const best = a
      .slice(k)
      .reduce((most, row, i) => (Math.abs(row[k] ?? 0) > Math.abs(a[most]?.[k] ?? 0) ? k + i : most), k)
    const pivotRow = a[best]
    const first = a[k]
    if (pivotRow === undefined || first === undefined) throw new Error('Square')
    a[k] = pivotRow
    if (best !== k) a[best] = first
    logDet += Math.log(Math.abs(pivotRow[k] ?? 0))
    for (const row of a) {
      if (row === pivotRow) continue
      const factor = (row[k] ?? 0) / (pivotRow[k] ?? 1)
      for (let j = k; j < row.length; j++) row[j] = (row[j] ?? 0) - factor * (pivotRow[j] ?? 0)
    }
  }
  return { logDet, solved: a.map((row, i) => row.slice(n).map((value) => value / (row[i] ?? 1))) }
}

describe.each(formulas)('the criterion of %s', (formula) => {
  const length = (model: Standardised) => thetaPlaces(crossProducts(model)).length
  const theta = fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: 12, maxLength: 12 })

  it.each(['reml', 'ml'] as const)('is what a dense covariance matrix gives, with its slopes (%s)', (method) => {
    fc.assert(
      fc.property(data, theta, (columns, numbers) => {
        const model = modelOf(formula, columns)
        fc.pre(model !== undefined)
        if (model === undefined) return
        const products = crossProducts(model)
        fc.pre(!('dependent' in leastSquares(products.xx, products.p)))
        const at = Float64Array.from(numbers.slice(0, length(model)))
        const f = profiledCriterion(evaluatorOf(crossProducts(model)), method)
        const { value, gradient } = f(at)
        const expected = bruteForce(model, at, method)
        // Nearly nothing left to explain: sums of squares have lost their digits on both sides.
        fc.pre(Number.isFinite(expected) && expected > -100)
        expect(value).toBeCloseTo(expected, 6)
        gradient.forEach((slope, k) => {
          const step = 1e-5
          const difference = f(at.with(k, (at[k] ?? 0) + step)).value - f(at.with(k, (at[k] ?? 0) - step)).value
          const size = Math.max(1, Math.abs(slope))
          expect(slope / size).toBeCloseTo(difference / (2 * step) / size, 3)
        })
      }),
      { numRuns: 12, seed: 20261122 },
    )
  })
})
