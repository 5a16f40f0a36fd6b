import type { DataColumn } from '../data/model-data.ts'

/** A column of a design matrix: a product of numbers and of indicators that a factor has a level. Empty: ones. */
export interface DesignColumn {
  /** As R names it: `(Intercept)`, `sexM`, `standLRT:sexM`. */
  readonly name: string
  readonly factors: readonly Multiplier[]
}

export type Multiplier =
  | { readonly kind: 'number'; readonly values: Float64Array }
  | { readonly kind: 'level'; readonly codes: Int32Array; readonly level: number }

export const interceptName = '(Intercept)'

/** Writes rows `from` up to `from + count` of the column into `to`, starting at `at`. */
export function fillColumn(column: DesignColumn, from: number, count: number, to: Float64Array, at: number): void {
  let first = true
  for (const each of column.factors) {
    if (each.kind === 'number') {
      const { values } = each
      if (first) for (let k = 0; k < count; k++) to[at + k] = values[from + k] ?? 0
      else for (let k = 0; k < count; k++) to[at + k] = (to[at + k] ?? 0) * (values[from + k] ?? 0)
    } else {
      const { codes, level } = each
      if (first) for (let k = 0; k < count; k++) to[at + k] = codes[from + k] === level ? 1 : 0
      else for (let k = 0; k < count; k++) if (codes[from + k] !== level) to[at + k] = 0
    }
    first = false
  }
  if (first) to.fill(1, at, at + count)
}

/** How a variable enters a column: numbers as they are, one after the other, a factor by indicators of all levels or of all but the first. */
export function multipliersOf(
  name: string,
  variable: DataColumn,
  allLevels: boolean,
): readonly { readonly name: string; readonly multiplier: Multiplier }[] {
  if (variable.kind === 'number') return [{ name, multiplier: { kind: 'number', values: variable.values } }]
  if (variable.kind === 'basis') {
    const { columns } = variable
    const nameOf = (k: number) => (columns.length === 1 ? name : `${name}${k + 1}`)
    return columns.map((values, k) => ({ name: nameOf(k), multiplier: { kind: 'number', values } }))
  }
  return variable.levels.flatMap((level, k) =>
    k === 0 && !allLevels
      ? []
      : [{ name: name + level, multiplier: { kind: 'level', codes: variable.codes, level: k } as const }],
  )
}
