import { deleteCookie } from 'hono/cookie'
import { everyone } from '../../web/access.ts'
import type { Route } from '../../web/route.ts'
import { endSession, forgetSession } from '../auth/start-session.ts'
import { guestCookie } from '../guest-cookie.ts'

/** Ends the session on this device, and a guest's pass with it. */
export const signOutRoute: Route = {
  method: 'POST',
  path: '/sign-out',
  access: everyone,
  async handle(c) {
    await endSession(c)
    forgetSession(c)
    deleteCookie(c, guestCookie, { path: '/' })
    return c.redirect('/sign-in', 303)
  },
}
