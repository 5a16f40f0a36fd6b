import type { Hono } from 'hono'
import type { WebContext, WebEnv } from './context.ts'

export interface HouseAddresses {
  /** Whether the database answers and has the schema of this version, and the process is not stopping. */
  readonly ready: () => Promise<boolean>
  /** Where a leak can be reported (RFC 9116): `mailto:…` or `https://…`, and until when that is known to be right. */
  readonly security: { readonly contact: string; readonly until: Date }
  readonly origin: string
  readonly demo: boolean
}

const text = { 'content-type': 'text/plain; charset=utf-8' }

/** What machines ask of a website: is it alive, is it ready, may it be indexed, where to report a leak. */
export function mountHouseAddresses(app: Hono<WebEnv>, { ready, security, origin, demo }: HouseAddresses): void {
  app.get('/health', (c) => state(c, true))
  app.get('/ready', async (c) => state(c, await ready()))
  app.get('/robots.txt', (c) => c.body(robots(demo), 200, text))
  app.get('/.well-known/security.txt', (c) => c.body(securityText(security, origin), 200, text))
}

function state(c: WebContext, ok: boolean): Response {
  c.header('cache-control', 'no-store')
  return c.json({ status: ok ? 'ok' : 'unavailable' }, ok ? 200 : 503)
}

function robots(demo: boolean): string {
  const closed = demo ? ['/'] : ['/s/', '/live/', '/sign-in', '/account', '/admin']
  return `User-agent: *\n${closed.map((path) => `Disallow: ${path}\n`).join('')}`
}

function securityText({ contact, until }: HouseAddresses['security'], origin: string): string {
  return [
    `Contact: ${contact}`,
    `Expires: ${until.toISOString().replace(/\.\d+Z$/, 'Z')}`,
    'Preferred-Languages: nl, en',
    `Canonical: ${origin}/.well-known/security.txt`,
    '',
  ].join('\n')
}
