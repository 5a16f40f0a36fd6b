import { comparisons, type Expression, type Operator } from '../formula/expression.ts'

/** Functions of one number, by the name that R has for them. */
const functions: Readonly<Record<string, (x: number) => number>> = {
  I: (x) => x,
  'as.numeric': (x) => x,
  log: Math.log,
  log2: Math.log2,
  log10: Math.log10,
  log1p: Math.log1p,
  exp: Math.exp,
  expm1: Math.expm1,
  sqrt: Math.sqrt,
  abs: Math.abs,
}

const operators: Partial<Readonly<Record<Operator, (left: number, right: number) => number>>> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => left / right,
  '^': (left, right) => left ** right,
  '<': comparison((left, right) => left < right),
  '<=': comparison((left, right) => left <= right),
  '>': comparison((left, right) => left > right),
  '>=': comparison((left, right) => left >= right),
  '==': comparison((left, right) => left === right),
  '!=': comparison((left, right) => left !== right),
}

/** 1 where it holds, 0 where not, missing where either side is. */
function comparison(holds: (left: number, right: number) => boolean): (left: number, right: number) => number {
  return (left, right) => (Number.isNaN(left) || Number.isNaN(right) ? Number.NaN : Number(holds(left, right)))
}

/** Whether an expression is true or false rather than a number: `I(x > 2)`. */
export function isComparison(expression: Expression): boolean {
  if (expression.kind === 'parentheses') return isComparison(expression.inner)
  if (expression.kind === 'call' && expression.name === 'I') return expression.args.some(isComparison)
  return expression.kind === 'binary' && comparisons.includes(expression.operator)
}

export type EvaluationRefusal =
  | { readonly ok: false; readonly reason: 'unknown-function'; readonly name: string }
  | { readonly ok: false; readonly reason: 'not-a-number'; readonly name: string }

/**
 * The numbers that an arithmetic expression gives for every row. `valuesOf` gives the numbers of a column, undefined
 * where it holds none.
 */
export function evaluate(
  expression: Expression,
  rowCount: number,
  valuesOf: (name: string) => Float64Array | undefined,
): { readonly ok: true; readonly values: Float64Array } | EvaluationRefusal {
  switch (expression.kind) {
    case 'number':
      return { ok: true, values: new Float64Array(rowCount).fill(expression.value) }
    case 'name': {
      const values = valuesOf(expression.name)
      return values === undefined ? { ok: false, reason: 'not-a-number', name: expression.name } : { ok: true, values }
    }
    case 'parentheses':
      return evaluate(expression.inner, rowCount, valuesOf)
    case 'sign': {
      const inner = evaluate(expression.argument, rowCount, valuesOf)
      if (!inner.ok || expression.operator === '+') return inner
      return { ok: true, values: inner.values.map((value) => -value) }
    }
    case 'call': {
      const [argument, ...more] = expression.args
      const apply = functions[expression.name]
      if (argument === undefined || more.length > 0 || (apply === undefined && expression.name !== 'scale')) {
        return { ok: false, reason: 'unknown-function', name: expression.name }
      }
      const inner = evaluate(argument, rowCount, valuesOf)
      if (!inner.ok) return inner
      return {
        ok: true,
        values: apply === undefined ? scaled(inner.values) : inner.values.map((value) => apply(value)),
      }
    }
    case 'binary': {
      const apply = operators[expression.operator]
      if (apply === undefined) return { ok: false, reason: 'unknown-function', name: expression.operator }
      const left = evaluate(expression.left, rowCount, valuesOf)
      if (!left.ok) return left
      const right = evaluate(expression.right, rowCount, valuesOf)
      if (!right.ok) return right
      return { ok: true, values: left.values.map((value, row) => apply(value, right.values[row] ?? Number.NaN)) }
    }
  }
}

/** R's `scale`: less the mean, over the standard deviation with n − 1; missing values take no part. */
function scaled(values: Float64Array): Float64Array {
  const present = values.filter((value) => !Number.isNaN(value))
  const mean = present.reduce((sum, value) => sum + value, 0) / present.length
  const squares = present.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  const deviation = Math.sqrt(squares / (present.length - 1))
  return values.map((value) => (value - mean) / deviation)
}
