import type { Route } from '../../../../platform/web/route.ts'
import { actionRoutes } from '../actions/action-routes.ts'
import { goalRoutes } from '../goals/goal-routes.ts'
import { readingRoutes } from '../goals/reading-routes.ts'
import { planRoutes } from '../plans/plan-routes.ts'
import { removalRoutes } from '../removal-routes.ts'
import { successRoutes } from '../successes/success-routes.ts'
import { boardPageRoute } from './board-page.tsx'

/** Everything under `/s/:organisation/boards/:board` that is about the board and its cards. */
export const boardRoutes: readonly Route[] = [
  boardPageRoute,
  ...goalRoutes,
  ...readingRoutes,
  ...actionRoutes,
  ...successRoutes,
  ...planRoutes,
  ...removalRoutes,
]
