import type { Migration } from '../../../platform/database/migrate.ts'
import { year } from './0001-year.ts'
import { boards } from './0002-boards.ts'
import { sessions } from './0003-sessions.ts'
import { review } from './0004-review.ts'
import { lessons } from './0005-lessons.ts'
import { visits } from './0006-visits.ts'
import { voice } from './0007-voice.ts'
import { library } from './0008-library.ts'
import { impact } from './0009-impact.ts'
import { movement } from './0010-movement.ts'

export const improvementMigrations: readonly Migration[] = [
  year,
  boards,
  sessions,
  review,
  lessons,
  visits,
  voice,
  library,
  impact,
  movement,
]
