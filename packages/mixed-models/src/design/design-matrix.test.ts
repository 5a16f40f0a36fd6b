import { describe, expect, it } from 'vitest'
import type { DataColumn } from '../data/model-data.ts'
import { parseExpression } from '../formula/parse-expression.ts'
import { termsOf } from '../formula/terms.ts'
import { fillColumn } from './design-column.ts'
import { designColumns } from './design-matrix.ts'

/** Two factors crossed with a third, and two columns of numbers; six rows. */
const data: Readonly<Record<string, DataColumn>> = {
  a: { kind: 'factor', codes: Int32Array.of(0, 1, 2, 0, 1, 2), levels: ['p', 'q', 'r'] },
  b: { kind: 'factor', codes: Int32Array.of(0, 0, 0, 1, 1, 1), levels: ['u', 'v'] },
  c: { kind: 'factor', codes: Int32Array.of(0, 1, 0, 1, 0, 1), levels: ['k', 'l'] },
}
const basis: DataColumn = {
  kind: 'basis',
  columns: [Float64Array.of(1, 2, 3, 4, 5, 6), Float64Array.of(1, 4, 9, 16, 25, 36)],
}
const numbers: DataColumn = { kind: 'number', values: Float64Array.of(2, 3, 5, 7, 11, 13) }

function columnsOf(formula: string) {
  const parsed = parseExpression(formula)
  const terms = parsed.ok ? termsOf(parsed.expression) : parsed
  if (!terms.ok) throw new Error(JSON.stringify(terms))
  return designColumns(
    terms,
    new Map(terms.variables.map(({ name }) => [name, data[name] ?? (name.startsWith('poly') ? basis : numbers)])),
  )
}

describe('columns of a design', () => {
  // The right-hand sides are what colnames(model.matrix(…)) of R 4.2 prints for such data.
  it.each([
    ['a*b', '(Intercept) aq ar bv aq:bv ar:bv'],
    ['x*a', '(Intercept) x aq ar x:aq x:ar'],
    ['a:b', '(Intercept) ap:bu aq:bu ar:bu ap:bv aq:bv ar:bv'],
    ['a:x', '(Intercept) ap:x aq:x ar:x'],
    ['0 + a + b', 'ap aq ar bv'],
    ['x + a:x', '(Intercept) x x:aq x:ar'],
    ['b/a', '(Intercept) bv bu:aq bv:aq bu:ar bv:ar'],
    ['(a+b+c)^2', '(Intercept) aq ar bv cl aq:bv ar:bv aq:cl ar:cl bv:cl'],
    ['a*b*x - a:b:x', '(Intercept) aq ar bv x aq:bv ar:bv aq:x ar:x bv:x'],
    ['x:z + x', '(Intercept) x x:z'],
    ['b:a + a', '(Intercept) aq ar bv:ap bv:aq bv:ar'],
    ['I(x^2) + log(abs(z)+1)', '(Intercept) I(x^2) log(abs(z) + 1)'],
    ['-1 + x + a:b', 'x ap:bu aq:bu ar:bu ap:bv aq:bv ar:bv'],
    [
      'a + b + a:b:c',
      '(Intercept) aq ar bv ap:bu:ck aq:bu:ck ar:bu:ck ap:bv:ck aq:bv:ck ar:bv:ck ap:bu:cl aq:bu:cl ar:bu:cl ap:bv:cl aq:bv:cl ar:bv:cl',
    ],
    ['x*z*b', '(Intercept) x z bv x:z x:bv z:bv x:z:bv'],
    ['0 + x:a', 'x:ap x:aq x:ar'],
    ['a %in% b', '(Intercept) ap:bu aq:bu ar:bu ap:bv aq:bv ar:bv'],
    ['x + (a+b)*z - z', '(Intercept) x aq ar bv ap:z aq:z ar:z bv:z'],
    ['b*(x+z)^2', '(Intercept) bv x z x:z bv:x bv:z bv:x:z'],
    ['poly(x,2)*b', '(Intercept) poly(x, 2)1 poly(x, 2)2 bv poly(x, 2)1:bv poly(x, 2)2:bv'],
    ['1', '(Intercept)'],
    ['0 + a:b + x', 'x ap:bu aq:bu ar:bu ap:bv aq:bv ar:bv'],
    ['I((x+z)*2) + x/b', '(Intercept) I((x + z) * 2) x x:bv'],
  ])('of ~ %s are those of R', (formula, names) => {
    expect(
      columnsOf(formula)
        .map(({ name }) => name)
        .join(' '),
    ).toBe(names)
  })

  it('are products of numbers and indicators', () => {
    const column = columnsOf('x * a * b').find(({ name }) => name === 'x:aq:bv')
    if (column === undefined) throw new Error('x:aq:bv is missing')
    const values = new Float64Array(8)
    fillColumn(column, 1, 5, values, 2)
    expect([...values]).toEqual([0, 0, 0, 0, 0, 11, 0, 0])
  })
})
