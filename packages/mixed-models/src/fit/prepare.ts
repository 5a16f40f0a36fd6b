import type { Frame } from '../data/frame.ts'
import { type DesignColumn, interceptName } from '../design/design-column.ts'
import { designColumns } from '../design/design-matrix.ts'
import type { ModelFormula } from '../formula/model-formula.ts'
import { type Moments, momentsOf, type RandomFactor, type Standardised, scaleColumns } from './standardise.ts'

export type DesignRefusal =
  /** A fixed column that follows from those before it; `empty` where it is zero in every row. */
  | { readonly ok: false; readonly reason: 'singular-design'; readonly term: string; readonly empty: boolean }
  /** As many fixed columns as rows, or more. */
  | { readonly ok: false; readonly reason: 'too-few-rows'; readonly rows: number; readonly columns: number }
  /** A group with one level: between what should its effects vary? */
  | { readonly ok: false; readonly reason: 'one-group'; readonly group: string; readonly level: string }
  /** As many random effects of one grouping as rows: they cannot be told from the residuals. */
  | {
      readonly ok: false
      readonly reason: 'too-many-effects'
      readonly group: string
      readonly effects: number
      readonly rows: number
    }
  /** The same effect varies twice over the same group. */
  | { readonly ok: false; readonly reason: 'repeated-term'; readonly group: string; readonly term: string }
  | { readonly ok: false; readonly reason: 'constant-response' }
  /** A factor among the effects that has one level in the rows: it has no contrasts. */
  | { readonly ok: false; readonly reason: 'one-level'; readonly name: string; readonly level: string }

/** Lays out a formula's columns over a frame, centred and scaled, ready for cross products. */
export function prepare(
  formula: ModelFormula,
  frame: Frame,
): { readonly ok: true; readonly model: Standardised } | DesignRefusal {
  const { rowCount } = frame
  for (const [name, column] of frame.variables) {
    if (column.kind !== 'factor' || column.levels.length > 1) continue
    return { ok: false, reason: 'one-level', name, level: column.levels[0] ?? '' }
  }
  const known = new Map<string, Moments>()
  const momentsFor = (column: DesignColumn): Moments => {
    const found = known.get(column.name) ?? momentsOf(column, rowCount)
    known.set(column.name, found)
    return found
  }
  const fixed = designColumns(formula.fixed, frame.variables)
  if (rowCount <= fixed.length) return { ok: false, reason: 'too-few-rows', rows: rowCount, columns: fixed.length }
  const factors: RandomFactor[] = []
  for (const { terms, group } of formula.random) {
    const name = group.join(':')
    const grouping = frame.groupings.get(name)
    if (grouping === undefined) throw new Error(`The frame has no grouping ${name}`)
    if (grouping.levels.length < 2)
      return { ok: false, reason: 'one-group', group: name, level: grouping.levels[0] ?? '' }
    const columns = scaleColumns(designColumns(terms, frame.variables), momentsFor)
    const effects = grouping.levels.length * columns.length
    if (effects >= rowCount) return { ok: false, reason: 'too-many-effects', group: name, effects, rows: rowCount }
    const at = factors.findIndex((factor) => factor.name === name)
    const before = factors[at]
    if (before === undefined) {
      factors.push({ name, ...grouping, columns, blocks: [columns.length] })
      continue
    }
    const repeated = columns.find((each) => before.columns.some((other) => other.column.name === each.column.name))
    if (repeated !== undefined) return { ok: false, reason: 'repeated-term', group: name, term: repeated.column.name }
    factors[at] = {
      ...before,
      columns: [...before.columns, ...columns],
      blocks: [...before.blocks, columns.length],
    }
  }
  const response: DesignColumn = { name: '', factors: [{ kind: 'number', values: frame.response }] }
  const { mean, deviation, size } = momentsOf(response, rowCount)
  if (!(deviation > 1e-14 * size)) return { ok: false, reason: 'constant-response' }
  const hasIntercept = fixed.some(({ name }) => name === interceptName)
  return {
    ok: true,
    model: {
      rowCount,
      fixed: scaleColumns(fixed, momentsFor),
      factors,
      response: frame.response,
      responseCentre: hasIntercept ? mean : 0,
      offset: new Float64Array(fixed.length),
      hasIntercept,
    },
  }
}

/**
 * Least squares on the fixed columns: the first of them that follows from those before it (less than 1e-11 of its square
 * is left beside them), or the coefficients and the share of the response's square that they leave. `xx` is [X y]'[X y],
 * w × w, of standardised columns.
 */
export function leastSquares(
  xx: Float64Array,
  p: number,
): { readonly dependent: number } | { readonly beta: Float64Array; readonly left: number } {
  const w = p + 1
  const a = xx.slice()
  for (let c = 0; c < w; c++) {
    const whole = a[c * w + c] ?? 0
    let left = whole
    for (let k = 0; k < c; k++) left -= (a[c * w + k] ?? 0) ** 2
    if (c === p) {
      const beta = a.slice(p * w, p * w + p)
      for (let i = p - 1; i >= 0; i--) {
        for (let k = i + 1; k < p; k++) beta[i] = (beta[i] ?? 0) - (a[k * w + i] ?? 0) * (beta[k] ?? 0)
        beta[i] = (beta[i] ?? 0) / (a[i * w + i] ?? 1)
      }
      return { beta, left: left / whole }
    }
    if (!(left > 1e-11 * whole)) return { dependent: c }
    const root = Math.sqrt(left)
    a[c * w + c] = root
    for (let r = c + 1; r < w; r++) {
      let sum = a[r * w + c] ?? 0
      for (let k = 0; k < c; k++) sum -= (a[r * w + k] ?? 0) * (a[c * w + k] ?? 0)
      a[r * w + c] = sum / root
    }
  }
  throw new Error('The last column is the response')
}
