import type { Route } from '../web/route.ts'
import { deviceRoutes } from './device-routes.tsx'
import { displayRoutes } from './display-routes.ts'
import { galleryRoutes } from './gallery/gallery-routes.tsx'

/** The pages and forms of this room itself. */
export const uiRoutes: readonly Route[] = [...displayRoutes, ...deviceRoutes, ...galleryRoutes]
