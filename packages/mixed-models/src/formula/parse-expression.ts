import type { Expression, Operator } from './expression.ts'

/** What is wrong with a formula; position counts from 1 in its text. */
export interface SyntaxRefusal {
  readonly ok: false
  readonly reason: 'formula-syntax'
  readonly position: number
  readonly expected: string
}

/** From loose to tight, as in R's `?Syntax`; `||` and `|` bind alike. */
const precedence: Readonly<Record<Operator, number>> = {
  '~': 1,
  '|': 2,
  '||': 2,
  '<': 3,
  '<=': 3,
  '>': 3,
  '>=': 3,
  '==': 3,
  '!=': 3,
  '+': 4,
  '-': 4,
  '*': 5,
  '/': 5,
  '%in%': 6,
  ':': 7,
  '^': 9,
}
/** A sign before an expression binds looser than `^` and tighter than `:`. */
const signPrecedence = 8

interface Token {
  readonly kind: 'number' | 'name' | 'sign' | 'end'
  readonly text: string
  readonly position: number
}

const tokenForms: readonly (readonly ['number' | 'name' | 'sign', RegExp])[] = [
  ['number', /(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?/y],
  ['name', /(\p{L}|\.)[\p{L}\p{N}._]*|`[^`]+`/uy],
  ['sign', /\|\||\*\*|%in%|[<>=!]=|[~|<>+\-*/:^(),]/y],
]

/** Parses R's syntax of formulas: `y ~ a * b + (1 + a | school)`. */
export function parseExpression(text: string): { readonly ok: true; readonly expression: Expression } | SyntaxRefusal {
  const tokens = tokensOf(text)
  if ('ok' in tokens) return tokens
  let at = 0
  const peek = (): Token => tokens[at] ?? { kind: 'end', text: '', position: text.length + 1 }
  let refusal: SyntaxRefusal | undefined
  const refuse = (expected: string): undefined => {
    refusal ??= { ok: false, reason: 'formula-syntax', position: peek().position, expected }
    return undefined
  }
  const take = (sign: string): boolean => {
    if (peek().kind !== 'sign' || peek().text !== sign) return false
    at++
    return true
  }

  function operand(): Expression | undefined {
    const { kind, text: written } = peek()
    if (kind === 'number') {
      at++
      return { kind: 'number', value: Number(written), text: written }
    }
    if (kind === 'name') {
      at++
      const name = written.startsWith('`') ? written.slice(1, -1) : written
      return take('(') ? call(name) : { kind: 'name', name }
    }
    if (take('(')) {
      const inner = expressionFrom(0)
      if (inner === undefined) return undefined
      return take(')') ? { kind: 'parentheses', inner } : refuse('a closing parenthesis')
    }
    for (const operator of ['-', '+'] as const) {
      if (!take(operator)) continue
      const argument = expressionFrom(signPrecedence)
      return argument === undefined ? undefined : { kind: 'sign', operator, argument }
    }
    return refuse('a name')
  }

  function call(name: string): Expression | undefined {
    const args: Expression[] = []
    do {
      const argument = expressionFrom(0)
      if (argument === undefined) return undefined
      args.push(argument)
    } while (take(','))
    return take(')') ? { kind: 'call', name, args } : refuse('a closing parenthesis')
  }

  function expressionFrom(loosest: number): Expression | undefined {
    let left = operand()
    while (left !== undefined) {
      const operator = operatorOf(peek())
      if (operator === undefined || precedence[operator] < loosest) return left
      at++
      // `^` groups from the right, everything else from the left.
      const right = expressionFrom(operator === '^' ? precedence[operator] : precedence[operator] + 1)
      if (right === undefined) return undefined
      left = { kind: 'binary', operator, left, right }
    }
    return undefined
  }

  const expression = expressionFrom(0)
  if (expression !== undefined && peek().kind !== 'end') refuse('an operator')
  if (expression === undefined || refusal !== undefined) {
    return refusal ?? { ok: false, reason: 'formula-syntax', position: 1, expected: 'a formula' }
  }
  return { ok: true, expression }
}

function operatorOf({ kind, text }: Token): Operator | undefined {
  if (kind !== 'sign') return undefined
  if (text === '**') return '^'
  // Proven by the table: its keys are the operators.
  return Object.hasOwn(precedence, text) ? (text as Operator) : undefined
}

function tokensOf(text: string): readonly Token[] | SyntaxRefusal {
  const tokens: Token[] = []
  for (let at = 0; at < text.length; ) {
    if (/\s/.test(text[at] ?? '')) {
      at++
      continue
    }
    const found = tokenForms.flatMap(([kind, form]) => {
      form.lastIndex = at
      const match = form.exec(text)
      return match === null ? [] : [{ kind, text: match[0], position: at + 1 }]
    })[0]
    if (found === undefined) {
      return { ok: false, reason: 'formula-syntax', position: at + 1, expected: 'a name, a number or an operator' }
    }
    tokens.push(found)
    at += found.text.length
  }
  return tokens
}
