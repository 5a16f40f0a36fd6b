import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { getCookie } from 'hono/cookie'
import type { Topic } from '../live/topic.ts'
import { type Locale, locales } from '../text/dictionary.ts'
import type { WebEnv } from './context.ts'
import { mountLive } from './live-route.ts'
import { mountRoutes } from './mount.ts'
import { refuse } from './refuse.tsx'
import type { Route } from './route.ts'
import { sameOrigin, securityHeaders } from './security.ts'
import type { Services } from './services.ts'

const usualBodyLimit = 64 * 1024
const nobody = { viewer: { kind: 'nobody' }, organisation: null, roles: [], schoolIds: [] } as const

export interface WebParts {
  readonly services: Services
  readonly routes: readonly Route[]
  readonly topics: readonly Topic[]
  /** Folder with the built files, served under `/assets/`. */
  readonly assetFolder: string
  /** Called with what a handler threw; the asker gets a page with the reference only. */
  readonly failed: (error: unknown, requestId: string) => void
}

/** The application that answers requests: what every request passes, then the routes. */
export function createWeb({ services, routes, topics, assetFolder, failed }: WebParts): Hono<WebEnv> {
  const app = new Hono<WebEnv>()
  app.use(async (c, next) => {
    c.set('services', services)
    c.set('now', services.clock())
    c.set('requestId', services.newId())
    c.set('visit', nobody)
    c.set('locale', localeOf(getCookie(c, 'language'), c.req.header('accept-language')))
    await next()
  })
  app.use(securityHeaders)
  app.use(
    '/assets/*',
    serveStatic({
      root: assetFolder,
      rewriteRequestPath: (path) => path.replace('/assets', ''),
      onFound: (_path, c) => c.header('cache-control', 'public, max-age=31536000, immutable'),
    }),
  )
  app.use(sameOrigin)
  for (const route of routes) {
    if (route.method === 'POST') {
      app.use(
        route.path,
        bodyLimit({ maxSize: route.bodyLimit ?? usualBodyLimit, onError: (c) => refuse(c, 'too-large') }),
      )
    }
  }
  mountRoutes(app, routes)
  mountLive(app, topics)
  app.notFound((c) => refuse(c, 'not-found'))
  app.onError((error, c) => {
    failed(error, c.var.requestId)
    return refuse(c, 'fault')
  })
  return app
}

/** The chosen language, else the first one that the browser asks for and we have, else Dutch. */
export function localeOf(chosen: string | undefined, asked: string | undefined): Locale {
  const wanted = [chosen ?? '', ...(asked ?? '').split(',').map((part) => part.split(';')[0]?.trim().slice(0, 2) ?? '')]
  for (const each of wanted) {
    const found = locales.find((locale) => locale === each)
    if (found) return found
  }
  return 'nl'
}
