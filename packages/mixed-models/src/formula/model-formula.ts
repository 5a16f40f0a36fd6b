import { deparse, type Expression, namesIn } from './expression.ts'
import { parseExpression, type SyntaxRefusal } from './parse-expression.ts'
import { type TermRefusal, type Terms, termsOf } from './terms.ts'

/** `response ~ fixed + (terms | group) + …`, in lme4's syntax. */
export interface ModelFormula {
  readonly response: Expression
  readonly fixed: Terms
  readonly random: readonly RandomTerm[]
  /** The columns that the formula needs, each once. */
  readonly names: readonly string[]
}

/** Effects that vary over the levels of a group with a covariance matrix of their own. */
export interface RandomTerm {
  readonly terms: Terms
  /** The columns whose combinations are the levels: `school:lea` has two. */
  readonly group: readonly string[]
}

export type FormulaRefusal =
  | SyntaxRefusal
  | TermRefusal
  /** No `~`, nothing before it, or no random term. */
  | { readonly ok: false; readonly reason: 'formula-form'; readonly missing: 'response' | 'random-term' }
  /** What stands after a bar is no name, nor names joined by `:` or `/`. */
  | { readonly ok: false; readonly reason: 'formula-group'; readonly part: string }

/** Reads a formula. `(x | a/b)` becomes `(x | b:a) + (x | a)`, `(1 + x || g)` becomes `(1 | g) + (0 + x | g)`, as in lme4. */
export function parseFormula(text: string): ({ readonly ok: true } & ModelFormula) | FormulaRefusal {
  const parsed = parseExpression(text)
  if (!parsed.ok) return parsed
  const { expression } = parsed
  if (expression.kind !== 'binary' || expression.operator !== '~') {
    return { ok: false, reason: 'formula-form', missing: 'response' }
  }
  const bars: Expression[] = []
  const fixed = termsOf(withoutBars(expression.right, bars))
  if (!fixed.ok) return fixed
  if (bars.length === 0) return { ok: false, reason: 'formula-form', missing: 'random-term' }
  const random: RandomTerm[] = []
  for (const bar of bars) {
    const found = randomTerms(bar)
    if ('ok' in found) return found
    random.push(...found)
  }
  const names = new Set([
    ...namesIn(expression.left),
    ...fixed.variables.flatMap((variable) => namesIn(variable.expression)),
    ...random.flatMap(({ terms }) => terms.variables.flatMap((variable) => namesIn(variable.expression))),
    ...random.flatMap(({ group }) => group),
  ])
  return { ok: true, response: expression.left, fixed, random, names: [...names] }
}

/** The right-hand side without its random terms, which are added to `bars`; undefined where nothing is left. */
function withoutBars(expression: Expression, bars: Expression[]): Expression | undefined {
  if (expression.kind === 'parentheses' && isBar(expression.inner)) {
    bars.push(expression.inner)
    return undefined
  }
  if (expression.kind !== 'binary' || (expression.operator !== '+' && expression.operator !== '-')) return expression
  const left = withoutBars(expression.left, bars)
  const right = withoutBars(expression.right, bars)
  if (left === undefined) {
    return right === undefined || expression.operator === '+' ? right : { kind: 'sign', operator: '-', argument: right }
  }
  return right === undefined ? left : { ...expression, left, right }
}

function isBar(expression: Expression): boolean {
  return expression.kind === 'binary' && (expression.operator === '|' || expression.operator === '||')
}

function randomTerms(bar: Expression): readonly RandomTerm[] | FormulaRefusal {
  if (bar.kind !== 'binary') throw new Error('A random term is a binary expression')
  const groups = groupsOf(bar.right)
  if (groups === undefined) return { ok: false, reason: 'formula-group', part: deparse(bar.right) }
  const terms = termsOf(bar.left)
  if (!terms.ok) return terms
  const parts = bar.operator === '||' ? apart(terms) : [terms]
  if (parts.length === 0 || parts.some((part) => !part.intercept && part.terms.length === 0)) {
    return { ok: false, reason: 'formula-term', part: deparse(bar) }
  }
  return groups.flatMap((group) => parts.map((part) => ({ terms: part, group })))
}

/** One part for the intercept and one for every term. */
function apart(terms: Terms): readonly Terms[] {
  const slopes = terms.terms.map((term) => ({ intercept: false, variables: terms.variables, terms: [term] }))
  return terms.intercept ? [{ intercept: true, variables: [], terms: [] }, ...slopes] : slopes
}

/** The groupings that an expression stands for: `a/b` for `b:a` and `a`. */
function groupsOf(expression: Expression): readonly (readonly string[])[] | undefined {
  if (expression.kind === 'name') return [[expression.name]]
  if (expression.kind === 'parentheses') return groupsOf(expression.inner)
  // The levels of a grouping are texts anyway, so that factor(school) is school.
  if (expression.kind === 'call' && (expression.name === 'factor' || expression.name === 'as.factor')) {
    const [of, ...more] = expression.args
    return of?.kind === 'name' && more.length === 0 ? [[of.name]] : undefined
  }
  if (expression.kind !== 'binary') return undefined
  const left = groupsOf(expression.left)
  const right = groupsOf(expression.right)
  if (left === undefined || right === undefined) return undefined
  const [outer = []] = left
  switch (expression.operator) {
    case ':':
      return left.length === 1 && right.length === 1 ? [[...outer, ...(right[0] ?? [])]] : undefined
    case '/':
      // lme4 names the inner level first: `lea/school` gives `school:lea`, then `lea`.
      return [...right.map((inner) => [...inner, ...outer]), ...left]
    case '+':
      return [...left, ...right]
    default:
      return undefined
  }
}
