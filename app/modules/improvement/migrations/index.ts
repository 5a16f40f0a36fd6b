import type { Migration } from '../../../platform/database/migrate.ts'

export const improvementMigrations: readonly Migration[] = []
