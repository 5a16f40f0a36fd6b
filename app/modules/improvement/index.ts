import { defineModule } from '../../platform/web/module.ts'
import { boardTopic } from './board-topic.tsx'
import { closeForgottenJob } from './close-forgotten.ts'
import { boardDemo } from './demo/board-demo.ts'
import { improvementMigrations } from './migrations/index.ts'
import { boardRoutes } from './pages/board/board-routes.ts'
import { reviewRoutes } from './pages/review/review-routes.ts'
import { sessionRoutes } from './pages/session/session-routes.ts'
import { wipeClassBoardsJob } from './wipe-class-boards.ts'

export const improvement = defineModule({
  name: 'improvement',
  migrations: improvementMigrations,
  routes: [...boardRoutes, ...sessionRoutes, ...reviewRoutes],
  topics: [boardTopic],
  jobs: [closeForgottenJob, wipeClassBoardsJob],
  navigation: [],
  demo: boardDemo,
})
