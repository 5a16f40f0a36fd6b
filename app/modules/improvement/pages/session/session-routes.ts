import type { Route } from '../../../../platform/web/route.ts'
import { calendarRoutes } from '../calendar/calendar-page.tsx'
import { feedRoute } from '../calendar/feed-route.ts'
import { checkInRoutes } from './check-in-routes.tsx'
import { courseRoutes } from './course-routes.ts'
import { endRoute } from './end-route.ts'
import { finishRoute } from './finish-page.tsx'
import { joinRoutes } from './join-page.tsx'
import { sessionsRoute } from './list-page.tsx'
import { outcomeRoutes } from './outcome-route.ts'
import { phoneRoute } from './phone-page.tsx'
import { rolesRoutes } from './roles-route.ts'
import { settingsRoute } from './settings-page.tsx'
import { startRoute } from './start-route.ts'
import { summaryRoute } from './summary-page.tsx'
import { wallRoute } from './wall-page.tsx'

/** A board session from its start to its page of what was agreed, and a calendar of what comes. */
export const sessionRoutes: readonly Route[] = [
  startRoute,
  wallRoute,
  phoneRoute,
  ...joinRoutes,
  ...courseRoutes,
  ...rolesRoutes,
  ...checkInRoutes,
  ...outcomeRoutes,
  settingsRoute,
  finishRoute,
  endRoute,
  sessionsRoute,
  summaryRoute,
  ...calendarRoutes,
  feedRoute,
]
