import type { ColumnType } from 'kysely'
import type { Reach } from './shared-lesson.ts'

/** JSON columns: read as objects, written as text. */
type Json = ColumnType<Readonly<Record<string, unknown>>, string | undefined, string>
type Defaulted<T> = ColumnType<T, T | undefined, T>

export interface SharedLessonTable {
  organisation_id: string
  id: string
  lesson_id: string
  version_id: string
  number: number
  team_id: string
  reach: Reach
  board_id: string
  title: string
  subject: Defaulted<string>
  year: Defaulted<string>
  theme: Defaulted<string>
  plan: Json
  terms: Defaulted<string[]>
  credit: string
  parent_id: string | null
  parent_title: string | null
  parent_credit: string | null
  parent_plan: ColumnType<Readonly<Record<string, unknown>> | null, string | null, string | null>
  title_stems: string[]
  stems: string[]
  words: string
  shared_by: string
  shared_at: Date
  withdrawn_at: Date | null
}

export interface LessonForkTable {
  organisation_id: string
  lesson_id: string
  parent_id: string
  parent_title: string
  parent_credit: string
  parent_plan: ColumnType<Readonly<Record<string, unknown>>, string, string>
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
  scheme: Defaulted<string>
}

declare module '../../../platform/database/schema.ts' {
  interface Schema {
    shared_lessons: SharedLessonTable
    lesson_forks: LessonForkTable
    curriculum_terms: CurriculumTermTable
  }
}
