import type { MiddlewareHandler } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import { turboStyleHash } from '../ui/client/turbo-style.ts'
import type { WebContext, WebEnv } from './context.ts'
import { refuse } from './refuse.tsx'

/**
 * A script of which the file is named `sealed-…` runs as a worker that may reach nothing, not even this server: a worker
 * follows the policy that its own script came with (CSP level 3, 6.1; HTML, run a worker). For what must stay on a device.
 */
const sealed = /^\/assets\/sealed-[\w-]+\.js$/

/** Everything from this server only; no inline script or style anywhere. HTTPS is insisted on only where it is used. */
export function securityHeaders(origin: string): MiddlewareHandler<WebEnv> {
  const usual = headersWith(origin, {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'", turboStyleHash],
    imgSrc: ["'self'", 'data:'],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    manifestSrc: ["'self'"],
    workerSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  })
  const closed = headersWith(origin, { defaultSrc: ["'none'"] })
  return (c, next) => (sealed.test(c.req.path) ? closed : usual)(c, next)
}

type Policy = NonNullable<NonNullable<Parameters<typeof secureHeaders>[0]>['contentSecurityPolicy']>

function headersWith(origin: string, contentSecurityPolicy: Policy): MiddlewareHandler<WebEnv> {
  return secureHeaders({
    strictTransportSecurity: origin.startsWith('https:') ? 'max-age=31536000' : false,
    contentSecurityPolicy,
    xFrameOptions: 'DENY',
    referrerPolicy: 'same-origin',
    permissionsPolicy: { camera: [], microphone: [], geolocation: [], screenWakeLock: ['self'] },
  })
}

/**
 * Refuses writes that another website caused: browsers name where a request comes from in Sec-Fetch-Site, older ones in
 * Origin. Together with SameSite=Lax cookies this needs no token in the forms, so that fragments serve everybody.
 */
export const sameOrigin: MiddlewareHandler<WebEnv> = async (c, next) => {
  if (c.req.method === 'GET' || c.req.method === 'HEAD' || c.req.method === 'OPTIONS') return next()
  const site = c.req.header('sec-fetch-site')
  const origin = c.req.header('origin')
  const allowed =
    site !== undefined ? site === 'same-origin' || site === 'none' : origin === undefined ? false : sameHost(origin, c)
  return allowed ? next() : refuse(c, 'other-origin')
}

/** The host that the request was sent to, or the one that people know this server by where a proxy stands before it. */
function sameHost(origin: string, c: WebContext): boolean {
  return (
    origin === c.var.services.settings.origin || (URL.canParse(origin) && new URL(origin).host === c.req.header('host'))
  )
}
