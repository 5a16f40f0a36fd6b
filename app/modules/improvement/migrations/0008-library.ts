import type { Migration } from '../../../platform/database/migrate.ts'

export const library: Migration = {
  name: 'improvement/0008-library',
  sql: 'select 1',
}
