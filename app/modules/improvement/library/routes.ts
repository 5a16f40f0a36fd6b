import type { Route } from '../../../platform/web/route.ts'
import { curriculumAdminRoutes } from './pages/curriculum-admin.tsx'
import { exportRoutes } from './pages/export-routes.ts'
import { libraryPageRoutes } from './pages/library-page.tsx'
import { sharedPageRoutes } from './pages/shared-page.tsx'
import { writeRoutes } from './pages/write-routes.ts'

/** The pages and forms of this room. */
export const libraryRoutes: readonly Route[] = [
  ...libraryPageRoutes,
  ...exportRoutes,
  ...sharedPageRoutes,
  ...writeRoutes,
  ...curriculumAdminRoutes,
]
