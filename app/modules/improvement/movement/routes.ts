import type { Route } from '../../../platform/web/route.ts'
import { afternoonRoutes } from './pages/afternoon-page.tsx'
import { bookingRoutes } from './pages/booking-page.tsx'
import { offerRoutes } from './pages/offer-page.tsx'
import { ownRoute } from './pages/own-page.tsx'
import { publicRoutes } from './pages/public-page.tsx'
import { seenRoute } from './pages/seen-route.ts'
import { storyFormRoutes } from './pages/story-form.tsx'
import { storyRoutes } from './pages/story-pages.tsx'

export const movementRoutes: readonly Route[] = [
  ...publicRoutes,
  ...storyRoutes,
  ownRoute,
  seenRoute,
  ...storyFormRoutes,
  ...offerRoutes,
  ...afternoonRoutes,
  ...bookingRoutes,
]
