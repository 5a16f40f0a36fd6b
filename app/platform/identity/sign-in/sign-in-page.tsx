import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { Alert, Button, ButtonLink, PageHead, TextField } from '../../ui/index.ts'
import { everyone } from '../../web/access.ts'
import type { WebContext } from '../../web/context.ts'
import { readForm } from '../../web/form.ts'
import { page } from '../../web/page.tsx'
import { emptyForm, type FilledForm, refuseForm } from '../../web/refuse-form.ts'
import type { Route } from '../../web/route.ts'
import { linkMinutes } from '../auth/auth.ts'
import { authOf } from '../auth/auth-of.ts'
import { PasskeyButton } from '../second-step/passkey-button.tsx'
import { Personas } from './personas.tsx'
import { returnPath, withReturn } from './return-path.ts'
import type { LinkWishes } from './sign-in-mail.ts'
import { text } from './text.ts'

const signInForm = z.object({
  email: z.string().max(200).toLowerCase().pipe(z.email()),
  to: z.string().optional(),
})

/** Longer than the work for a known address takes, so that the time of the answer does not tell which ones are known. */
const answerAfterMs = 300

export const signInRoutes: readonly Route[] = [
  { method: 'GET', path: '/sign-in', access: everyone, handle: (c) => signInPage(c, emptyForm, c.req.query('to')) },
  { method: 'POST', path: '/sign-in', access: everyone, perMinute: 10, handle: sendLink },
  { method: 'GET', path: '/sign-in/sent', access: everyone, handle: sentPage },
]

async function sendLink(c: WebContext): Promise<Response> {
  const form = await readForm(c, signInForm)
  if (!form.ok) {
    const labels = { email: text(c.var.locale).email }
    return refuseForm(c, form, labels, (filled) => signInPage(c, filled, String(form.submission.values.to ?? '')))
  }
  const { email, to } = form.value
  const wishes: LinkWishes = { to: returnPath(to), locale: c.var.locale }
  const asked = authOf(c.var.services).api.signInMagicLink({
    body: { email, metadata: wishes },
    headers: c.req.raw.headers,
  })
  await Promise.all([asked, pause(answerAfterMs)])
  return c.redirect('/sign-in/sent', 303)
}

function signInPage(c: WebContext, { values, errors }: FilledForm, wanted: string | undefined): Response {
  const { services, locale, visit } = c.var
  const words = text(locale)
  const to = returnPath(wanted)
  const { demo, providers = [] } = services.settings
  return page(c, {
    title: words.title,
    chrome: 'bare',
    width: 'narrow',
    body: (
      <div class="stack loose">
        {visit.viewer.kind === 'person' && (
          <Alert>
            {words.already(visit.viewer.name)} <a href={to}>{words.goOn}</a>
          </Alert>
        )}
        {demo && <Personas locale={locale} to={to} />}
        <div class="stack">
          <PageHead title={words.title} />
          <p>{words.intro}</p>
          <form class="form" method="post" action="/sign-in">
            <input type="hidden" name="to" value={to} />
            <TextField
              name="email"
              type="email"
              label={words.email}
              value={String(values.email ?? '')}
              error={errors.email}
              autocomplete="email"
              inputmode="email"
              maxlength={200}
              required
            />
            <div class="actions">
              <Button kind="main">{words.send}</Button>
            </div>
          </form>
        </div>
        {providers.length > 0 && (
          <div class="stack tight" data-turbo="false">
            <h2>{words.or}</h2>
            {providers.map(({ id, name }) => (
              <ButtonLink kind="quiet" href={withReturn(`/sign-in/with/${id}`, to)}>
                {words.provider(name)}
              </ButtonLink>
            ))}
          </div>
        )}
        <PasskeyButton does="sign-in" to={to} failed={words.passkeyFailed} assets={services.assets}>
          {words.passkey}
        </PasskeyButton>
        <p class="soft">{words.noAccount}</p>
      </div>
    ),
  })
}

function sentPage(c: WebContext): Response {
  const words = text(c.var.locale).sent
  return page(c, {
    title: words.title,
    chrome: 'bare',
    width: 'narrow',
    body: (
      <div class="stack">
        <PageHead title={words.title} />
        <p>{words.body(linkMinutes)}</p>
        <p class="soft">{words.nothing}</p>
        <p class="row">
          <a href="/sign-in">{words.again}</a>
          {c.var.services.settings.demo && <a href="/mailbox">{words.mailbox}</a>}
        </p>
      </div>
    ),
  })
}
