import { defineModule } from '../../platform/web/module.ts'

export const improvement = defineModule({
  name: 'improvement',
  migrations: [],
  routes: [],
  topics: [],
  jobs: [],
  navigation: [],
})
