import type { ColumnType } from 'kysely'
import type { Origin, Reach } from './shared-lesson.ts'

/** JSON columns: read as objects, written as text. */
type Json<T> = ColumnType<T, string | undefined, string>
type Defaulted<T> = ColumnType<T, T | undefined, T>

export interface SharedLessonTable {
  organisation_id: string
  id: string
  lesson_id: string
  team_id: string
  reach: Reach
  board_id: string
  edition: number
  oldest: Defaulted<number>
  title: string
  subject: Defaulted<string>
  year: Defaulted<string>
  theme: Defaulted<string>
  terms: Defaulted<string[]>
  title_stems: string[]
  words: string[]
  stems: string[]
  shared_by: string
  shared_at: Date
  withdrawn_at: Date | null
}

export interface SharedEditionTable {
  organisation_id: string
  shared_id: string
  edition: number
  version_id: string
  number: number
  title: string
  subject: Defaulted<string>
  year: Defaulted<string>
  theme: Defaulted<string>
  /** See `readPlan`. */
  plan: Json<Readonly<Record<string, unknown>>>
  terms: Defaulted<string[]>
  credit: string
  origins: Json<readonly Origin[]>
  shared_by: string
  shared_at: Date
}

export interface LessonForkTable {
  organisation_id: string
  lesson_id: string
  origins: ColumnType<readonly Origin[], string, string>
}

export interface CurriculumTermTable {
  uri: string
  code: Defaulted<string>
  label: string
  subject: Defaulted<string>
  level: Defaulted<string>
  broader: string | null
  stems: string[]
  imported_at: Date
  gone_at: Date | null
  scheme: string
}

declare module '../../../platform/database/schema.ts' {
  interface Schema {
    shared_lessons: SharedLessonTable
    shared_editions: SharedEditionTable
    lesson_forks: LessonForkTable
    curriculum_terms: CurriculumTermTable
  }
}
