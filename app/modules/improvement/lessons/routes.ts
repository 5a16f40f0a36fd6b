import type { Route } from '../../../platform/web/route.ts'
import { compareRoute } from './pages/compare-page.tsx'
import { courseRoutes } from './pages/course-routes.ts'
import { designRoutes } from './pages/design-page.tsx'
import { historyRoute } from './pages/history-page.tsx'
import { listRoute } from './pages/list-page.tsx'
import { newRoutes } from './pages/new-page.tsx'
import { writeRoutes } from './pages/write-routes.ts'

/** The pages and forms of this room. */
export const lessonsRoutes: readonly Route[] = [
  listRoute,
  ...newRoutes,
  ...designRoutes,
  compareRoute,
  historyRoute,
  ...writeRoutes,
  ...courseRoutes,
]
