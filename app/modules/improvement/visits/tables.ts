import type { ColumnType } from 'kysely'

type Defaulted<T> = ColumnType<T, T | undefined, T>

export type VisitState = 'open' | 'taken' | 'done' | 'withdrawn'
export type FactKind = 'seen' | 'heard'
export type BusyKind = 'lessons' | 'appointments'

interface VisitTable {
  organisation_id: string
  id: string
  receiver_id: string
  visitor_id: string | null
  team_id: string | null
  track_id: string | null
  class_name: Defaulted<string>
  also_leaders: Defaulted<boolean>
  state: VisitState
  asked_at: Date
  starts_at: Date | null
  done_at: Date | null
}

interface TrackTable {
  organisation_id: string
  id: string
  starter_id: string
  buddy_id: string
  class_name: string
  every_weeks: number
  /** Days as `YYYY-MM-DD`, both included. */
  starts_on: string
  ends_on: string
  created_at: Date
  ended_at: Date | null
}

interface InstrumentTable {
  organisation_id: string
  id: string
  /** As it was imported; read by `readInstrument`. Written as text. */
  definition: ColumnType<unknown, string, string>
  imported_by: string
  imported_at: Date
  removed_at: Date | null
}

interface HoursTable {
  organisation_id: string
  user_id: string
  lesson_slots: Defaulted<number[]>
  off_days: Defaulted<number[]>
  updated_at: Date
}

interface BusyTable {
  organisation_id: string
  user_id: string
  kind: BusyKind
  starts_at: Date
  ends_at: Date
}

interface RecordTable {
  organisation_id: string
  visit_id: string
  receiver_id: string
  visitor_id: string | null
  instrument: string | null
  started_at: Date | null
  talk_step: number | null
  talk_step_at: Date | null
  talk_done_at: Date | null
  closed_at: ColumnType<Date | null, never, never>
  keep_until: string
}

interface QuestionTable {
  organisation_id: string
  visit_id: string
  receiver_id: string
  words: string
  lesson_id: Defaulted<string | null>
  keep_until: string
}

interface FactTable {
  organisation_id: string
  visit_id: string
  id: string
  kind: FactKind
  words: string
  noticed_at: Date
}

interface TryTable {
  organisation_id: string
  visit_id: string
  receiver_id: string
  words: string
  written_at: Date
}

interface ScoreTable {
  organisation_id: string
  visit_id: string
  indicator: string
  score: number
}

interface ReaderTable {
  organisation_id: string
  visit_id: string
  receiver_id: string
  user_id: string
  since: Date
}

interface ConsentTable {
  organisation_id: string
  user_id: string
  since: Date
}

interface BehaviourTable {
  organisation_id: string
  /** The first day of a half school year: 1 August or 1 February. */
  half: string
  /** Null: it was over, and could not be told. */
  teachers: number | null
  /** Read by `countedBehaviour`. */
  figures: ColumnType<unknown, never, never>
  keep_until: string
}

declare module '../../../platform/database/schema.ts' {
  interface Schema {
    visits: VisitTable
    visit_tracks: TrackTable
    visit_instruments: InstrumentTable
    visit_hours: HoursTable
    visit_busy: BusyTable
    visit_records: RecordTable
    visit_questions: QuestionTable
    visit_facts: FactTable
    visit_tries: TryTable
    visit_scores: ScoreTable
    visit_readers: ReaderTable
    visit_consents: ConsentTable
    visit_behaviour: BehaviourTable
  }
}
