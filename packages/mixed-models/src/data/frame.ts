import type { Expression } from '../formula/expression.ts'
import { deparse } from '../formula/expression.ts'
import type { ModelFormula } from '../formula/model-formula.ts'
import { type EvaluationRefusal, evaluate, isComparison } from './evaluate.ts'
import type { ColumnRefusal, DataColumn, ModelData, Place } from './model-data.ts'
import { orthogonalPolynomials } from './orthogonal-polynomials.ts'

/** What a model is fitted on: the rows in which nothing is missing. */
export interface Frame {
  readonly ok: true
  readonly rowCount: number
  /** Rows that were left out because something that the formula names is missing there. */
  readonly missingRows: number
  readonly response: Float64Array
  /** By the name that R gives the variable; levels that no row has are gone. */
  readonly variables: ReadonlyMap<string, DataColumn>
  /** By the columns joined with `:`, as in `school:lea`. */
  readonly groupings: ReadonlyMap<string, Grouping>
}

export interface Grouping {
  readonly codes: Int32Array
  readonly levels: readonly string[]
}

export type FrameRefusal =
  | ColumnRefusal
  | (EvaluationRefusal & Partial<Place>)
  /** An expression that has no value in a row where nothing is missing: the logarithm of 0. */
  | ({ readonly ok: false; readonly reason: 'not-finite'; readonly name: string } & Partial<Place>)
  | { readonly ok: false; readonly reason: 'no-rows'; readonly missingRows: number }

/** Evaluates everything that the formula names, and leaves out the rows in which any of it is missing. */
export function frameOf(formula: ModelFormula, data: ModelData): Frame | FrameRefusal {
  const effects = new Map<string, DataColumn>()
  const read = (name: string): ColumnRefusal | undefined => {
    if (effects.has(name)) return undefined
    const found = data.effect(name)
    if (!found.ok) return found
    effects.set(name, found.column)
    return undefined
  }
  const variables = new Map<string, DataColumn>()
  const expressions = [formula.fixed, ...formula.random.map(({ terms }) => terms)].flatMap((each) => each.variables)
  for (const { name, expression } of [{ name: 'the response', expression: formula.response }, ...expressions]) {
    const isResponse = expression === formula.response
    if (!isResponse && variables.has(name)) continue
    const found = variableOf(expression, data, read, effects)
    if (!found.ok) return withPlace(found, data)
    if (isResponse && found.column.kind !== 'number') {
      return withPlace({ ok: false, reason: 'not-a-number', name: deparse(expression) }, data)
    }
    variables.set(isResponse ? '' : name, found.column)
  }
  const columns = new Map<string, Grouping>()
  for (const { group } of formula.random) {
    for (const name of group) {
      const found = data.grouping(name)
      if (!found.ok) return found
      columns.set(name, found)
    }
  }
  const rows = completeRows(data.rowCount, [...effects.values()], [...columns.values()])
  const missingRows = data.rowCount - (rows?.length ?? data.rowCount)
  if (missingRows === data.rowCount) return { ok: false, reason: 'no-rows', missingRows }
  const kept = new Map([...variables].map(([name, column]) => [name, keepRows(column, rows)]))
  for (const [name, column] of kept) {
    if (column.kind === 'factor') continue
    const [values = new Float64Array()] = column.kind === 'number' ? [column.values] : column.columns
    const at = firstNotFinite(values)
    if (at === -1) continue
    const row = rows?.[at] ?? at
    const [place] = formula.names.filter((each) => effects.has(each) && (name === '' || name.includes(each)))
    const shown = name === '' ? deparse(formula.response) : name
    return { ok: false, reason: 'not-finite', name: shown, ...(place === undefined ? {} : data.placeOf(row, place)) }
  }
  const response = kept.get('')
  if (response?.kind !== 'number') throw new Error('The response was found to be numbers')
  kept.delete('')
  const groupings = new Map<string, Grouping>()
  for (const { group } of formula.random) {
    const parts = group.map((name) => keepCodes(columns.get(name) ?? { codes: new Int32Array(), levels: [] }, rows))
    groupings.set(group.join(':'), parts.reduce(crossed))
  }
  return {
    ok: true,
    rowCount: data.rowCount - missingRows,
    missingRows,
    response: response.values,
    variables: kept,
    groupings,
  }
}

type VariableResult = { readonly ok: true; readonly column: DataColumn } | ColumnRefusal | EvaluationRefusal

function variableOf(
  expression: Expression,
  data: ModelData,
  read: (name: string) => ColumnRefusal | undefined,
  effects: Map<string, DataColumn>,
): VariableResult {
  if (expression.kind === 'call' && (expression.name === 'factor' || expression.name === 'as.factor')) {
    const [argument] = expression.args
    if (argument?.kind !== 'name') return { ok: false, reason: 'unknown-function', name: expression.name }
    const found = data.grouping(argument.name)
    if (!found.ok) return found
    const column = sortedFactor(found)
    effects.set(deparse(expression), column)
    return { ok: true, column }
  }
  if (expression.kind === 'name') {
    const refusal = read(expression.name)
    const column = effects.get(expression.name)
    if (refusal !== undefined) return refusal
    if (column === undefined) throw new Error('A column that was read is there')
    return { ok: true, column }
  }
  const polynomial = polynomialIn(expression)
  let refusal: ColumnRefusal | undefined
  const result = evaluate(polynomial?.of ?? expression, data.rowCount, (name) => {
    refusal ??= read(name)
    const column = effects.get(name)
    return column?.kind === 'number' ? column.values : undefined
  })
  if (refusal !== undefined) return refusal
  if (!result.ok) return result
  const { values } = result
  if (polynomial !== undefined) {
    return { ok: true, column: { kind: 'basis', columns: orthogonalPolynomials(values, polynomial.degree) } }
  }
  return { ok: true, column: isComparison(expression) ? logical(values) : { kind: 'number', values } }
}

