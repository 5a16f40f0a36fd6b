import { ButtonLink, PageHead } from '../../ui/index.ts'
import { everyone } from '../../web/access.ts'
import type { WebContext } from '../../web/context.ts'
import { page } from '../../web/page.tsx'
import { refuse } from '../../web/refuse.tsx'
import type { Route } from '../../web/route.ts'
import { authOf, forgetAuth } from '../auth/auth-of.ts'
import { takeOver } from '../auth/start-session.ts'
import { returnPath } from '../sign-in/return-path.ts'
import { NotAdmitted, type NotAdmittedReason } from './admit.ts'
import { text } from './text.ts'

/** A link, not a form: the security policy lets forms go nowhere but to this server, redirects included. */
export const federationRoutes: readonly Route[] = [
  { method: 'GET', path: '/sign-in/with/:provider', access: everyone, perMinute: 20, handle: leave },
  { method: 'GET', path: '/auth/callback/:provider', access: everyone, perMinute: 20, handle: comeBack },
]

async function leave(c: WebContext): Promise<Response> {
  const { services } = c.var
  const provider = services.settings.providers?.find(({ id }) => id === c.req.param('provider'))
  if (provider === undefined) return refuse(c, 'not-found')
  const known = (await authOf(services).$context).socialProviders.some(({ id }) => id === provider.id)
  // It could not be reached when the server asked how to talk to it. Perhaps now.
  if (!known) forgetAuth(services)
  try {
    const { headers, response } = await authOf(services).api.signInSocial({
      body: { provider: provider.id, callbackURL: returnPath(c.req.query('to')), errorCallbackURL: '/sign-in' },
      headers: c.req.raw.headers,
      returnHeaders: true,
    })
    if (!('url' in response) || response.url === undefined) return refusedPage(c, 'unreachable')
    await takeOver(c, headers)
    return c.redirect(response.url, 303)
  } catch {
    forgetAuth(services)
    return refusedPage(c, 'unreachable')
  }
}

async function comeBack(c: WebContext): Promise<Response> {
  const { services } = c.var
  const provider = services.settings.providers?.find(({ id }) => id === c.req.param('provider'))
  if (provider === undefined) return refuse(c, 'not-found')
  try {
    const answer = await authOf(services).api.callbackOAuth({
      params: { id: provider.id },
      query: c.req.query(),
      headers: c.req.raw.headers,
      method: 'GET',
      asResponse: true,
    })
    const to = answer.headers.get('location') ?? ''
    await takeOver(c, answer.headers)
    // Whatever went wrong, better-auth sends people to a page with `?error=`.
    if (answer.status >= 400 || new URL(to, services.settings.origin).searchParams.has('error')) {
      return refusedPage(c, 'cancelled')
    }
    return c.redirect(returnPath(to), 303)
  } catch (error) {
    if (error instanceof NotAdmitted) return refusedPage(c, error.reason, error.school)
    throw error
  }
}

function refusedPage(
  c: WebContext,
  reason: NotAdmittedReason | 'unreachable' | 'cancelled',
  school: string | null = null,
): Response {
  const words = text(c.var.locale)
  return page(
    c,
    {
      title: words.title,
      chrome: 'bare',
      width: 'narrow',
      body: (
        <div class="stack">
          <PageHead title={words.title} />
          <p>{words.reasons[reason](school ?? '')}</p>
          <p>
            <ButtonLink kind="main" href="/sign-in">
              {words.again}
            </ButtonLink>
          </p>
        </div>
      ),
    },
    reason === 'unreachable' ? 503 : 403,
  )
}
