import { defineModule } from '../../platform/web/module.ts'
import { resultsMigrations } from './migrations/index.ts'
import { frontRoute } from './pages/front-page.tsx'
import { rulesRoutes } from './pages/rules-page.tsx'
import { schoolPageRoute } from './pages/school-page.tsx'

export const results = defineModule({
  name: 'results',
  migrations: resultsMigrations,
  routes: [frontRoute, schoolPageRoute, ...rulesRoutes],
  topics: [],
  jobs: [],
  navigation: [],
})
