import { z } from 'zod'
import { system } from '../../database/scope.ts'
import { Button, ButtonLink, PageHead } from '../../ui/index.ts'
import { everyone } from '../../web/access.ts'
import type { WebContext } from '../../web/context.ts'
import { readForm } from '../../web/form.ts'
import { page } from '../../web/page.tsx'
import type { Route } from '../../web/route.ts'
import { linkMinutes } from '../auth/auth.ts'
import { authOf } from '../auth/auth-of.ts'
import '../auth/auth-tables.ts'
import { takeOver } from '../auth/start-session.ts'
import { hashToken } from '../token.ts'
import { returnPath } from './return-path.ts'
import { text } from './text.ts'

const linkForm = z.object({ token: z.string().max(200), to: z.string().optional() })
const linkValue = z.object({ email: z.string() })

/**
 * The link in the mail. Opening it does nothing, because mail scanners open links too; the button does. The page names
 * the account, so that nobody presses a link that a stranger sent them to get into the stranger's account.
 */
export const signInLinkRoutes: readonly Route[] = [
  { method: 'GET', path: '/sign-in/link', access: everyone, perMinute: 60, handle: showLink },
  { method: 'POST', path: '/sign-in/link', access: everyone, perMinute: 20, handle: useLink },
]

async function showLink(c: WebContext): Promise<Response> {
  const token = c.req.query('token') ?? ''
  const email = await emailBehind(c, token)
  if (email === null) return gonePage(c)
  const words = text(c.var.locale).link
  return page(c, {
    title: words.title,
    chrome: 'bare',
    width: 'narrow',
    body: (
      <div class="stack">
        <PageHead title={words.title} />
        <p>{words.body(email)}</p>
        <form class="form" method="post" action="/sign-in/link">
          <input type="hidden" name="token" value={token} />
          <input type="hidden" name="to" value={returnPath(c.req.query('to'))} />
          <div class="actions">
            <Button kind="main" size="big">
              {words.confirm}
            </Button>
          </div>
        </form>
      </div>
    ),
  })
}

async function useLink(c: WebContext): Promise<Response> {
  const form = await readForm(c, linkForm)
  if (!form.ok) return gonePage(c)
  const { token, to } = form.value
  const answer = await authOf(c.var.services).api.magicLinkVerify({
    query: { token },
    headers: c.req.raw.headers,
    asResponse: true,
  })
  if (answer.status !== 200) return gonePage(c)
  await takeOver(c, answer.headers)
  return c.redirect(returnPath(to), 303)
}

/** Whose link it is, while it works. */
async function emailBehind(c: WebContext, token: string): Promise<string | null> {
  const row = await c.var.services.db.run(system, (trx) =>
    trx
      .selectFrom('verifications')
      .select('value')
      .where('identifier', '=', hashToken(token))
      .where('expires_at', '>', c.var.now)
      .executeTakeFirst(),
  )
  return row === undefined ? null : linkValue.parse(JSON.parse(row.value)).email
}

function gonePage(c: WebContext): Response {
  const words = text(c.var.locale).link
  return page(
    c,
    {
      title: words.goneTitle,
      chrome: 'bare',
      width: 'narrow',
      body: (
        <div class="stack">
          <PageHead title={words.goneTitle} />
          <p>{words.gone(linkMinutes)}</p>
          <p>
            <ButtonLink kind="main" href="/sign-in">
              {words.ask}
            </ButtonLink>
          </p>
        </div>
      ),
    },
    410,
  )
}
