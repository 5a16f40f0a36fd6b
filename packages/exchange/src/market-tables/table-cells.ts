import { type DelimitedRefusal, type DelimitedTable, readDelimited } from '@kantelpunt/delimited-text'

export type MarketList = 'teachers' | 'schools'

/** What is wrong in one of the tables; lines and columns of the file, from 1. */
export type TableProblem = { readonly list: MarketList } & (
  | DelimitedRefusal
  | { readonly reason: 'no-rows' }
  /** `names`: what the column may be called. */
  | { readonly reason: 'missing-column'; readonly names: readonly string[]; readonly have: readonly string[] }
  | { readonly reason: 'column-twice'; readonly column: number; readonly name: string; readonly earlier: number }
  | ({ readonly line: number; readonly column: number; readonly name: string; readonly text: string } & CellReason)
)

export type CellReason =
  | { readonly reason: 'blank' }
  | { readonly reason: 'no-number' }
  | { readonly reason: 'out-of-range'; readonly least: number; readonly most: number }
  | { readonly reason: 'no-school-year' }
  /** Not `theme:level`, or a level that is no whole number up to `most`. */
  | { readonly reason: 'no-level'; readonly most: number }
  | { readonly reason: 'theme-twice' }
  | { readonly reason: 'id-twice'; readonly earlier: number }
  | { readonly reason: 'unknown-school' }
  | { readonly reason: 'unknown-veto' }
  | { readonly reason: 'half-a-place' }

/** A table by what its columns mean. */
export interface TableCells<Column extends string> {
  readonly rows: number
  readonly ignored: readonly string[]
  has(column: Column): boolean
  /** Without blanks around it; '' where the column is not there. */
  text(row: number, column: Column): string
  /** A decimal with a point or a comma; undefined where blank, and where unreadable after telling so. */
  number(row: number, column: Column): number | undefined
  lineOf(row: number): number
  tell(row: number, column: Column, problem: CellReason, text?: string): void
}

/** Finds the columns by any of their names; all that is wrong with the header goes to `problems`. */
export function openCells<Column extends string>(
  list: MarketList,
  bytes: Uint8Array,
  columns: Readonly<Record<Column, readonly string[]>>,
  required: readonly (readonly Column[])[],
  problems: TableProblem[],
): TableCells<Column> | undefined {
  const table = readDelimited(bytes)
  if (!table.ok) {
    problems.push({ list, ...table })
    return undefined
  }
  const names = table.header.map((name) =>
    name
      .trim()
      .toLowerCase()
      .replaceAll(/[\s-]+/g, '_'),
  )
  const places = new Map<string, number>()
  const ignored: string[] = []
  for (const [place, name] of names.entries()) {
    const meaning = Object.entries<readonly string[]>(columns).find(([, known]) => known.includes(name))?.[0]
    if (meaning === undefined) {
      if (name !== '') ignored.push(table.header[place] ?? '')
      continue
    }
    const earlier = places.get(meaning)
    if (earlier === undefined) places.set(meaning, place)
    else
      problems.push({
        list,
        reason: 'column-twice',
        column: place + 1,
        name: table.header[place] ?? '',
        earlier: earlier + 1,
      })
  }
  const have = table.header
  for (const choice of required)
    if (!choice.some((column) => places.has(column)))
      problems.push({ list, reason: 'missing-column', names: choice.flatMap((column) => columns[column]), have })
  if (table.rowCount === 0) problems.push({ list, reason: 'no-rows' })
  return cellsOf(list, table, places, ignored, problems)
}

function cellsOf<Column extends string>(
  list: MarketList,
  table: DelimitedTable,
  places: ReadonlyMap<string, number>,
  ignored: readonly string[],
  problems: TableProblem[],
): TableCells<Column> {
  const text = (row: number, column: Column) => {
    const place = places.get(column)
    return place === undefined ? '' : table.cell(row, place).trim().normalize('NFC')
  }
  const tell: TableCells<Column>['tell'] = (row, column, problem, about) => {
    const place = places.get(column) ?? 0
    const name = table.header[place] ?? ''
    const where = { line: table.lineOf(row), column: place + 1, name }
    problems.push({ list, ...where, text: about ?? text(row, column), ...problem })
  }
  return {
    rows: table.rowCount,
    ignored,
    has: (column) => places.has(column),
    text,
    number(row, column) {
      const cell = text(row, column)
      if (cell === '') return undefined
      if (/^[-+]?\d+([.,]\d+)?$/.test(cell)) return Number(cell.replace(',', '.'))
      tell(row, column, { reason: 'no-number' })
      return undefined
    },
    lineOf: table.lineOf,
    tell,
  }
}
