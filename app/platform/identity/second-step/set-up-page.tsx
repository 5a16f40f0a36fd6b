import { Button, ButtonLink, Card, PageHead } from '../../ui/index.ts'
import type { WebContext } from '../../web/context.ts'
import { page } from '../../web/page.tsx'
import { withReturn } from '../sign-in/return-path.ts'
import { mayChangeSecondStep } from './may-change.ts'
import { PasskeyButton } from './passkey-button.tsx'
import { text } from './text.ts'

/** Choosing a second step: a passkey or an app. */
export async function setUpPage(c: WebContext, to: string): Promise<Response> {
  const { services, locale } = c.var
  const may = await mayChangeSecondStep(c)
  if (!may.ok) return refuseChange(c, may.reason, to)
  const words = text(locale).setUp
  return page(c, {
    title: words.title,
    chrome: 'bare',
    width: 'narrow',
    body: (
      <div class="stack loose">
        <PageHead title={words.title} />
        <p>{to === '/account' ? words.introAnyone : words.intro}</p>
        <Card tone="good" as="section">
          <h2>{words.passkeyTitle}</h2>
          <p>{words.passkeyBody}</p>
          <PasskeyButton does="register" to={to} failed={text(locale).wrong.passkey} main assets={services.assets}>
            {words.passkey}
          </PasskeyButton>
        </Card>
        {!may.steps.app && (
          <Card tone="insight" as="section">
            <h2>{words.appTitle}</h2>
            <p>{words.appBody}</p>
            <form method="post" action="/second-step/app/start">
              <input type="hidden" name="to" value={to} />
              <Button kind="quiet">{words.app}</Button>
            </form>
          </Card>
        )}
      </div>
    ),
  })
}

/** A second step can't be set up now: first the one that is there, or first sign in again. */
export function refuseChange(c: WebContext, reason: 'second-step-first' | 'sign-in-again', to: string): Response {
  if (reason === 'second-step-first') return c.redirect(withReturn('/second-step', to), 303)
  const words = text(c.var.locale).signInAgain
  return page(
    c,
    {
      title: words.title,
      chrome: 'bare',
      width: 'narrow',
      body: (
        <div class="stack">
          <PageHead title={words.title} />
          <p>{words.body}</p>
          <p>
            <ButtonLink kind="main" href={withReturn('/sign-in', to)}>
              {words.link}
            </ButtonLink>
          </p>
        </div>
      ),
    },
    403,
  )
}
