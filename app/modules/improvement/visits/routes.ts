import type { Route } from '../../../platform/web/route.ts'
import { askRoutes } from './pages/ask-page.tsx'
import { boardActionRoutes } from './pages/board-action-page.tsx'
import { courseRoutes } from './pages/course-routes.ts'
import { factRoutes } from './pages/fact-routes.tsx'
import { hoursRoutes } from './pages/hours-page.tsx'
import { instrumentRoutes } from './pages/instruments-page.tsx'
import { myScoresRoutes } from './pages/my-scores-page.tsx'
import { ownRoutes } from './pages/own-routes.ts'
import { scoringRoutes } from './pages/scoring-page.tsx'
import { seenRoute } from './pages/seen-page.tsx'
import { talkRoutes } from './pages/talk-page.tsx'
import { trackRoutes } from './pages/track-page.tsx'
import { tracksRoutes } from './pages/tracks-page.tsx'
import { visitRoute } from './pages/visit-page.tsx'
import { visitsRoute } from './pages/visits-page.tsx'

/** The pages and forms of this room. Fixed addresses go before `/visits/:visit`. */
export const visitsRoutes: readonly Route[] = [
  visitsRoute,
  ...askRoutes,
  ...hoursRoutes,
  ...myScoresRoutes,
  ...instrumentRoutes,
  ...tracksRoutes,
  ...trackRoutes,
  visitRoute,
  ...courseRoutes,
  seenRoute,
  ...factRoutes,
  ...talkRoutes,
  ...boardActionRoutes,
  ...scoringRoutes,
  ...ownRoutes,
]
