/** An expression of R, as far as model formulas need it. */
export type Expression =
  | { readonly kind: 'number'; readonly value: number; readonly text: string }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] }
  | { readonly kind: 'sign'; readonly operator: '-' | '+'; readonly argument: Expression }
  | { readonly kind: 'binary'; readonly operator: Operator; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'parentheses'; readonly inner: Expression }

export type Operator = '~' | '|' | '||' | Comparison | '+' | '-' | '*' | '/' | ':' | '%in%' | '^'
type Comparison = '<' | '<=' | '>' | '>=' | '==' | '!='

export const comparisons: readonly Operator[] = ['<', '<=', '>', '>=', '==', '!=']

/** R's `deparse`: spaces around `+`, `-`, `*`, none around `/`, `^` and `:`. Columns of a model are named by it. */
export function deparse(expression: Expression): string {
  switch (expression.kind) {
    case 'number':
      return expression.text
    case 'name':
      return isPlain(expression.name) ? expression.name : `\`${expression.name}\``
    case 'call':
      return `${expression.name}(${expression.args.map(deparse).join(', ')})`
    case 'sign':
      return expression.operator + deparse(expression.argument)
    case 'parentheses':
      return `(${deparse(expression.inner)})`
    case 'binary': {
      const tight = expression.operator === '/' || expression.operator === '^' || expression.operator === ':'
      const operator = tight ? expression.operator : ` ${expression.operator} `
      return deparse(expression.left) + operator + deparse(expression.right)
    }
  }
}

/** Whether R writes the name without backticks. */
function isPlain(name: string): boolean {
  return /^(\p{L}|\.(?!\d))[\p{L}\p{N}._]*$/u.test(name)
}

/** The names of columns that an expression uses, each once, in order. */
export function namesIn(expression: Expression): readonly string[] {
  switch (expression.kind) {
    case 'number':
      return []
    case 'name':
      return [expression.name]
    case 'call':
      return [...new Set(expression.args.flatMap(namesIn))]
    case 'sign':
      return namesIn(expression.argument)
    case 'parentheses':
      return namesIn(expression.inner)
    case 'binary':
      return [...new Set([...namesIn(expression.left), ...namesIn(expression.right)])]
  }
}
