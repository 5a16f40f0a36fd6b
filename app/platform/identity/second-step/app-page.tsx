import { z } from 'zod'
import { system } from '../../database/scope.ts'
import { Button, PageHead, QrCode, TextField } from '../../ui/index.ts'
import { signedIn } from '../../web/access.ts'
import { personOf, type WebContext } from '../../web/context.ts'
import { readForm } from '../../web/form.ts'
import { page } from '../../web/page.tsx'
import { emptyForm, type FilledForm, refuseForm } from '../../web/refuse-form.ts'
import type { Route } from '../../web/route.ts'
import { startSession } from '../auth/start-session.ts'
import { returnPath, withReturn } from '../sign-in/return-path.ts'
import { mayChangeSecondStep } from './may-change.ts'
import { secretBeingSetUp, tryCode } from './second-step-store.ts'
import { refuseChange, setUpPage } from './set-up-page.tsx'
import { text } from './text.ts'
import { totpAddress, totpSecretInWords } from './totp.ts'

const appForm = z.object({ code: z.string().max(20), to: z.string().optional() })
const startForm = z.object({ to: z.string().optional() })

export const appRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/second-step/set-up',
    access: signedIn,
    handle: (c) => setUpPage(c, returnPath(c.req.query('to'))),
  },
  { method: 'POST', path: '/second-step/app/start', access: signedIn, perMinute: 20, handle: start },
  {
    method: 'GET',
    path: '/second-step/app',
    access: signedIn,
    handle: (c) => appPage(c, emptyForm, c.req.query('to')),
  },
  { method: 'POST', path: '/second-step/app', access: signedIn, perMinute: 10, handle: connect },
]

/** Makes the secret, so that opening or reloading the page with the QR code changes nothing. */
async function start(c: WebContext): Promise<Response> {
  const { services, now } = c.var
  const form = await readForm(c, startForm)
  const to = returnPath(form.ok ? form.value.to : undefined)
  const may = await mayChangeSecondStep(c)
  if (!may.ok) return refuseChange(c, may.reason, to)
  const asking = { userId: personOf(c).id, secret: services.settings.secret, now }
  await services.db.run(system, (trx) => secretBeingSetUp(trx, asking))
  return c.redirect(withReturn('/second-step/app', to), 303)
}

async function appPage(c: WebContext, filled: FilledForm, wanted: string | undefined): Promise<Response> {
  const { services, now, locale } = c.var
  const to = returnPath(wanted)
  const may = await mayChangeSecondStep(c)
  if (!may.ok) return refuseChange(c, may.reason, to)
  const person = personOf(c)
  const asking = { userId: person.id, secret: services.settings.secret, now }
  const secret = await services.db.run(system, (trx) => secretBeingSetUp(trx, asking))
  if (secret === null) return c.redirect('/account', 303)
  const words = text(locale).app
  return page(c, {
    title: words.title,
    chrome: 'bare',
    width: 'narrow',
    body: (
      <div class="stack connect">
        <PageHead title={words.title} />
        <p>{words.scan}</p>
        <QrCode content={totpAddress(secret, person.email)} label={words.qr} />
        <p>
          {words.typed} <code>{totpSecretInWords(secret)}</code>
        </p>
        <form class="form" method="post" action="/second-step/app">
          <input type="hidden" name="to" value={to} />
          <TextField
            name="code"
            label={words.code}
            error={filled.errors.code}
            inputmode="numeric"
            autocomplete="one-time-code"
            maxlength={10}
            required
          />
          <div class="actions">
            <Button kind="main">{words.send}</Button>
          </div>
        </form>
      </div>
    ),
  })
}

async function connect(c: WebContext): Promise<Response> {
  const { services, now, locale } = c.var
  const words = text(locale)
  const form = await readForm(c, appForm)
  const to = returnPath(form.submission.values.to)
  const may = await mayChangeSecondStep(c)
  if (!may.ok) return refuseChange(c, may.reason, to)
  const again = (filled: FilledForm) => appPage(c, filled, to)
  const labels = { code: words.app.code }
  if (!form.ok) return refuseForm(c, form, labels, again)
  const userId = personOf(c).id
  const { code } = form.value
  const { secret } = services.settings
  const answer = await services.db.run(system, (trx) => tryCode(trx, { code, purpose: 'set-up', userId, secret, now }))
  if (answer !== 'right') {
    const own = { wrong: words.wrong.code, none: words.wrong.code, locked: words.wrong.locked }
    return refuseForm(c, { errors: { code: { reason: answer } }, submission: form.submission }, labels, again, own)
  }
  await startSession(c, userId, { strong: true })
  return c.redirect(withReturn('/second-step/recovery-codes', to), 303)
}
