import type { DelimitedRefusal } from '@kantelpunt/delimited-text'
import type { OdsRefusal } from '../ods/read-ods.ts'

/** Why a file can't be read. Lines and columns count from 1; in a sheet the line is the number of the row. */
export type Refusal =
  | OdsRefusal
  | DelimitedRefusal
  /** An old Excel workbook, or bytes that are no text. */
  | { readonly ok: false; readonly reason: 'not-text'; readonly line: number }
  /** The columns are those of no file that is known. */
  | {
      readonly ok: false
      readonly reason: 'unknown-file'
      readonly sheet?: string
      readonly nearest: string
      readonly recognised: readonly string[]
      readonly missing: readonly string[]
      readonly unknown: readonly string[]
    }
  /** Two columns that say the same. */
  | { readonly ok: false; readonly reason: 'column-twice'; readonly first: string; readonly second: string }
  | {
      readonly ok: false
      readonly reason: 'unreadable-number' | 'unreadable-school' | 'unreadable-outcome' | 'value-outside-columns'
      readonly sheet?: string
      readonly line: number
      readonly column: number
      readonly header: string
      readonly text: string
    }
  /** Two rows about the same school, part and period that say different things. */
  | {
      readonly ok: false
      readonly reason: 'school-twice'
      readonly sheet?: string
      readonly line: number
      readonly school: string
      readonly earlier: number
    }
  /** A word that stands for nothing here, with those that do. */
  | {
      readonly ok: false
      readonly reason: 'unknown-word'
      readonly sheet?: string
      readonly line: number
      readonly column: number
      readonly header: string
      readonly text: string
      readonly expected: readonly string[]
    }
  /** A row that must be about a school year and is about none that can be read. */
  | { readonly ok: false; readonly reason: 'no-school-year'; readonly sheet?: string; readonly line: number }
  | { readonly ok: false; readonly reason: 'no-rows'; readonly sheet?: string }

/** A refusal that is about one row: of such a file every one can be listed. */
export type RowRefusal = Extract<
  Refusal,
  {
    readonly reason:
      | 'row-width'
      | 'unclosed-quote'
      | 'unreadable-number'
      | 'unreadable-school'
      | 'unreadable-outcome'
      | 'value-outside-columns'
      | 'school-twice'
      | 'unknown-word'
      | 'no-school-year'
  }
>
