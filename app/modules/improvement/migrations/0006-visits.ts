import type { Migration } from '../../../platform/database/migrate.ts'

export const visits: Migration = {
  name: 'improvement/0006-visits',
  sql: 'select 1',
}
