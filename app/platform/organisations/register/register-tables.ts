import type { ColumnType } from 'kysely'
import type { HolidayRegion } from '../organisations.ts'
import type { Encoding } from './file-text.ts'
import type { RowOutcome, SeenName } from './import-plan.ts'
import type { Sector } from './register-file.ts'
import type { VintageSource } from './vintage.ts'

/** A real school of DUO's register. Days are `2025-10-01`; the meaning of each column is at `RegisterSchool`. */
export interface RegisterSchoolTable {
  code: string
  sector: Sector
  name: string
  street: string | null
  house_number: string | null
  postcode: string | null
  place: string
  municipality_code: string
  municipality: string
  province: string | null
  governing_body: string | null
  denomination: string | null
  phone: string | null
  website: string | null
  structure: string | null
  holiday_region: HolidayRegion | null
  first_seen: string
  last_seen: string
  closed_since: string | null
  names: ColumnType<readonly SeenName[], string, string>
}

/** Why a file that could be read was not imported. */
export type ImportRefusal =
  /** Some rows are refused; a file is imported whole or not at all. */
  | { readonly reason: 'rows-refused'; readonly refused: number }
  /** So many schools would be closed that this is probably a part of the file, or another one. */
  | { readonly reason: 'closes-too-many'; readonly closing: number; readonly open: number }

export interface RegisterImportTable {
  id: string
  status: 'imported' | 'refused'
  refusal: ColumnType<ImportRefusal | null, string | null, never>
  file_name: string
  sha256: string
  sector: Sector
  encoding: Encoding
  vintage: string
  vintage_source: VintageSource
  rows: number
  added: number
  updated: number
  unchanged: number
  refused: number
  closed: number
  reopened: number
  renamed: number
  /** What happened to each row, and which schools were closed. */
  report: ColumnType<ImportReport, string, never>
  imported_at: Date
  /** Person who uploaded it; null for the command line. */
  imported_by: string | null
}

export interface ImportReport {
  readonly outcomes: readonly RowOutcome[]
  readonly closed: readonly string[]
}

declare module '../../database/schema.ts' {
  interface Schema {
    register_schools: RegisterSchoolTable
    register_imports: RegisterImportTable
  }
}
