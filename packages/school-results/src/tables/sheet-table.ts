import type { TextColumn } from '@kantelpunt/delimited-text'
import type { Sheet } from '../ods/sheet-reader.ts'
import { codeTexts } from './code-texts.ts'
import type { Table } from './table.ts'

/** A sheet whose header is in the row with that place (from 0 among the rows that are filled). */
export function sheetTable(sheet: Sheet, headerRow: number): Table {
  const header = (sheet.rows[headerRow] ?? []).map((name) => name.trim())
  const rows = sheet.rows.slice(headerRow + 1)
  // Cells to the right of the header are columns without a name, so that they are not lost without a word.
  const width = rows.reduce((most, row) => Math.max(most, row.length), header.length)
  const read = new Map<number, TextColumn>()
  return {
    sheet: sheet.name,
    encoding: 'ods',
    separator: undefined,
    header: Array.from({ length: width }, (_, i) => header[i] ?? ''),
    rowCount: rows.length,
    lineOf: (row) => sheet.lines[headerRow + 1 + row] ?? 0,
    column: (index) => {
      const known = read.get(index) ?? codeTexts(rows.length, (row) => rows[row]?.[index] ?? '')
      read.set(index, known)
      return known
    },
  }
}
