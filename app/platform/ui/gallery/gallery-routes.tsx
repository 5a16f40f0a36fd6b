import type { Html } from '#html'
import { everyone } from '../../web/access.ts'
import type { WebContext } from '../../web/context.ts'
import { page } from '../../web/page.tsx'
import type { Route } from '../../web/route.ts'
import { FortyPage } from './forty-page.tsx'
import { PhonePage, PhoneStand } from './phone-page.tsx'
import { text } from './text.ts'
import { galleryPages, UiPage } from './ui-page.tsx'
import { WallEnd, WallPage, WallStand, WallWhere } from './wall-page.tsx'
import { YearPage } from './year-page.tsx'

function galleryRoute(name: keyof typeof galleryPages, handle: (c: WebContext) => Response): Route {
  return { method: 'GET', path: galleryPages[name], access: everyone, handle }
}

const show = (c: WebContext, name: keyof typeof galleryPages, body: Html): Response =>
  page(c, { title: text(c.var.locale).pages[name], body })

/** `/ui`: every component in every state, and the compositions to copy from. */
export const galleryRoutes: readonly Route[] = [
  galleryRoute('parts', (c) => show(c, 'parts', <UiPage locale={c.var.locale} now={c.var.now} />)),
  galleryRoute('year', (c) => show(c, 'year', <YearPage locale={c.var.locale} />)),
  galleryRoute('forty', (c) => show(c, 'forty', <FortyPage locale={c.var.locale} />)),
  galleryRoute('wall', (c) => {
    const { locale, now } = c.var
    return page(c, {
      title: text(locale).pages.wall,
      size: 'wall',
      chrome: 'session',
      width: 'wide',
      where: <WallWhere locale={locale} />,
      end: <WallEnd locale={locale} />,
      stand: <WallStand locale={locale} />,
      body: <WallPage locale={locale} now={now} />,
    })
  }),
  galleryRoute('phone', (c) => {
    const { locale } = c.var
    return page(c, {
      title: text(locale).pages.phone,
      chrome: 'session',
      width: 'narrow',
      where: text(locale).team,
      stand: <PhoneStand locale={locale} />,
      body: <PhonePage locale={locale} />,
    })
  }),
]
