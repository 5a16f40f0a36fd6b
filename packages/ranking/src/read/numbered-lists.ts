import type { DelimitedTable } from '@kantelpunt/delimited-text'
import type { ReadVotesOptions, VoteForm } from './read-votes.ts'
import type { RowPerson, RowReader } from './row-reader.ts'

type Of<Form extends VoteForm['form']> = Extract<VoteForm, { readonly form: Form }>

/** The numbers (positions or points) that a person gave to items. */
export interface NumberedList {
  readonly person: RowPerson
  readonly values: Map<string, number>
}

/** A row an item of a person: lists are put together by person; of two numbers for one item the last counts. */
export function longLists(reader: RowReader, form: Of<'positions'> | Of<'points'>): readonly NumberedList[] {
  const { problems, place } = reader
  const what = form.form === 'points' ? 'points' : 'position'
  const column = form.form === 'points' ? form.points : form.position
  const itemAt = reader.texts(form.item)
  const numberAt = numberReader(reader, column, what)
  if (problems.count > 0) return []
  const lists = new Map<string, NumberedList>()
  reader.each((row, person) => {
    const id = itemAt(row)
    if (id === '') return problems.add({ ...place(row, form.item), reason: 'blank-item' })
    if (!reader.isKnown(id)) return problems.add({ ...place(row, form.item), reason: 'unknown-item', item: id })
    const number = numberAt(row)
    if (number === undefined) return
    const name = person.voter ?? ''
    const list = lists.get(name) ?? { person, values: new Map<string, number>() }
    if (list.values.has(id)) reader.repeats++
    list.values.set(id, number)
    lists.set(name, list)
  })
  return [...lists.values()]
}

/** A row a person, a column an item: all columns but those that options name, or those of `items`. The last row of a person counts. */
export function wideLists(
  reader: RowReader,
  { holds }: Of<'wide'>,
  { voter, group, where = [], items }: ReadVotesOptions,
  table: DelimitedTable,
): readonly NumberedList[] {
  const other = new Set([voter, group, ...where.map(({ column }) => column), ''])
  const columns = items ?? table.header.filter((name) => !other.has(name))
  const readers = columns.map((name) => [name, numberReader(reader, name, holds)] as const)
  if (reader.problems.count > 0) return []
  const lists = new Map<string, NumberedList>()
  reader.each((row, person) => {
    const known = { ...person, voter: person.voter ?? `line ${table.lineOf(row)}` }
    const values = new Map<string, number>()
    for (const [name, numberAt] of readers) {
      const number = numberAt(row)
      if (number !== undefined) values.set(name, number)
    }
    if (lists.has(known.voter)) reader.repeats++
    lists.set(known.voter, { person: known, values })
  })
  return [...lists.values()]
}

/** No points is 0 points; no position is no place on the list. */
function numberReader(reader: RowReader, column: string, what: 'points' | 'position') {
  const { values, isMissing } = reader.numbers(column)
  return (row: number): number | undefined => {
    if (isMissing(row)) return what === 'points' ? 0 : undefined
    const number = values[row] ?? Number.NaN
    if (number >= 0 && number <= 1e9) return number
    const text = reader.texts(column)(row)
    reader.problems.add({ ...reader.place(row, column), reason: 'no-number', text, what })
    return undefined
  }
}
