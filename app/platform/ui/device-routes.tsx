import { everyone } from '../web/access.ts'
import type { WebContext } from '../web/context.ts'
import { page } from '../web/page.tsx'
import type { Route } from '../web/route.ts'
import { favicon } from './icons/favicon.ts'
import { OfflinePage } from './offline-page.tsx'
import { text } from './text.ts'

/** The page for when there is no connection. The service worker asks for it without cookies: it knows nobody. */
function offline(c: WebContext): Response {
  const { locale } = c.var
  return page(c, {
    title: text(locale).waitingPage.title,
    chrome: 'bare',
    width: 'narrow',
    body: <OfflinePage locale={locale} />,
  })
}

/** Lets a phone put Kantelpunt on its home screen (W3C Web Application Manifest). */
function manifest(c: WebContext): Response {
  const content = {
    name: 'Kantelpunt',
    short_name: 'Kantelpunt',
    lang: c.var.locale,
    start_url: '/',
    display: 'standalone',
    background_color: '#fbf6ea',
    theme_color: '#f4b400',
    icons: [{ src: '/favicon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
  }
  return c.body(JSON.stringify(content), 200, { 'content-type': 'application/manifest+json' })
}

function icon(c: WebContext): Response {
  return c.body(favicon, 200, { 'content-type': 'image/svg+xml', 'cache-control': 'public, max-age=86400' })
}

/** What a device keeps of Kantelpunt itself. */
export const deviceRoutes: readonly Route[] = [
  { method: 'GET', path: '/offline', access: everyone, handle: offline },
  { method: 'GET', path: '/favicon.svg', access: everyone, handle: icon },
  { method: 'GET', path: '/manifest.webmanifest', access: everyone, handle: manifest },
]
