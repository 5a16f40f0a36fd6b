import type { BlockList } from 'node:net'
import type { Context, Hono, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { getCookie } from 'hono/cookie'
import { guestCookie } from '../identity/guest-cookie.ts'
import { sessionTokenOf } from '../identity/session-cookie.ts'
import { findVisit } from '../identity/visit.ts'
import { refusalOf } from './allow.ts'
import type { WebEnv } from './context.ts'
import { limitRoute } from './rate-limit.ts'
import { refuse } from './refuse.tsx'
import type { Route } from './route.ts'

const usualBodyLimit = 64 * 1024

/** Puts the routes on the application: each finds the visit, checks access and limits, then runs its handler. */
export function mountRoutes(app: Hono<WebEnv>, routes: readonly Route[], trustedProxies: BlockList): void {
  for (const route of routes) {
    const steps = [enter(route)]
    if (route.perMinute !== undefined) steps.push(limitRoute(route.perMinute, trustedProxies))
    // After the check of access: a stranger can't make the server read an upload.
    if (route.method === 'POST') steps.push(limitBody(route))
    app.on([route.method], [route.path], ...steps, (c) => route.handle(c))
  }
}

function enter(route: Route): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    c.set('route', route.path)
    // PostgreSQL has no text with a NUL in it, and no path of ours has any other control character.
    if (hasControlCharacter(Object.values(c.req.param())) || c.req.url.includes('%00')) return refuse(c, 'not-found')
    const visit = await visitOf(c)
    c.set('visit', visit)
    // What was chosen on this device goes before what the person chose elsewhere.
    const chosen = getCookie(c, 'language') !== undefined
    if (!chosen && visit.viewer.kind === 'person' && visit.viewer.locale !== null) c.set('locale', visit.viewer.locale)
    const refusal = refusalOf(route.access, visit)
    if (refusal !== null) {
      // The page that says no has a bar, and that may name the organisation only to who belongs there.
      if (visit.roles.length === 0) c.set('visit', { ...visit, organisation: null, schoolIds: [] })
      return refuse(c, refusal)
    }
    await next()
    // What somebody may see is not kept where the next person at this computer finds it.
    if (visit.viewer.kind !== 'nobody' && !c.res.headers.has('cache-control')) c.header('cache-control', 'no-store')
    return undefined
  }
}

function limitBody({ bodyLimit: maxSize = usualBodyLimit, tooLarge }: Route): MiddlewareHandler<WebEnv> {
  return bodyLimit({ maxSize, onError: (c) => refuse(c, 'too-large', tooLarge && { detail: tooLarge(c.var.locale) }) })
}

function hasControlCharacter(texts: readonly unknown[]): boolean {
  return texts.some((text) => typeof text === 'string' && /\p{Cc}/u.test(text))
}

function visitOf(c: Context<WebEnv>) {
  const { db, settings } = c.var.services
  const credentials = {
    sessionToken: sessionTokenOf(c.req.raw.headers, settings),
    guestToken: getCookie(c, guestCookie) ?? null,
  }
  return findVisit(db, credentials, c.req.param('organisation') ?? null, c.var.now)
}
