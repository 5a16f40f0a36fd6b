import type { ColumnType } from 'kysely'

export interface CultureScanTable {
  organisation_id: string
  id: string
  /** The year in which the school year starts. */
  school_year: number
  opened_at: Date
  closed_at: ColumnType<Date | null, Date | null | undefined, Date | null>
}

export interface CultureAnswerTable {
  organisation_id: string
  id: string
  scan_id: string
  team_id: string | null
  /** From 1 to 5, in the order of `cultureItems`. */
  answers: number[]
}

export interface CultureVoterTable {
  organisation_id: string
  scan_id: string
  voter: string
}

declare module '../../../platform/database/schema.ts' {
  interface Schema {
    culture_scans: CultureScanTable
    culture_answers: CultureAnswerTable
    culture_voters: CultureVoterTable
  }
}
