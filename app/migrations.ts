import { improvementMigrations } from './modules/improvement/migrations/index.ts'
import { resultsMigrations } from './modules/results/migrations/index.ts'
import type { Migration } from './platform/database/migrate.ts'
import { platformMigrations } from './platform/migrations.ts'

/** Every step of the schema in its one order: the platform's rooms, then the modules. New steps go to the end of theirs. */
export const migrations: readonly Migration[] = [...platformMigrations, ...improvementMigrations, ...resultsMigrations]
