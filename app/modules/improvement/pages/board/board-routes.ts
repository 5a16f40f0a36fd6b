import type { Route } from '../../../../platform/web/route.ts'
import { actionRoutes } from '../actions/action-routes.ts'
import { classesRoutes } from '../classes/classes-page.tsx'
import { closeClassRoute } from '../classes/close-route.ts'
import { joinRoutes } from '../classes/join-page.tsx'
import { goalRoutes } from '../goals/goal-routes.ts'
import { readingRoutes } from '../goals/reading-routes.ts'
import { planRoutes } from '../plans/plan-routes.ts'
import { removalRoutes } from '../removal-routes.ts'
import { successRoutes } from '../successes/success-routes.ts'
import { teamBoardRoutes } from '../teams/team-board-routes.ts'
import { archiveRoute } from './archive-page.tsx'
import { boardPageRoute } from './board-page.tsx'
import { historyRoute } from './history-page.tsx'

/** The boards of teams and classes, and their cards. */
export const boardRoutes: readonly Route[] = [
  ...teamBoardRoutes,
  ...classesRoutes,
  ...joinRoutes,
  boardPageRoute,
  archiveRoute,
  historyRoute,
  closeClassRoute,
  ...goalRoutes,
  ...readingRoutes,
  ...actionRoutes,
  ...successRoutes,
  ...planRoutes,
  ...removalRoutes,
]
