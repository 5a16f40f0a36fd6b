import { deparse, type Expression } from './expression.ts'

/** A term is the variables whose product it is; the empty term is the intercept. */
export interface Terms {
  readonly intercept: boolean
  /** The variables, each with the name that R gives it, in order of first occurrence. */
  readonly variables: readonly Variable[]
  /** Places in `variables`, ascending; terms of fewer variables first, else as written. */
  readonly terms: readonly (readonly number[])[]
}

export interface Variable {
  readonly name: string
  readonly expression: Expression
}

export interface TermRefusal {
  readonly ok: false
  readonly reason: 'formula-term'
  /** The part that has no meaning as a term, such as `2` or `a ~ b`. */
  readonly part: string
}

/**
 * Expands a right-hand side as R's `terms.formula` does: `a*b` is `a + b + a:b`, `a/b` is `a + a:b`, `(a + b)^2` has all
 * products of two, `-` takes out, `0` and `-1` take out the intercept.
 */
export function termsOf(expression: Expression | undefined): ({ readonly ok: true } & Terms) | TermRefusal {
  const variables: Variable[] = []
  const placeOf = (each: Expression): number => {
    const name = deparse(each)
    const known = variables.findIndex((variable) => variable.name === name)
    return known === -1 ? variables.push({ name, expression: each }) - 1 : known
  }
  const found = expression === undefined ? [[]] : expand(expression, placeOf)
  if ('ok' in found) return found
  // R has an intercept unless it is taken out, so it stands first and `0` takes it out again.
  const all = expression === undefined ? found : distinct([[], ...found])
  const without = expression !== undefined && takesOutIntercept(expression)
  const terms = all.filter((term) => term.length > 0).toSorted((one, other) => one.length - other.length)
  return { ok: true, intercept: !without, variables, terms }
}

type Term = readonly number[]

function expand(expression: Expression, placeOf: (each: Expression) => number): readonly Term[] | TermRefusal {
  const refused: TermRefusal = { ok: false, reason: 'formula-term', part: deparse(expression) }
  const both = (
    left: Expression,
    right: Expression,
    join: (one: readonly Term[], other: readonly Term[]) => readonly Term[],
  ): readonly Term[] | TermRefusal => {
    const one = expand(left, placeOf)
    if ('ok' in one) return one
    const other = expand(right, placeOf)
    return 'ok' in other ? other : distinct(join(one, other))
  }
  switch (expression.kind) {
    case 'number':
      return expression.value === 0 || expression.value === 1 ? [[]] : refused
    case 'name':
    case 'call':
      return [[placeOf(expression)]]
    case 'parentheses':
      return expand(expression.inner, placeOf)
    case 'sign':
      return expression.operator === '+' ? expand(expression.argument, placeOf) : []
    case 'binary':
      break
  }
  const { operator, left, right } = expression
  switch (operator) {
    case '+':
      return both(left, right, (one, other) => [...one, ...other])
    case '-':
      return both(left, right, (one, other) => one.filter((term) => !other.some((gone) => same(term, gone))))
    case ':':
    case '%in%':
      return both(left, right, products)
    case '*':
      return both(left, right, (one, other) => [...one, ...other, ...products(one, other)])
    case '/':
      return both(left, right, (one, other) => [...one, ...products([one.reduce(union, [])], other)])
    case '^': {
      const base = expand(left, placeOf)
      if ('ok' in base) return base
      const power = right.kind === 'number' && Number.isInteger(right.value) && right.value >= 1 ? right.value : 0
      if (power === 0) return refused
      let terms = base
      for (let k = 1; k < power; k++) terms = distinct([...terms, ...products(terms, base)])
      return terms
    }
    default:
      return refused
  }
}

/** The last of `1`, `0`, `-1`, `-0` that is added or taken out decides. */
function takesOutIntercept(expression: Expression, adding = true, before = false): boolean {
  switch (expression.kind) {
    case 'number':
      return adding ? expression.value === 0 : expression.value === 1
    case 'parentheses':
      return takesOutIntercept(expression.inner, adding, before)
    case 'sign':
      return takesOutIntercept(expression.argument, expression.operator === '+' ? adding : !adding, before)
    case 'binary': {
      if (expression.operator !== '+' && expression.operator !== '-') return before
      const after = takesOutIntercept(expression.left, adding, before)
      return takesOutIntercept(expression.right, expression.operator === '+' ? adding : !adding, after)
    }
    default:
      return before
  }
}

function products(one: readonly Term[], other: readonly Term[]): readonly Term[] {
  return one.flatMap((left) => other.map((right) => union(left, right)))
}

function union(one: Term, other: Term): Term {
  return [...new Set([...one, ...other])].toSorted((a, b) => a - b)
}

function distinct(terms: readonly Term[]): readonly Term[] {
  return terms.filter((term, k) => terms.findIndex((other) => same(term, other)) === k)
}

function same(one: Term, other: Term): boolean {
  return one.length === other.length && one.every((place, k) => place === other[k])
}
