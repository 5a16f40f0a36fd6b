import type { ColumnType } from 'kysely'
import type { Summary } from './summary.ts'

export interface ResultGrowthSummaryTable {
  organisation_id: string
  id: string
  schools: ColumnType<Summary['schools'], string, never>
  /** Of the later scores, rounded up: the steps of all figures follow from it. */
  spread: number
  certificate: ColumnType<Summary['certificate'], string, never>
  saved_at: Date
  saved_by: string | null
}

declare module '../../../platform/database/schema.ts' {
  interface Schema {
    result_growth_summaries: ResultGrowthSummaryTable
  }
}
