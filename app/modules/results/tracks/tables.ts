import type { ColumnType } from 'kysely'
import type { Help, Subject, TrackFigure } from './track.ts'

export interface ResultTrackTable {
  organisation_id: string
  id: string
  subject: Subject
  figure: ColumnType<TrackFigure, string, never>
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
