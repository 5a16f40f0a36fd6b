import type { Migration } from '../../../platform/database/migrate.ts'

export const lessons: Migration = {
  name: 'improvement/0005-lessons',
  sql: 'select 1',
}
