import { z } from 'zod'
import { system } from '../../database/scope.ts'
import { Button, Fold, PageHead, TextField } from '../../ui/index.ts'
import { signedIn } from '../../web/access.ts'
import { personOf, type WebContext } from '../../web/context.ts'
import { readForm } from '../../web/form.ts'
import { page } from '../../web/page.tsx'
import { emptyForm, type FilledForm, refuseForm } from '../../web/refuse-form.ts'
import type { Route } from '../../web/route.ts'
import { startSession } from '../auth/start-session.ts'
import { returnPath } from '../sign-in/return-path.ts'
import { PasskeyButton } from './passkey-button.tsx'
import { useRecoveryCode } from './recovery-codes.ts'
import { findSecondSteps, hasSecondStep, tryCode } from './second-step-store.ts'
import { setUpPage } from './set-up-page.tsx'
import { text } from './text.ts'

const codeForm = z.object({ code: z.string().max(20), to: z.string().optional() })
const recoveryForm = z.object({ recovery: z.string().max(40), to: z.string().optional() })

export const confirmRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/second-step',
    access: signedIn,
    handle: (c) => confirmPage(c, emptyForm, c.req.query('to')),
  },
  { method: 'POST', path: '/second-step/code', access: signedIn, perMinute: 10, handle: confirmByCode },
  { method: 'POST', path: '/second-step/recovery', access: signedIn, perMinute: 5, handle: confirmByRecoveryCode },
]

async function confirmPage(c: WebContext, filled: FilledForm, wanted: string | undefined): Promise<Response> {
  const { services, locale } = c.var
  const to = returnPath(wanted)
  const steps = await services.db.run(system, (trx) => findSecondSteps(trx, personOf(c).id))
  if (!hasSecondStep(steps)) return setUpPage(c, to)
  const words = text(locale).confirm
  return page(c, {
    title: words.title,
    chrome: 'bare',
    width: 'narrow',
    body: (
      <div class="stack loose">
        <PageHead title={words.title} />
        <p>{words.intro}</p>
        {steps.passkeys.length > 0 && (
          <PasskeyButton does="confirm" to={to} failed={text(locale).wrong.passkey} main assets={services.assets}>
            {words.passkey}
          </PasskeyButton>
        )}
        {steps.app && (
          <form class="form" method="post" action="/second-step/code">
            <input type="hidden" name="to" value={to} />
            <TextField
              name="code"
              label={words.code}
              hint={words.codeHint}
              error={filled.errors.code}
              inputmode="numeric"
              autocomplete="one-time-code"
              maxlength={10}
              required
            />
            <div class="actions">
              <Button kind={steps.passkeys.length === 0 ? 'main' : 'strong'}>{words.send}</Button>
            </div>
          </form>
        )}
        <Fold summary={words.lost} open={filled.errors.recovery !== undefined}>
          <form class="form" method="post" action="/second-step/recovery">
            <input type="hidden" name="to" value={to} />
            <TextField
              name="recovery"
              label={words.recoveryCode}
              hint={words.recoveryHint}
              error={filled.errors.recovery}
              maxlength={20}
              required
            />
            <div class="actions">
              <Button kind="quiet">{words.recoverySend}</Button>
            </div>
          </form>
        </Fold>
      </div>
    ),
  })
}

async function confirmByCode(c: WebContext): Promise<Response> {
  const { services, now, locale } = c.var
  const words = text(locale)
  const form = await readForm(c, codeForm)
  const to = String(form.submission.values.to ?? '')
  const again = (filled: FilledForm) => confirmPage(c, filled, to)
  if (!form.ok) return refuseForm(c, form, { code: words.confirm.code }, again)
  const userId = personOf(c).id
  const { code } = form.value
  const { secret } = services.settings
  const answer = await services.db.run(system, (trx) => tryCode(trx, { code, purpose: 'confirm', userId, secret, now }))
  if (answer !== 'right') {
    const errors = { code: { reason: answer } }
    const { submission } = form
    return refuseForm(c, { errors, submission }, { code: words.confirm.code }, again, {
      wrong: words.wrong.code,
      none: words.wrong.code,
      locked: words.wrong.locked,
    })
  }
  await startSession(c, userId, { strong: true })
  return c.redirect(returnPath(to), 303)
}

async function confirmByRecoveryCode(c: WebContext): Promise<Response> {
  const { services, locale } = c.var
  const words = text(locale)
  const form = await readForm(c, recoveryForm)
  const to = String(form.submission.values.to ?? '')
  const again = (filled: FilledForm) => confirmPage(c, filled, to)
  const labels = { recovery: words.confirm.recoveryCode }
  if (!form.ok) return refuseForm(c, form, labels, again)
  const userId = personOf(c).id
  const right = await services.db.run(system, (trx) =>
    useRecoveryCode(trx, userId, form.value.recovery, services.settings.secret),
  )
  if (!right) {
    const errors = { recovery: { reason: 'wrong' } }
    return refuseForm(c, { errors, submission: form.submission }, labels, again, { wrong: words.wrong.recovery })
  }
  await startSession(c, userId, { strong: true })
  return c.redirect(returnPath(to), 303)
}
