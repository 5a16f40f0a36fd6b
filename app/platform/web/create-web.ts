import { randomUUID } from 'node:crypto'
import { BlockList } from 'node:net'
import { Hono, type MiddlewareHandler } from 'hono'
import { getCookie } from 'hono/cookie'
import { parseAccept } from 'hono/utils/accept'
import type { Topic } from '../live/topic.ts'
import { type Locale, locales } from '../text/dictionary.ts'
import type { WebEnv } from './context.ts'
import { MalformedBodyError } from './form.ts'
import { type HouseAddresses, mountHouseAddresses } from './house-addresses.ts'
import { liveRoutes } from './live-route.ts'
import type { Log } from './log.ts'
import { mountRoutes } from './mount.ts'
import { mountAssets } from './public-files.ts'
import { type Limits, limitAll } from './rate-limit.ts'
import { refuse } from './refuse.tsx'
import { logRequests } from './request-log.ts'
import type { Route } from './route.ts'
import { sameOrigin, securityHeaders } from './security.ts'
import type { Services } from './services.ts'

const nobody = { viewer: { kind: 'nobody' }, organisation: null, roles: [], schoolIds: [] } as const
const noLimits: Limits = { requestsPerMinute: Number.MAX_SAFE_INTEGER, trustedProxies: new BlockList() }

export interface WebParts {
  readonly services: Services
  readonly routes: readonly Route[]
  readonly topics: readonly Topic[]
  /** Folder with the built files, served under `/assets/`. */
  readonly assetFolder: string
  /** Called with what a handler threw; the asker gets a page with the reference only. */
  readonly failed: (error: unknown, requestId: string, route: string) => void
  /** Without it requests are not logged. */
  readonly log?: Log
  readonly limits?: Limits
  /** What a server tells machines about itself; a test without a server leaves it out. */
  readonly house?: Pick<HouseAddresses, 'ready' | 'security'>
}

/** The application that answers requests: what every request passes, then the routes. */
export function createWeb(parts: WebParts): Hono<WebEnv> {
  const { services, topics, limits = noLimits } = parts
  const { origin, demo } = services.settings
  const app = new Hono<WebEnv>()
  app.use(async (c, next) => {
    c.set('services', services)
    c.set('now', services.clock())
    c.set('requestId', randomUUID())
    c.set('route', '-')
    c.set('visit', nobody)
    c.set('locale', localeOf(getCookie(c, 'language'), c.req.header('accept-language')))
    c.header('x-request-id', c.var.requestId)
    await next()
  })
  app.use(securityHeaders(origin))
  mountAssets(app, parts.assetFolder)
  if (parts.house !== undefined) mountHouseAddresses(app, { ...parts.house, origin, demo })
  if (parts.log !== undefined) app.use(logRequests(parts.log))
  app.use(limitAll(limits))
  app.use('/api/*', readOnlyApi)
  app.use(sameOrigin)
  mountRoutes(app, routesIn(parts.routes, demo), limits.trustedProxies)
  mountRoutes(app, liveRoutes(topics), limits.trustedProxies)
  app.notFound((c) => refuse(c, 'not-found'))
  app.onError((error, c) => {
    if (error instanceof MalformedBodyError) return refuse(c, 'malformed')
    if (namesNothing(error)) return refuse(c, 'not-found')
    if (isSentBefore(error)) return refuse(c, 'sent-before')
    parts.failed(error, c.var.requestId, c.var.route)
    return refuse(c, 'fault')
  })
  return app
}

/** Outside the demo its doors are not closed: they are not there. */
function routesIn(routes: readonly Route[], demo: boolean): readonly Route[] {
  return demo ? routes : routes.filter((route) => route.demo !== true)
}

/**
 * Whether PostgreSQL was asked for a row by an id that is none (22P02). Forms check theirs, so it stood in the path: such
 * an address names nothing.
 */
function namesNothing(error: Error): boolean {
  return 'code' in error && error.code === '22P02' && error.message.includes('type uuid')
}

/**
 * Whether a row stood there already under its id (23505 on a primary key). Rows are made under the id of the operation, a
 * repeat of the same operation never comes so far, and new ids are random: the same form came with something else in it.
 */
function isSentBefore(error: Error): boolean {
  return (
    'code' in error && error.code === '23505' && 'constraint' in error && String(error.constraint).endsWith('_pkey')
  )
}

/** The chosen language, else the one of ours that the browser asks for most (RFC 9110, 12.5.4), else Dutch. */
function localeOf(chosen: string | undefined, asked: string | undefined): Locale {
  // In order of their weight; with the same weight the first one.
  const wanted = parseAccept(asked ?? '').filter(({ q }) => q > 0)
  for (const each of [chosen, ...wanted.map(({ type }) => type.slice(0, 2).toLowerCase())]) {
    const found = locales.find((locale) => locale === each)
    if (found) return found
  }
  return 'nl'
}

/** Refuses what would write to the API: that is there to read, for any site, and says so before asking where from. */
const readOnlyApi: MiddlewareHandler<WebEnv> = async (c, next) => {
  if (['GET', 'HEAD', 'OPTIONS'].includes(c.req.method)) return next()
  c.header('allow', 'GET, HEAD, OPTIONS')
  return refuse(c, 'read-only')
}
