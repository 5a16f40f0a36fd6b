import type { CountTable, PublishedTable } from '@kantelpunt/disclosure'
import type { Outcome } from '../command.ts'
import { badInput, type OpenedTable, openTables } from './open-tables.ts'
import type { TableOptions } from './table-options.ts'

type BadInput = Extract<Outcome, { readonly kind: 'bad-input' }>

export interface Prepared {
  /** The tables as they are protected: with --of the first has a last dimension for part, rest and whole. */
  readonly tables: readonly CountTable[]
  readonly hidden: readonly (readonly number[])[]
  readonly opened: readonly OpenedTable[]
}

/** Opens the tables, and lays the count that --of names beside the first. */
export async function prepareTables(
  options: TableOptions,
  suppressed: string | undefined,
): Promise<Prepared | BadInput> {
  const opened = await openTables(options, suppressed)
  if ('kind' in opened) return opened
  const [first] = opened
  const [file] = options.files
  if (options.of === undefined || first === undefined || file === undefined)
    return { tables: opened.map(({ table }) => table), hidden: [], opened }
  const wholes = await openTables({ ...options, files: [{ ...file, count: options.of }] }, suppressed)
  if ('kind' in wholes) return wholes
  const [whole] = wholes
  if (whole === undefined) return badInput(`${file.path}: there is no column "${options.of}".`)
  const { besides } = await import('@kantelpunt/disclosure')
  const names = { part: file.count, rest: `${options.of} − ${file.count}`, whole: options.of }
  const beside = besides(first.table.dimensions, first.table.values, whole.table.values, names)
  if (!beside.ok) {
    const line = first.table.lines[beside.at] ?? 0
    return badInput(`${file.path}: line ${line}: "${file.count}" is more than "${options.of}", of which it is a part.`)
  }
  return { tables: [beside.table], hidden: [beside.hidden], opened: [first, whole] }
}

/**
 * Tables as they are published: NaN where suppressed. What is no part of the publication is `beside`: the rest of a part
 * and a whole, and margins without a row that can't be added up.
 */
export function asPublished({ tables, hidden, opened }: Prepared): readonly Required<PublishedTable>[] {
  return tables.map(({ dimensions, values: counts }, table) => {
    const values = counts.slice()
    const beside = new Set(hidden[table])
    for (const cell of beside) values[cell] = Number.NaN
    const columns = hidden[table] === undefined ? 1 : 3
    for (const [cell, value] of values.entries()) {
      const row = Math.floor(cell / columns)
      const source = columns === 3 && cell % 3 === 2 ? opened[1] : opened[table]
      if (Number.isNaN(value) && source?.table.lines[row] === 0) beside.add(cell)
    }
    return { dimensions, values, beside }
  })
}
