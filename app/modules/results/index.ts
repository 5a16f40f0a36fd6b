import { defineModule } from '../../platform/web/module.ts'
import { apiRoutes } from './api/api-routes.ts'
import { resultsMigrations } from './migrations/index.ts'
import { frontRoute } from './pages/front-page.tsx'
import { rulesRoutes } from './pages/rules-page.tsx'
import { schoolPageRoute } from './pages/school-page.tsx'
import { uploadRoutes } from './pages/upload-routes.tsx'
import { loadUploadJob } from './published/upload-job.ts'

export const results = defineModule({
  name: 'results',
  migrations: resultsMigrations,
  routes: [frontRoute, schoolPageRoute, ...rulesRoutes, ...uploadRoutes, ...apiRoutes],
  topics: [],
  jobs: [loadUploadJob],
  navigation: [],
})
