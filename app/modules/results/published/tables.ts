import type { MaskFloor, Measure, ParsedNorms, Refusal, RefusedRows, TableKind } from '@kantelpunt/school-results'
import type { ColumnType } from 'kysely'
import type { ImportAnswer } from '../../../platform/organisations/register/import-schools.ts'
import type { DateRefusal, DateSource } from './publication-day.ts'
import type { UnknownSchools } from './unknown-schools.ts'

/** Why a file was kept out. */
export type FileRefusal =
  | Refusal
  | DateRefusal
  | { readonly ok: false; readonly reason: 'too-large'; readonly limitBytes: number }
  | { readonly ok: false; readonly reason: 'too-many-rows'; readonly rows: number; readonly limit: number }
  /** A list of all locations: it belongs in the register of schools. */
  | { readonly ok: false; readonly reason: 'schools-list' }
  /** The thread that read it ended: it took more memory than it may. */
  | { readonly ok: false; readonly reason: 'reader-died' }

/** A column of numbers as it stood in the file. */
export interface StoredMeasure extends Measure {
  readonly header: string
  /** Place in the file, from 1. */
  readonly column: number
  /** The most decimals that a number in it was printed with. */
  readonly decimals: number
}

/** A column of texts as it stood in the file. */
export interface StoredText {
  readonly name: string
  readonly header: string
  readonly column: number
}

export interface ResultFileTable {
  id: string
  sha256: string
  /** `loading`: rows are still going in, and nothing of it counts yet. */
  status: 'loading' | 'loaded' | 'refused'
  refusal: ColumnType<FileRefusal | null, string | null, never>
  file_name: string
  bytes: number
  source: string
  published_on: string
  published_on_source: DateSource
  rows_kept: number
  rows_of: number
  /** While loading when it was last at work. */
  loaded_at: Date
  /** Person who uploaded it; null for the command line. */
  loaded_by: string | null
}

export interface ResultTableTable {
  id: string
  file_id: string
  place: number
  kind: TableKind
  title: string
  sheet: string | null
  encoding: string
  separator: string | null
  row_count: number
  first_school_year: string | null
  last_school_year: string | null
  mask_floor: MaskFloor
  measures: ColumnType<readonly StoredMeasure[], string, never>
  facts: ColumnType<readonly StoredText[], string, never>
  parts: ColumnType<readonly StoredText[], string, never>
  ignored: ColumnType<readonly string[], string, never>
  cells_known: number
  cells_masked: number
  cells_missing: number
}

/** A row of a published table. `low` and `high` follow the measures of the table: null is missing, `high` Infinity unbounded. */
export interface ResultRowTable {
  table_id: string
  place: number
  line: number
  brin: string
  location: string
  school_year: string | null
  parts: readonly string[]
  facts: readonly string[]
  low: readonly (number | null)[]
  high: readonly (number | null)[]
}

/** What an upload came to, as its page says it. */
export type UploadAnswer = FileAnswer & {
  /** The thread that made the picture of the country ended: the file is there and counts in no picture yet. */
  readonly pictureFailed?: true
}

/** What the file was, and why it was kept out. */
type FileAnswer =
  | {
      readonly is: 'results'
      readonly fileId: string
      readonly kinds: readonly TableKind[]
      readonly rows: number
      /** Left out where the file was here already. */
      readonly unknown?: UnknownSchools
    }
  | { readonly is: 'results'; readonly refusal: FileRefusal; readonly refused?: RefusedRows }
  | { readonly is: 'schools'; readonly importId: string }
  | { readonly is: 'schools'; readonly listRefusal: ListRefusal }
  | { readonly is: 'norms'; readonly id: string }
  | { readonly is: 'norms'; readonly refusal: NormsRefusal }
  | { readonly is: 'busy' }

export type NormsRefusal =
  | Extract<ParsedNorms, { ok: false }>
  | { readonly ok: false; readonly reason: 'not-json' }
  /** A version is never replaced: figures name the one that they were held against. */
  | { readonly ok: false; readonly reason: 'id-taken'; readonly id: string }

export type ListRefusal = Extract<ImportAnswer, { outcome: 'unreadable' }>['refusal']

export interface ResultUploadTable {
  id: string
  file_name: string
  /** The file itself, until it was loaded. */
  body: Uint8Array | null
  published_on: string | null
  source: string
  accept_closures: boolean
  stage: 'waiting' | 'working' | 'picture' | 'done'
  rows_done: number
  rows_of: number
  outcome: 'loaded' | 'again' | 'refused' | null
  answer: ColumnType<UploadAnswer | null, string | null, string | null>
  uploaded_at: Date
  uploaded_by: string | null
}

declare module '../../../platform/database/schema.ts' {
  interface Schema {
    result_files: ResultFileTable
    result_tables: ResultTableTable
    result_rows: ResultRowTable
    result_uploads: ResultUploadTable
  }
}
