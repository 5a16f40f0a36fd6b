import { defineModule } from '../../platform/web/module.ts'
import { boardTopic } from './board-topic.tsx'
import { improvementMigrations } from './migrations/index.ts'
import { boardRoutes } from './pages/board/board-routes.ts'
import { reviewRoutes } from './pages/review/review-routes.ts'

export const improvement = defineModule({
  name: 'improvement',
  migrations: improvementMigrations,
  routes: [...boardRoutes, ...reviewRoutes],
  topics: [boardTopic],
  jobs: [],
  navigation: [],
})
