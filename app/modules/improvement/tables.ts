import type { ColumnType } from 'kysely'
import type { Stamps } from '../../platform/journal/fields.ts'
import type { Agreed } from './session-agreed.ts'

/** JSON columns: read as objects, written as text. */
type StampsColumn = ColumnType<Stamps, string | undefined, string>
type Defaulted<T> = ColumnType<T, T | undefined, T>

export type Stage = 'planned' | 'kick-off' | 'execution' | 'evaluation' | 'look-back' | 'closed'
export type BoardKind = 'improvement' | 'organisational' | 'class'
export type GoalState = 'running' | 'kept' | 'adapted' | 'stopped'
export type ActionState = 'open' | 'done' | 'adapted' | 'stopped'
export type Decision = 'keep' | 'adapt' | 'stop'
/** 1 good, 2 so-so, 3 not well. */
export type Face = 1 | 2 | 3

interface CardColumns {
  organisation_id: string
  id: string
  board_id: string
  stamps: StampsColumn
  created_by: string
  created_at: Date
  removed_at: Date | null
}

export interface YearBoardTable {
  organisation_id: string
  /** The year in which the school year starts: 2026 is 2026–2027. */
  school_year: number
  ambition: string
  stamps: StampsColumn
  created_at: Date
}

export interface PeriodTable {
  organisation_id: string
  id: string
  school_year: number
  number: number
  /** Days as `YYYY-MM-DD`, both included. */
  starts_on: string
  ends_on: string
  theme: string | null
  theme_note: string | null
  stage: Defaulted<Stage>
  stamps: StampsColumn
}

export interface PeriodTeamTable {
  organisation_id: string
  period_id: string
  team_id: string
}

export interface BoardTable {
  organisation_id: string
  id: string
  kind: BoardKind
  team_id: string
  name: string
  code: string | null
  ends_on: string | null
  created_at: Date
  archived_at: Date | null
}

export interface GoalTable extends CardColumns {
  period_id: string | null
  effect: string
  measure: Defaulted<string>
  out_of: number | null
  baseline: number | null
  target: number | null
  reason: Defaulted<string>
  /** `<kind>:<id>` of a reference that another module offered; null: the team's own words. */
  reason_from: Defaulted<string | null>
  state: Defaulted<GoalState>
}

export interface ReadingTable extends CardColumns {
  goal_id: string
  on_date: string
  value: number
  out_of: number | null
}

export interface ActionTable extends CardColumns {
  goal_id: string | null
  description: string
  due_on: string | null
  state: Defaulted<ActionState>
  state_reason: Defaulted<string>
  state_at: Date | null
  owner_ids: Defaulted<string[]>
  owner_names: Defaulted<string[]>
  everyone: Defaulted<boolean>
  /** From 1 (little) to 5 (much); null: not weighed yet. */
  impact: number | null
  /** From 1 (hard) to 5 (easy). */
  feasibility: number | null
  /** The action that this one goes on from. */
  follows: Defaulted<string | null>
}

export interface SuccessTable extends CardColumns {
  description: string
  by_name: Defaulted<string>
  on_date: string
}

export interface PlanTable extends CardColumns {
  description: string
  week: string
  by_name: Defaulted<string>
}

export interface BoardSessionTable {
  organisation_id: string
  id: string
  board_id: string
  code: string
  started_at: Date
  ended_at: Date | null
  ended_by: 'team' | 'clock' | null
  step: Defaulted<number>
  step_started_at: Date
  step_seconds: number[]
  planned_seconds: number[]
  leader_id: string | null
  note_taker_id: string | null
  timekeeper_id: string | null
  absent_ids: Defaulted<string[]>
  seen_ids: Defaulted<string[]>
  focus_id: string | null
  faces: Defaulted<number[]>
  /** Null as long as the session is open; written as text. */
  agreed: ColumnType<Agreed | null, string | null | undefined, string | null>
}

export interface CheckInTable {
  organisation_id: string
  session_id: string
  who: string
  face: Face
}

export interface CalendarFeedTable {
  organisation_id: string
  user_id: string
  token_hash: string
  created_at: Date
}

export interface EvaluationTable {
  organisation_id: string
  id: string
  goal_id: string
  period_id: string
  worked: Defaulted<string>
  decision: Decision | null
  stamps: StampsColumn
  created_at: Date
}

export interface PulseAnswerTable {
  organisation_id: string
  id: string
  period_id: string
  team_id: string
  answers: number[]
}

export interface PulseVoterTable {
  organisation_id: string
  period_id: string
  team_id: string
  voter: string
}

export interface LookBackTable {
  organisation_id: string
  id: string
  period_id: string
  team_id: string
  proud_of: Defaulted<string>
  learned: Defaulted<string>
  teamwork: Defaulted<string>
  next_time: Defaulted<string>
  pulse_closed_at: Date | null
  closed_at: Date | null
  stamps: StampsColumn
  created_at: Date
}

declare module '../../platform/database/schema.ts' {
  interface Schema {
    year_boards: YearBoardTable
    periods: PeriodTable
    period_teams: PeriodTeamTable
    boards: BoardTable
    goals: GoalTable
    readings: ReadingTable
    actions: ActionTable
    successes: SuccessTable
    plans: PlanTable
    board_sessions: BoardSessionTable
    check_ins: CheckInTable
    calendar_feeds: CalendarFeedTable
    evaluations: EvaluationTable
    pulse_answers: PulseAnswerTable
    pulse_voters: PulseVoterTable
    look_backs: LookBackTable
  }
}
