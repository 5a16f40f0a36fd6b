import type { Route } from '../../web/route.ts'
import { importRoutes } from './pages/import-page.tsx'
import { importsRoutes } from './pages/imports-page.tsx'
import { schoolRoute } from './pages/school-page.tsx'
import { schoolsRoute } from './pages/schools-page.tsx'

/** Looking up a real school, and keeping the register of them. */
export const registerRoutes: readonly Route[] = [schoolsRoute, schoolRoute, ...importsRoutes, ...importRoutes]
