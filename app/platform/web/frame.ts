import { getCookie } from 'hono/cookie'
import { signature } from '../identity/token.ts'
import { actorOf } from '../identity/viewer.ts'
import type { Frame, Theme } from '../ui/index.ts'
import type { WebContext } from './context.ts'
import { text } from './text.ts'

/** What stands around a page: made once for each request from the visit, the cookies and the modules' navigation. */
export function frameOf(c: WebContext): Frame {
  const { services, visit, locale } = c.var
  const { viewer, organisation } = visit
  const words = text(locale)
  const { pathname, search } = new URL(c.req.url)
  return {
    locale,
    theme: themeOf(c),
    assets: services.assets,
    here: pathname + search,
    organisation: organisation && { name: organisation.name, href: `/s/${organisation.slug}` },
    navigation:
      organisation === null
        ? []
        : services.navigation
            .filter((item) => item.visible(visit))
            .map((item) => ({
              label: item.label(locale),
              href: item.href(organisation),
              also: item.also?.(organisation) ?? [],
            })),
    person:
      viewer.kind === 'nobody'
        ? null
        : { name: viewer.name, links: viewer.kind === 'person' ? [{ label: words.account, href: '/account' }] : [] },
    owner: viewer.kind === 'nobody' ? null : deviceOwner(services.settings.secret, actorOf(viewer)),
    flash: null,
  }
}

/** Names a person to their own device without telling who it is: entries that wait there are sent for nobody else. */
function deviceOwner(secret: string, actor: string): string {
  return signature(secret, `device-owner ${actor}`).toString('base64url').slice(0, 16)
}

/** What the visitor chose; the device decides where they chose nothing. */
export function themeOf(c: WebContext): Theme {
  const cookie = getCookie(c, 'theme')
  return cookie === 'light' || cookie === 'dark' ? cookie : 'auto'
}
