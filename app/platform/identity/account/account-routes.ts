import { setCookie } from 'hono/cookie'
import { z } from 'zod'
import { system, type Trx } from '../../database/scope.ts'
import { locales } from '../../text/dictionary.ts'
import { signedIn } from '../../web/access.ts'
import { personOf, type WebContext, withinScope } from '../../web/context.ts'
import { readForm } from '../../web/form.ts'
import { refuse } from '../../web/refuse.tsx'
import { refuseForm } from '../../web/refuse-form.ts'
import type { Route } from '../../web/route.ts'
import { forgetSession } from '../auth/start-session.ts'
import { mayChangeSecondStep } from '../second-step/may-change.ts'
import { removeApp, removePasskey } from '../second-step/second-step-store.ts'
import { refuseChange } from '../second-step/set-up-page.tsx'
import { sessionTokenOf } from '../session-cookie.ts'
import { accountPage, accountRoute } from './account-page.tsx'
import { endDevice, endOtherDevices } from './account-store.ts'
import { text } from './text.ts'

const accountForm = z.object({ name: z.string().min(2).max(100), language: z.enum(locales).optional() })
const yearSeconds = 365 * 24 * 3600

export const accountRoutes: readonly Route[] = [
  accountRoute,
  { method: 'POST', path: '/account', access: signedIn, handle: save },
  { method: 'POST', path: '/account/devices/end-others', access: signedIn, handle: endOthers },
  { method: 'POST', path: '/account/devices/:session/end', access: signedIn, handle: end },
  {
    method: 'POST',
    path: '/account/passkeys/:passkey/remove',
    access: signedIn,
    handle: (c) => removeStep(c, c.req.param('passkey'), removePasskey),
  },
  {
    method: 'POST',
    path: '/account/app/remove',
    access: signedIn,
    handle: (c) => removeStep(c, undefined, removeApp),
  },
]

async function save(c: WebContext): Promise<Response> {
  const words = text(c.var.locale).you
  const form = await readForm(c, accountForm)
  const labels = { name: words.name, language: words.language }
  if (!form.ok) return refuseForm(c, form, labels, (filled) => accountPage(c, filled))
  const { name, language } = form.value
  const { id } = personOf(c)
  const change = { name, updated_at: c.var.now, ...(language === undefined ? {} : { locale: language }) }
  await withinScope(c, (trx) => trx.updateTable('users').set(change).where('id', '=', id).execute())
  if (language !== undefined) {
    const secure = c.var.services.settings.origin.startsWith('https:')
    setCookie(c, 'language', language, { path: '/', maxAge: yearSeconds, sameSite: 'Lax', secure })
  }
  return c.redirect('/account?done=saved', 303)
}

async function end(c: WebContext): Promise<Response> {
  const id = z.uuid().safeParse(c.req.param('session'))
  if (!id.success) return refuse(c, 'not-found')
  await c.var.services.db.run(system, (trx) => endDevice(trx, personOf(c).id, id.data))
  return c.redirect('/account#devices', 303)
}

async function endOthers(c: WebContext): Promise<Response> {
  const token = sessionTokenOf(c.req.raw.headers, c.var.services.settings)
  if (token === null) {
    forgetSession(c)
    return c.redirect('/sign-in', 303)
  }
  await c.var.services.db.run(system, (trx) => endOtherDevices(trx, personOf(c).id, token))
  return c.redirect('/account#devices', 303)
}

/** Needs the second step itself, also for the last one: who finds an open laptop must not take its lock off. */
async function removeStep(
  c: WebContext,
  id: string | undefined,
  remove: (trx: Trx, userId: string, id: string) => Promise<void>,
): Promise<Response> {
  if (id !== undefined && !z.uuid().safeParse(id).success) return refuse(c, 'not-found')
  const may = await mayChangeSecondStep(c)
  if (!may.ok) return refuseChange(c, may.reason, '/account')
  await c.var.services.db.run(system, (trx) => remove(trx, personOf(c).id, id ?? ''))
  return c.redirect('/account#second-step', 303)
}
