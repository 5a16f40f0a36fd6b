import { setCookie } from 'hono/cookie'
import { system } from '../../database/scope.ts'
import type { WebContext } from '../../web/context.ts'
import { sessionCookie, sessionTokenOf } from '../session-cookie.ts'
import { authOf } from './auth-of.ts'

/**
 * Signs in a person whom the house recognised itself. The session is new, also after a second step, and the one that the
 * browser had before ends: a token that somebody else knew or planted is worth nothing afterwards.
 */
export async function startSession(c: WebContext, userId: string, { strong }: { readonly strong: boolean }) {
  const { headers } = await authOf(c.var.services).api.startSession({
    body: { userId, secondFactorAt: strong ? c.var.now : null },
    headers: c.req.raw.headers,
    returnHeaders: true,
  })
  await takeOver(c, headers)
}

/** Passes on the cookies that better-auth set, and ends the browser's session of before where a new one began. */
export async function takeOver(c: WebContext, answer: Headers): Promise<void> {
  const cookies = answer.getSetCookie()
  for (const cookie of cookies) c.header('set-cookie', cookie, { append: true })
  const began = cookies.some((cookie) => cookie.startsWith(`${sessionCookie(c.var.services.settings.origin)}=`))
  if (began) await endSession(c)
}

/** Ends the session that the request came with, where there is one. */
export async function endSession(c: WebContext): Promise<void> {
  const { db, settings } = c.var.services
  const token = sessionTokenOf(c.req.raw.headers, settings)
  if (token === null) return
  await db.run(system, (trx) => trx.deleteFrom('sessions').where('token', '=', token).execute())
}

/** Takes the cookie from the browser. */
export function forgetSession(c: WebContext): void {
  const { origin } = c.var.services.settings
  setCookie(c, sessionCookie(origin), '', {
    path: '/',
    maxAge: 0,
    httpOnly: true,
    sameSite: 'Lax',
    secure: origin.startsWith('https:'),
  })
}
