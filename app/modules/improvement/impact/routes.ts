import type { Route } from '../../../platform/web/route.ts'
import { impactRoute } from './pages/impact-page.tsx'
import { printRoute } from './pages/print-page.tsx'
import { scanRoutes } from './pages/scan-routes.ts'
import { tryRoute } from './pages/try-page.tsx'
import { yearPictureRoute } from './pages/year-page.tsx'

/** The pages and forms of this room. */
export const impactRoutes: readonly Route[] = [impactRoute, yearPictureRoute, printRoute, ...scanRoutes, tryRoute]
