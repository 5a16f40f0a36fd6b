import type { KnownColumn } from '../layouts/recognise.ts'
import { schoolYearAt, schoolYearOf } from '../layouts/school-year.ts'
import type { Table } from '../tables/table.ts'

/**
 * The school year of each row: from a column that has it, else from the day of counting (of two such columns the one
 * that is filled), else from the name of the sheet, else from the headers of the sheet's own columns.
 */
export function periodsOf(table: Table, known: readonly KnownColumn[]): (row: number) => string | undefined {
  const readers = known.flatMap(({ index, meaning }) => {
    if (meaning.is !== 'school-year' && meaning.is !== 'day') return []
    const { codes, levels } = table.column(index)
    const periods = levels.map((level) => (meaning.is === 'day' ? schoolYearAt(level) : yearOfRow(level)))
    return [{ order: meaning.is === 'day' ? 1 : 0, at: (row: number) => periods[codes[row] ?? -1] }]
  })
  const ordered = readers.toSorted((one, other) => one.order - other.order)
  const sheet = schoolYearOf((table.sheet ?? '').replace(/[-/ ]+/g, ' '))
  return (row) => {
    for (const { at } of ordered) {
      const period = at(row)
      if (period !== undefined) return period
    }
    return sheet
  }
}

/** In DUO's files a row's `SCHOOLJAAR` is the first year of it: `2018` in the file of 2018–2019. */
function yearOfRow(text: string): string | undefined {
  const plain = text.trim()
  if (/^(19|20)\d\d$/.test(plain)) return `${plain}-${Number(plain) + 1}`
  return schoolYearOf(plain)
}
