import { readDelimited } from '@kantelpunt/delimited-text'
import { namesOf } from '@kantelpunt/disclosure'
import type { TableOptions } from './table-options.ts'
import type { Prepared } from './with-whole.ts'

/** What stands for a suppressed count. */
export const suppressedSign = 'x'

export interface PublishedRows {
  /** That of the file that the counts come from: a spreadsheet that made one opens the other. */
  readonly separator: string
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** A protected table as rows, all cells and margins: `x` where a count, or a share that would give it away, is suppressed. */
export function publishedRows(
  table: number,
  { opened, tables }: Prepared,
  options: TableOptions,
  suppressed: Uint8Array,
): PublishedRows {
  const source = opened[table]
  const file = options.files[table]
  if (source === undefined || file === undefined) throw new Error('a table without a file')
  const { separator, dimensions, values, cells } = source.table
  const beside = options.of === undefined ? 1 : 3
  const show = (cell: number): string =>
    suppressed[cell] === 1 ? suppressedSign : String(tables[table]?.values[cell] ?? 0)
  const rates = options.rate === undefined ? undefined : rateTexts(source.bytes, cells, options.rate)
  const header = [
    ...file.dimensions,
    file.count,
    ...(options.of === undefined ? [] : [options.of]),
    ...(options.rate === undefined ? [] : [options.rate]),
  ]
  const rows = Array.from(values, (_, cell) => {
    const counts = beside === 1 ? [show(cell)] : [show(cell * 3), show(cell * 3 + 2)]
    const rate = counts.includes(suppressedSign) ? suppressedSign : (rates?.get(cell) ?? '')
    return [...namesOf(dimensions, cell), ...counts, ...(rates === undefined ? [] : [rate])]
  })
  return { separator, header, rows }
}

/** The published share of every cell that has a row, as it is written. */
export function rateTexts(bytes: Uint8Array, cells: Int32Array, name: string): ReadonlyMap<number, string> | undefined {
  const read = readDelimited(bytes)
  const column = read.ok ? read.column(name) : undefined
  if (column === undefined) return undefined
  return new Map(Array.from(cells, (cell, row) => [cell, (column.levels[column.codes[row] ?? 0] ?? '').trim()]))
}
