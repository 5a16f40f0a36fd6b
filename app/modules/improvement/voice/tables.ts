import type { ColumnType } from 'kysely'
import type { Range } from './range.ts'
import type { Given, Question } from './round.ts'

/** JSON columns: read as objects, written as text. */
type Json<T> = ColumnType<T, string, string>
type Defaulted<T> = ColumnType<T, T | undefined, T>

export interface VoiceRoundTable {
  organisation_id: string
  id: string
  team_id: string
  kind: 'questions' | 'arena'
  title: string
  question_set: string
  questions: Json<readonly Question[]>
  subgroups: Defaulted<string[]>
  code: string
  created_by: string
  opened_at: Date
  closed_at: Date | null
  answered: Defaulted<number>
  words_shown_at: Date | null
  done_words: Defaulted<string>
  done_at: Date | null
}

/** Read and deleted by the step that closes a round only. */
export interface VoiceAnswerTable {
  organisation_id: string
  round_id: string
  id: string
  subgroup: number | null
  given: Json<readonly Given[]>
}

export interface VoiceDeviceTable {
  organisation_id: string
  round_id: string
  device: string
}

export interface VoiceViewTable {
  organisation_id: string
  round_id: string
  question: number
  /** −1 for the whole group. */
  subgroup: number
  n: number
  cuts: Json<readonly Range[]>
}

export interface VoiceWordsTable {
  organisation_id: string
  id: string
  round_id: string
  question: number
  words: string
  removed_at: Date | null
}

export interface VoiceNoteTable {
  organisation_id: string
  id: string
  round_id: string
  kind: 'heard' | 'idea'
  question: Defaulted<number>
  words: string
  effect: number | null
  feasible: number | null
  created_at: Date
  removed_at: Date | null
}

declare module '../../../platform/database/schema.ts' {
  interface Schema {
    voice_rounds: VoiceRoundTable
    voice_answers: VoiceAnswerTable
    voice_devices: VoiceDeviceTable
    voice_views: VoiceViewTable
    voice_words: VoiceWordsTable
    voice_notes: VoiceNoteTable
  }
}
