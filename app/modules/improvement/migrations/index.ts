import type { Migration } from '../../../platform/database/migrate.ts'
import { year } from './0001-year.ts'
import { boards } from './0002-boards.ts'
import { sessions } from './0003-sessions.ts'
import { review } from './0004-review.ts'

export const improvementMigrations: readonly Migration[] = [year, boards, sessions, review]
