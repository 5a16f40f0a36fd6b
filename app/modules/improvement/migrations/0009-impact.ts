import type { Migration } from '../../../platform/database/migrate.ts'

export const impact: Migration = {
  name: 'improvement/0009-impact',
  sql: 'select 1',
}
