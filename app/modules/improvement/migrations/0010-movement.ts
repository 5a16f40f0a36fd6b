import type { Migration } from '../../../platform/database/migrate.ts'

export const movement: Migration = {
  name: 'improvement/0010-movement',
  sql: 'select 1',
}
