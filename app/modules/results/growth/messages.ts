import type { Growth } from '@kantelpunt/mixed-models'
import type { Locale } from '../../../platform/text/dictionary.ts'
import type { GrowthStop } from './analyse-growth.ts'
import type { ChosenColumns } from './guess-columns.ts'
import type { PersonalColumn } from './personal-columns.ts'
import type { FileStop } from './pupil-file.ts'

/** What the page asks of the worker. The file goes there once; columns are chosen after it was read. */
export type Question =
  | { readonly kind: 'read'; readonly file: File; readonly sheet: string | undefined }
  | { readonly kind: 'fit'; readonly columns: ChosenColumns; readonly locale: Locale }

export const stages = ['reading', 'checking', 'fitting', 'drawing'] as const
export type Stage = (typeof stages)[number]

/** What the worker answers: names of columns and figures of schools, never a row. */
export type Answer =
  | { readonly kind: 'stage'; readonly stage: Stage }
  | { readonly kind: 'stop'; readonly stop: FileStop | GrowthStop }
  | { readonly kind: 'personal'; readonly columns: readonly PersonalColumn[] }
  | {
      readonly kind: 'read'
      readonly header: readonly string[]
      readonly rows: number
      readonly sheets: readonly string[]
      readonly sheet: string
      readonly guess: Omit<ChosenColumns, 'background'>
    }
  | {
      readonly kind: 'fitted'
      readonly schools: Growth['schools']
      readonly counts: Growth['counts']
      readonly pupils: number
      readonly missingRows: number
      /** Standard deviation of the later scores. */
      readonly spread: number
      /** SVG. */
      readonly caterpillar: string
      readonly expectedAchieved: string
    }
