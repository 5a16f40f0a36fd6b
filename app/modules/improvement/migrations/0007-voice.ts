import type { Migration } from '../../../platform/database/migrate.ts'

export const voice: Migration = {
  name: 'improvement/0007-voice',
  sql: 'select 1',
}
