import type { Route } from '../web/route.ts'

/** Signing in and out, invitations, the account. */
export const identityRoutes: readonly Route[] = []
