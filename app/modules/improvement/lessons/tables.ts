import type { ColumnType } from 'kysely'
import type { Stamps } from '../../../platform/journal/fields.ts'

/** JSON columns: read as objects, written as text. */
type Json<T> = ColumnType<T, string | undefined, string>
type Defaulted<T> = ColumnType<T, T | undefined, T>

export interface LessonTable {
  organisation_id: string
  id: string
  team_id: string
  goal_id: string | null
  title: string
  subject: Defaulted<string>
  year: Defaulted<string>
  theme: Defaulted<string>
  stamps: Json<Stamps>
  created_by: string
  created_at: Date
  removed_at: Date | null
}

export interface LessonDesignerTable {
  organisation_id: string
  lesson_id: string
  user_id: string
}

export interface LessonVersionTable {
  organisation_id: string
  id: string
  lesson_id: string
  number: number
  document: Defaulted<Uint8Array>
  /** See `readPlan`. */
  plan: Json<Readonly<Record<string, unknown>>>
  writers: Json<Readonly<Record<string, string>>>
  edits: Defaulted<number>
  /** `YYYY-MM-DD`; null as long as it can be written in. */
  taught_on: string | null
  class_name: Defaulted<string>
  pupils_did: Defaulted<string>
  worked: Defaulted<string>
  differently: Defaulted<string>
  stamps: Json<Stamps>
  created_by: string
  created_at: Date
}

export interface LessonSpellTable {
  organisation_id: string
  id: string
  version_id: string
  field: string
  actors: string[]
  before: Defaulted<string>
  after: string | null
  last_at: Date
}

declare module '../../../platform/database/schema.ts' {
  interface Schema {
    lessons: LessonTable
    lesson_designers: LessonDesignerTable
    lesson_versions: LessonVersionTable
    lesson_spells: LessonSpellTable
  }
}
