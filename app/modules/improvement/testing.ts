import { platformMigrations } from '../../platform/migrations.ts'
import { improvementMigrations } from './migrations/index.ts'

/** The tables that tests of this module stand on: the platform's and its own, without those of other modules. */
export const migrations = [...platformMigrations, ...improvementMigrations]
