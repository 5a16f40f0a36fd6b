import type { Context, Hono } from 'hono'
import { getCookie } from 'hono/cookie'
import { guestCookie } from '../identity/guest-cookie.ts'
import { sessionTokenOf } from '../identity/session-cookie.ts'
import { findVisit } from '../identity/visit.ts'
import { refusalOf } from './allow.ts'
import type { WebEnv } from './context.ts'
import { refuse } from './refuse.tsx'
import type { Route } from './route.ts'

/** Puts the routes on the application: each finds the visit, checks access, then runs its handler. */
export function mountRoutes(app: Hono<WebEnv>, routes: readonly Route[]): void {
  for (const route of routes) {
    app.on(route.method, route.path, async (c) => {
      const visit = await visitOf(c)
      c.set('visit', visit)
      if (visit.viewer.kind === 'person' && visit.viewer.locale !== null) c.set('locale', visit.viewer.locale)
      const refusal = refusalOf(route.access, visit)
      return refusal === null ? route.handle(c) : refuse(c, refusal)
    })
  }
}

function visitOf(c: Context<WebEnv>) {
  const { db, settings } = c.var.services
  const credentials = {
    sessionToken: sessionTokenOf(c.req.raw.headers, settings),
    guestToken: getCookie(c, guestCookie) ?? null,
  }
  return findVisit(db, credentials, c.req.param('organisation') ?? null, c.var.now)
}
