import type { Route } from '../../../platform/web/route.ts'

/** The pages and forms of this room. */
export const impactRoutes: readonly Route[] = []
