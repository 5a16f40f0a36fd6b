import { z } from 'zod'
import { system } from '../../database/scope.ts'
import { Button, ButtonLink, PageHead } from '../../ui/index.ts'
import { signedIn } from '../../web/access.ts'
import { personOf, type WebContext } from '../../web/context.ts'
import { readForm } from '../../web/form.ts'
import { page } from '../../web/page.tsx'
import type { Route } from '../../web/route.ts'
import { returnPath } from '../sign-in/return-path.ts'
import { mayChangeSecondStep } from './may-change.ts'
import { renewRecoveryCodes } from './recovery-codes.ts'
import { hasSecondStep } from './second-step-store.ts'
import { refuseChange } from './set-up-page.tsx'
import { text } from './text.ts'

const path = '/second-step/recovery-codes'
const codesForm = z.object({ to: z.string().optional() })

export const recoveryCodesRoutes: readonly Route[] = [
  { method: 'GET', path, access: signedIn, handle: askPage },
  { method: 'POST', path, access: signedIn, perMinute: 5, handle: makeCodes },
]

function askPage(c: WebContext): Response {
  const words = text(c.var.locale).codes
  const to = returnPath(c.req.query('to'))
  return page(c, {
    title: words.title,
    chrome: 'bare',
    width: 'narrow',
    body: (
      <div class="stack">
        <PageHead title={words.title} />
        <p>{words.ask}</p>
        <p class="soft">{words.replace}</p>
        {/* The answer is a page, not a redirect: the codes are shown this once and kept nowhere. */}
        <form method="post" action={path} class="row" data-turbo="false">
          <input type="hidden" name="to" value={to} />
          <Button kind="main">{words.make}</Button>
          <ButtonLink kind="plain" href={to}>
            {words.later}
          </ButtonLink>
        </form>
      </div>
    ),
  })
}

async function makeCodes(c: WebContext): Promise<Response> {
  const { services, locale } = c.var
  const form = await readForm(c, codesForm)
  const to = returnPath(form.ok ? form.value.to : undefined)
  const may = await mayChangeSecondStep(c)
  if (!may.ok) return refuseChange(c, may.reason, to)
  if (!hasSecondStep(may.steps)) return c.redirect('/second-step/set-up', 303)
  const codes = await services.db.run(system, (trx) =>
    renewRecoveryCodes(trx, personOf(c).id, services.settings.secret),
  )
  const words = text(locale).codes
  return page(c, {
    title: words.title,
    chrome: 'bare',
    width: 'narrow',
    body: (
      <div class="stack">
        <PageHead title={words.title} />
        <p>{words.shown}</p>
        <ul class="recovery-codes num">
          {codes.map((code) => (
            <li>
              <code>{code}</code>
            </li>
          ))}
        </ul>
        <p class="no-print">
          <ButtonLink kind="main" href={to}>
            {words.goOn}
          </ButtonLink>
        </p>
      </div>
    ),
  })
}
