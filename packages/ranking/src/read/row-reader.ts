import type { DelimitedTable } from '@kantelpunt/delimited-text'
import type { ProblemList } from './problem-list.ts'
import type { Condition, ReadVotesOptions } from './read-votes.ts'

/** Who cast the vote of a row, as the options have it. */
export interface RowPerson {
  readonly voter: string | undefined
  readonly group: string | undefined
}

export interface RowReader {
  /** The texts of a column without blanks around them, by row. A column that is not there is a problem. */
  texts(column: string): (row: number) => string
  numbers(column: string): { readonly values: Float64Array; readonly isMissing: (row: number) => boolean }
  /** Goes through the rows that all conditions let in. */
  each(visit: (row: number, person: RowPerson) => void): void
  /** Goes through the rows that a condition leaves out. */
  eachLeftOut(visit: (row: number) => void): void
  matches(condition: Condition): (row: number) => boolean
  /** Line of a row and number of a column, for a problem. */
  place(row: number, column: string): { readonly line: number; readonly column: number }
  /** Whether an item may be there. */
  isKnown(item: string): boolean
  readonly problems: ProblemList
  /** Rows let in, once `each` has run. */
  readonly kept: number
  /** What lists said twice of one item. */
  repeats: number
}

export function rowReader(table: DelimitedTable, options: ReadVotesOptions, problems: ProblemList): RowReader {
  const known = options.items === undefined ? undefined : new Set(options.items)
  let kept = 0
  const place = (row: number, column: string) => ({ line: table.lineOf(row), column: table.header.indexOf(column) + 1 })
  const texts = (name: string) => {
    const column = table.column(name)
    if (column === undefined) {
      problems.add({ line: 1, reason: 'missing-column', asked: name, known: table.header })
      return () => ''
    }
    if (table.header.indexOf(name) !== table.header.lastIndexOf(name))
      problems.add({ line: 1, column: table.header.lastIndexOf(name) + 1, reason: 'column-twice', asked: name })
    const levels = column.levels.map((level) => level.trim())
    return (row: number) => levels[column.codes[row] ?? 0] ?? ''
  }
  const matches = ({ column, value }: Condition) => {
    const text = texts(column)
    return (row: number) => text(row) === value
  }
  const conditions = (options.where ?? []).map(matches)
  const voterOf = options.voter === undefined ? undefined : texts(options.voter)
  const groupOf = options.group === undefined ? undefined : texts(options.group)
  const groups = new Map<string, string>()
  const personAt = (row: number): RowPerson => {
    const voter = voterOf?.(row)
    const group = groupOf?.(row) || undefined
    if (voter === '') problems.add({ ...place(row, options.voter ?? ''), reason: 'blank-voter' })
    if (voter !== undefined && group !== undefined) {
      const before = groups.get(voter)
      if (before === undefined) groups.set(voter, group)
      else if (before !== group)
        problems.add({
          ...place(row, options.group ?? ''),
          reason: 'voter-in-two-groups',
          voter,
          groups: [before, group],
        })
    }
    return { voter, group }
  }
  return {
    texts,
    matches,
    place,
    problems,
    repeats: 0,
    isKnown: (item) => known?.has(item) ?? true,
    get kept() {
      return kept
    },
    numbers: (name) => {
      const column = table.numbers(name, { decimal: 'either', missing: [''] })
      if (column === undefined) texts(name)
      const text = column === undefined ? () => '' : texts(name)
      return { values: column?.values ?? new Float64Array(table.rowCount), isMissing: (row) => text(row) === '' }
    },
    each: (visit) => {
      for (let row = 0; row < table.rowCount; row++) {
        if (!conditions.every((holds) => holds(row))) continue
        kept++
        visit(row, personAt(row))
      }
    },
    eachLeftOut: (visit) => {
      if (conditions.length === 0) return
      for (let row = 0; row < table.rowCount; row++) if (!conditions.every((holds) => holds(row))) visit(row)
    },
  }
}
