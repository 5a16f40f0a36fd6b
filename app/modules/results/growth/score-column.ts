import type { Decimal, DelimitedTable, NumberColumn } from '@kantelpunt/delimited-text'

/** What stands for a cell that was left empty, in files of schools. */
export const missingTexts: readonly string[] = [
  '',
  'NA',
  'n.v.t.',
  'nvt',
  '-',
  '.',
  'N.v.t.',
  'NVT',
  'NULL',
  '#N/B',
  '#N/A',
]

/** Commas that group thousands: then a comma is no decimal sign. */
const thousands = /^\s*[+-]?\d{1,3}(,\d{3})+\s*$/

/**
 * A column as numbers, under the decimal sign that its cells agree on: a point, a comma, and, where both occur (cells of a
 * spreadsheet that were typed as text), either. Undefined where there is no such column; `firstError` is the first cell
 * that is no number.
 */
export function scoreColumn(table: DelimitedTable, name: string): NumberColumn | undefined {
  const read = (decimal: Decimal) => table.numbers(name, { decimal, missing: missingTexts })
  const points = read('.')
  if (points?.firstError === undefined) return points
  // With commas between cells one within a cell is quoted; it may be there for thousands.
  const grouped =
    table.separator === ',' && (table.column(name)?.levels.filter((level) => thousands.test(level)).length ?? 0) > 0
  const rest = grouped ? [] : [read(','), ...(table.separator === '\t' ? [read('either')] : [])]
  const tried = [points, ...rest].filter((column) => column !== undefined)
  // The reading under which the fewest cells are wrong names the cell that is most likely a slip.
  return tried.reduce((best, column) => (column.unreadable < best.unreadable ? column : best), points)
}
