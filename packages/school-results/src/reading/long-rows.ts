import type { Cell } from '../cells/read-cell.ts'
import type { ResultsTable } from './results-table.ts'

/** The columns of the long form: one row per number. */
export const longHeader = [
  'file',
  'kind',
  'line',
  'column',
  'brin',
  'location',
  'period',
  'part',
  'measure',
  'unit',
  'low',
  'high',
  'status',
] as const

/**
 * Every number of a table in long form, a masked one as the interval that it can be in; a blank end is unbounded or
 * unknown. Texts about a school (its name, its denomination) come as measure `fact:name`, with the text as status.
 */
export function* longRows(file: string, table: ResultsTable): Generator<readonly string[]> {
  for (const [row, { brin, location }] of table.schools.entries()) {
    const line = String(table.lineOf(row))
    const period = table.periodOf(row) ?? ''
    const parts = table.parts.map((each) => each.at(row)).filter((text) => text !== '')
    const about = (column: number) => [file, table.kind, line, String(column), brin, location]
    for (const fact of table.facts) {
      const text = fact.at(row)
      if (text !== '') yield [...about(fact.column), period, '', `fact:${fact.name}`, 'text', '', '', text]
    }
    for (const { measure, column, at } of table.measures) {
      const part = [...parts, measure.part].filter((text) => text !== '').join(' | ')
      yield [...about(column), measure.period ?? period, part, measure.name, measure.unit, ...ends(at(row))]
    }
  }
}

function ends(cell: Cell): readonly [low: string, high: string, status: string] {
  if (cell.kind === 'known') return [String(cell.value), String(cell.value), 'known']
  if (cell.kind !== 'masked') return ['', '', cell.kind]
  const { low, high } = cell.within
  return [String(low), Number.isFinite(high) ? String(high) : '', 'masked']
}
