import type { Standing } from '../school/domain-view.ts'
import type { Help, Subject } from './track.ts'

export interface ResultTrackTable {
  organisation_id: string
  id: string
  subject: Subject
  school_code: string | null
  school_years: readonly string[]
  share_low: number | null
  share_high: number | null
  norm: number | null
  standing: Standing
  causes: string
  seen_with_team_on: string | null
  read_every_weeks: number
  help: readonly Help[]
  review_on: string
  started_at: Date
  started_by: string | null
  closed_at: Date | null
  outcome: string
}

declare module '../../../platform/database/schema.ts' {
  interface Schema {
    result_tracks: ResultTrackTable
  }
}
