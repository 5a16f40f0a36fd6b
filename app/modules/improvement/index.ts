import { defineModule } from '../../platform/web/module.ts'
import { improvementMigrations } from './migrations/index.ts'

export const improvement = defineModule({
  name: 'improvement',
  migrations: improvementMigrations,
  routes: [],
  topics: [],
  jobs: [],
  navigation: [],
})
