import type { DelimitedTable, TextColumn } from '@kantelpunt/delimited-text'
import { codeTexts } from './code-texts.ts'
import type { Table } from './table.ts'

export function delimitedTable(text: DelimitedTable): Table {
  const read = new Map<number, TextColumn>()
  const column = (index: number): TextColumn => {
    const name = text.header[index] ?? ''
    const byName = text.header.indexOf(name) === index ? text.column(name) : undefined
    return byName ?? codeTexts(text.rowCount, (row) => text.cell(row, index))
  }
  return {
    sheet: undefined,
    encoding: text.encoding,
    separator: text.separator,
    header: text.header,
    rowCount: text.rowCount,
    lineOf: text.lineOf,
    column: (index) => {
      const known = read.get(index) ?? column(index)
      read.set(index, known)
      return known
    },
  }
}
