/**
 * A column as a model sees it: numbers (NaN where missing), levels of a factor (code −1 where missing), or several columns
 * of numbers under one name, such as `poly(x, 2)`.
 */
export type DataColumn =
  | { readonly kind: 'number'; readonly values: Float64Array }
  | { readonly kind: 'basis'; readonly columns: readonly Float64Array[] }
  | { readonly kind: 'factor'; readonly codes: Int32Array; readonly levels: readonly string[] }

export type ColumnRefusal =
  | { readonly ok: false; readonly reason: 'unknown-column'; readonly name: string; readonly known: readonly string[] }
  /** A column of numbers in which a cell is none. */
  | ({ readonly ok: false; readonly reason: 'unreadable-number'; readonly name: string; readonly text: string } & Place)

/** Where in a file: both count from 1. */
export interface Place {
  readonly line: number
  readonly column: number
}

/** Columns by name, for a model to be fitted on. */
export interface ModelData {
  readonly rowCount: number
  /** For an effect: numbers where the column holds numbers, else a factor. */
  effect(name: string): { readonly ok: true; readonly column: DataColumn } | ColumnRefusal
  /** For a grouping: every different text is a level. */
  grouping(
    name: string,
  ): { readonly ok: true; readonly codes: Int32Array; readonly levels: readonly string[] } | ColumnRefusal
  /** Where a cell stands, to tell a person; row counts from 0. */
  placeOf(row: number, name: string): Place
}
