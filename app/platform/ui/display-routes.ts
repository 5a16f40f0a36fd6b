import { setCookie } from 'hono/cookie'
import { z } from 'zod'
import { keepLanguage } from '../identity/account/keep-language.ts'
import { locales } from '../text/dictionary.ts'
import { everyone } from '../web/access.ts'
import { type WebContext, withinScope } from '../web/context.ts'
import { readForm } from '../web/form.ts'
import type { Route } from '../web/route.ts'
import { themes } from './components/frame.ts'

const yearSeconds = 365 * 24 * 3600

const displayForm = z.object({
  language: z.enum(locales).optional(),
  theme: z.enum(themes).optional(),
  back: z.string().max(2000).optional(),
})

/**
 * Remembers language and colours on this device, and the language with the account of who is signed in: mails and the next
 * device speak it too.
 */
async function choose(c: WebContext): Promise<Response> {
  const form = await readForm(c, displayForm)
  const { language, theme, back } = form.ok ? form.value : {}
  const remember = (name: string, value: string) =>
    setCookie(c, name, value, {
      path: '/',
      maxAge: yearSeconds,
      sameSite: 'Lax',
      secure: c.var.services.settings.origin.startsWith('https:'),
    })
  if (language !== undefined) {
    remember('language', language)
    const { viewer } = c.var.visit
    if (viewer.kind === 'person' && viewer.locale !== language) {
      await withinScope(c, (trx) => keepLanguage(trx, viewer.id, language, c.var.now))
    }
  }
  if (theme !== undefined) remember('theme', theme)
  return c.redirect(ownPath(back), 303)
}

/** Only a path of this server: `//elsewhere.example` and `/\elsewhere.example` are other servers to a browser. */
export function ownPath(back: string | undefined): string {
  return back !== undefined && /^\/(?![/\\])[^\s]*$/.test(back) ? back : '/'
}

export const displayRoutes: readonly Route[] = [{ method: 'POST', path: '/display', access: everyone, handle: choose }]
