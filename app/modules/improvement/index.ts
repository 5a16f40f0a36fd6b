import { defineModule } from '../../platform/web/module.ts'
import { boardTopic } from './board-topic.tsx'
import { improvementMigrations } from './migrations/index.ts'
import { actionRoutes } from './pages/board/action-routes.ts'
import { boardPageRoute } from './pages/board/board-page.tsx'
import { reviewRoutes } from './pages/review/review-routes.ts'

export const improvement = defineModule({
  name: 'improvement',
  migrations: improvementMigrations,
  routes: [boardPageRoute, ...actionRoutes, ...reviewRoutes],
  topics: [boardTopic],
  jobs: [],
  navigation: [],
})
