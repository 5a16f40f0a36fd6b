import type { TextColumn } from '@kantelpunt/delimited-text'

/** A header with rows below it, from delimited text or from a sheet. Rows and columns count from 0. */
export interface Table {
  /** The sheet's name; undefined for delimited text. */
  readonly sheet: string | undefined
  readonly encoding: string
  readonly separator: string | undefined
  readonly header: readonly string[]
  readonly rowCount: number
  column(index: number): TextColumn
  /** The line of the file or row of the sheet, from 1. */
  lineOf(row: number): number
}