/** `poly(x, 2)`: of what, and up to which power. */
function polynomialIn(expression: Expression): { readonly of: Expression; readonly degree: number } | undefined {
  if (expression.kind !== 'call' || expression.name !== 'poly') return undefined
  const [of, degree, ...more] = expression.args
  if (of === undefined || more.length > 0 || (degree !== undefined && degree.kind !== 'number')) return undefined
  const power = degree?.value ?? 1
  return Number.isInteger(power) && power >= 1 ? { of, degree: power } : undefined
}

/** What is true or false for every row, as R's logical: a factor with the levels FALSE and TRUE. */
function logical(values: Float64Array): DataColumn {
  return {
    kind: 'factor',
    codes: Int32Array.from(values, (value) => (Number.isNaN(value) ? -1 : value)),
    levels: ['FALSE', 'TRUE'],
  }
}

function withPlace<R extends ColumnRefusal | EvaluationRefusal>(refusal: R, data: ModelData): R & Partial<Place> {
  return refusal.reason === 'not-a-number' ? { ...refusal, ...data.placeOf(0, refusal.name) } : refusal
}

/** R's `factor(x)`: levels ascending as numbers where all are, else as text. */
function sortedFactor({ codes, levels }: Grouping): DataColumn {
  const numeric = levels.every((level) => Number.isFinite(Number(level)))
  const order = numeric
    ? levels.toSorted((one, other) => Number(one) - Number(other))
    : levels.toSorted((one, other) => one.localeCompare(other, 'en'))
  const newCode = levels.map((level) => order.indexOf(level))
  return { kind: 'factor', codes: codes.map((code) => (code === -1 ? -1 : (newCode[code] ?? -1))), levels: order }
}

function firstNotFinite(values: Float64Array): number {
  for (let k = 0; k < values.length; k++) {
    const value = values[k] ?? 0
    // Infinity and NaN alone give NaN here.
    if (value - value !== 0) return k
  }
  return -1
}

/** The rows in which nothing is missing; undefined for all. */
function completeRows(
  rowCount: number,
  columns: readonly DataColumn[],
  groupings: readonly Grouping[],
): Int32Array | undefined {
  const missing = new Uint8Array(rowCount)
  let any = false
  for (const column of columns) {
    if (column.kind !== 'number') continue
    const { values } = column
    for (let row = 0; row < rowCount; row++) {
      if (!Number.isNaN(values[row])) continue
      missing[row] = 1
      any = true
    }
  }
  const factors = columns.filter((column) => column.kind === 'factor')
  for (const { codes } of [...factors, ...groupings]) {
    for (let row = codes.indexOf(-1); row !== -1; row = codes.indexOf(-1, row + 1)) {
      missing[row] = 1
      any = true
    }
  }
  if (!any) return undefined
  return Int32Array.from({ length: rowCount }, (_, row) => row).filter((row) => missing[row] === 0)
}

function keepRows(column: DataColumn, rows: Int32Array | undefined): DataColumn {
  if (column.kind === 'factor') return { kind: 'factor', ...keepCodes(column, rows) }
  if (rows === undefined) return column
  const keep = (all: Float64Array): Float64Array => {
    const values = new Float64Array(rows.length)
    rows.forEach((row, k) => {
      values[k] = all[row] ?? Number.NaN
    })
    return values
  }
  return column.kind === 'number'
    ? { kind: 'number', values: keep(column.values) }
    : { kind: 'basis', columns: column.columns.map(keep) }
}

/** The codes of the rows, and only the levels that they have, in the order that they had. */
function keepCodes({ codes, levels }: Grouping, rows: Int32Array | undefined): Grouping {
  const kept = rows === undefined ? codes : rows.map((row) => codes[row] ?? -1)
  const used = new Uint8Array(levels.length)
  for (const code of kept) used[code] = 1
  if (!used.includes(0)) return { codes: kept, levels }
  let next = 0
  const newCode = Int32Array.from(used, (each) => (each === 1 ? next++ : -1))
  return { codes: kept.map((code) => newCode[code] ?? -1), levels: levels.filter((_, k) => used[k] === 1) }
}

/** The combinations of levels that occur. */
function crossed(one: Grouping, other: Grouping): Grouping {
  const known = new Map<number, number>()
  const levels: string[] = []
  const codes = one.codes.map((code, row) => {
    const key = code * other.levels.length + (other.codes[row] ?? 0)
    const level = known.get(key) ?? levels.length
    if (level === levels.length) {
      known.set(key, level)
      levels.push(`${one.levels[code]}:${other.levels[other.codes[row] ?? 0]}`)
    }
    return level
  })
  return { codes, levels }
}
