import { describe, expect, it } from 'vitest'
import { deparse } from './expression.ts'
import { parseFormula } from './model-formula.ts'
import { parseExpression } from './parse-expression.ts'

function randomOf(text: string): readonly string[] {
  const formula = parseFormula(text)
  if (!formula.ok) throw new Error(JSON.stringify(formula))
  return formula.random.map(({ terms, group }) => {
    const names = terms.terms.map((term) => term.map((place) => terms.variables[place]?.name).join(':'))
    return `${[terms.intercept ? '1' : '0', ...names].join(' + ')} | ${group.join(':')}`
  })
}

describe('random terms', () => {
  it.each([
    ['y ~ x + (1 | lea/school)', ['1 | school:lea', '1 | lea']],
    ['y ~ (x | a/b/c)', ['1 + x | c:b:a', '1 + x | b:a', '1 + x | a']],
    ['y ~ x + (1 | s) + (1 | d)', ['1 | s', '1 | d']],
    ['y ~ (1 + x || g)', ['1 | g', '0 + x | g']],
    ['y ~ (0 + x || g) + z', ['0 + x | g']],
    ['y ~ (0 + x | g)', ['0 + x | g']],
    ['y ~ (1 | factor(a)/b) + (x | as.factor(d))', ['1 | b:a', '1 | a', '1 + x | d']],
    ['y ~ (x * z - 1 | a:b)', ['0 + x + z + x:z | a:b']],
  ])('of %s are %j', (formula, terms) => {
    expect(randomOf(formula)).toEqual(terms)
  })

  it('leave the fixed terms alone', () => {
    const formula = parseFormula('log(y) ~ 0 + (1 | g) + a * b - a + (x | h)')
    expect(formula).toMatchObject({ ok: true, fixed: { intercept: false }, names: ['y', 'a', 'b', 'x', 'g', 'h'] })
    expect(formula.ok && formula.fixed.terms).toEqual([[1], [0, 1]])
  })
})

describe('a formula that is none', () => {
  it.each([
    ['', { reason: 'formula-syntax', position: 1 }],
    ['y ~ x + (1 | g', { reason: 'formula-syntax', position: 15 }],
    ['y ~ x + + (1 | g))', { reason: 'formula-syntax', position: 18 }],
    ['y ~ x # z', { reason: 'formula-syntax', position: 7 }],
    ['y ~ x z', { reason: 'formula-syntax', position: 7 }],
    ['x + (1 | g)', { reason: 'formula-form', missing: 'response' }],
    ['y ~ x', { reason: 'formula-form', missing: 'random-term' }],
    ['y ~ 3 + (1 | g)', { reason: 'formula-term', part: '3' }],
    ['y ~ x^z + (1 | g)', { reason: 'formula-term', part: 'x^z' }],
    ['y ~ (0 | g)', { reason: 'formula-term', part: '0 | g' }],
    ['y ~ (1 | 2)', { reason: 'formula-group', part: '2' }],
    ['y ~ (1 | log(g))', { reason: 'formula-group', part: 'log(g)' }],
  ])('is refused, saying where: %s', (text, refusal) => {
    expect(parseFormula(text)).toMatchObject({ ok: false, ...refusal })
  })
})

describe('names', () => {
  it.each([
    ['I( x ^2+ y*3 )', 'I(x^2 + y * 3)'],
    ['log(x+1)', 'log(x + 1)'],
    ['-x/2', '-x/2'],
    ['`gross score`', '`gross score`'],
    ['a.b_c', 'a.b_c'],
    ['x**2', 'x^2'],
    ['I(x>=2*y)', 'I(x >= 2 * y)'],
    ['I(a+1<b)', 'I(a + 1 < b)'],
    ['-2^2', '-2^2'],
  ])('of %s are written as R writes them', (text, name) => {
    const parsed = parseExpression(text)
    expect(parsed.ok && deparse(parsed.expression)).toBe(name)
  })
})
