/** What stands in a cell of a file. */
export type Cell = string | number | null

/** Where figures come from, as a second sheet of a workbook. */
export interface SourceSheet {
  readonly name: string
  readonly rows: readonly (readonly Cell[])[]
}

/** A table of figures: a row for each record, a column for each place in it. */
export interface AnswerTable {
  /** Of the file, without its ending. */
  readonly name: string
  /** Of the sheet in a workbook. */
  readonly sheet: string
  readonly source: SourceSheet
  /** Where in a record each column is found, as in the JSON: `pupils.low`. */
  readonly columns: readonly string[]
  readonly records: Iterable<object>
}

/** Rows one by one, so that a long table need never be there as a whole. */
export function* rowsOf({ columns, records }: AnswerTable): Generator<readonly Cell[]> {
  const paths = columns.map((column) => column.split('.'))
  for (const record of records) yield paths.map((path) => cellAt(record, path))
}

function cellAt(record: object, path: readonly string[]): Cell {
  let value: unknown = record
  for (const name of path) {
    if (typeof value !== 'object' || value === null) return null
    value = Reflect.get(value, name)
  }
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.join(' ')
  // A number without an end is null in JSON too.
  return typeof value === 'number' && Number.isFinite(value) ? value : null
}
