import type { Cell, MaskFloor } from '../cells/read-cell.ts'
import type { SchoolCode } from '../cells/school-code.ts'
import type { Kind, Measure } from '../layouts/layout.ts'

/** One row's texts by row, read once per different text. */
export interface TextOfRows {
  readonly name: string
  readonly header: string
  /** Place in the file, from 1. */
  readonly column: number
  at(row: number): string
}

export interface MeasureOfRows {
  readonly measure: Measure
  readonly header: string
  /** Place in the file, from 1. */
  readonly column: number
  at(row: number): Cell
}

/** A file, or one sheet of it, that was recognised: every cell of a known column read, none of them unreadable. */
export interface ResultsTable {
  readonly kind: Kind
  readonly title: string
  readonly sheet: string | undefined
  readonly encoding: string
  readonly separator: string | undefined
  readonly rowCount: number
  /** Headers of columns that were left out. */
  readonly ignored: readonly string[]
  readonly columns: number
  /** The least that `<5` can mean in this file. */
  readonly maskFloor: MaskFloor
  readonly cells: { readonly known: number; readonly masked: number; readonly missing: number }
  readonly schools: readonly SchoolCode[]
  /** The school year of a row as `2024-2025`; undefined where only the headers of columns tell. */
  periodOf(row: number): string | undefined
  readonly parts: readonly TextOfRows[]
  readonly facts: readonly TextOfRows[]
  readonly measures: readonly MeasureOfRows[]
  lineOf(row: number): number
}
