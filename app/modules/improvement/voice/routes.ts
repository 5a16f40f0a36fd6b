import type { Route } from '../../../platform/web/route.ts'
import { newRoundRoutes } from './pages/new-round-page.tsx'
import { pupilsRoute } from './pages/pupils-page.tsx'
import { roundRoutes } from './pages/round-page.tsx'
import { roundWriteRoutes } from './pages/round-writes.ts'
import { totalsRoute } from './pages/totals-page.tsx'
import { pupilRoutes } from './pupils/pupil-routes.tsx'

/** The pages and forms of this room. */
export const voiceRoutes: readonly Route[] = [
  pupilsRoute,
  ...newRoundRoutes,
  totalsRoute,
  ...roundRoutes,
  ...roundWriteRoutes,
  ...pupilRoutes,
]
