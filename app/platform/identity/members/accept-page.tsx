import { z } from 'zod'
import { system } from '../../database/scope.ts'
import { perform } from '../../journal/perform.ts'
import { Button, ButtonLink, PageHead, TextField } from '../../ui/index.ts'
import { everyone } from '../../web/access.ts'
import type { WebContext } from '../../web/context.ts'
import { readForm } from '../../web/form.ts'
import { page } from '../../web/page.tsx'
import { emptyForm, type FilledForm, refuseForm } from '../../web/refuse-form.ts'
import type { Route } from '../../web/route.ts'
import { startSession } from '../auth/start-session.ts'
import { acceptInvitation, findInvitation, type OpenInvitation } from './invitations-store.ts'
import { text } from './text.ts'

const acceptForm = z.object({ token: z.string().max(200), name: z.string().min(2).max(100).optional() })

/** The link in an invitation. As with signing in, opening it changes nothing; the button does. */
export const acceptRoutes: readonly Route[] = [
  { method: 'GET', path: '/invitation', access: everyone, perMinute: 60, handle: show },
  { method: 'POST', path: '/invitation', access: everyone, perMinute: 20, handle: accept },
]

async function show(c: WebContext): Promise<Response> {
  const token = c.req.query('token') ?? ''
  const invitation = await find(c, token)
  return invitation === null ? gonePage(c) : acceptPage(c, invitation, token, emptyForm)
}

function find(c: WebContext, token: string): Promise<OpenInvitation | null> {
  return c.var.services.db.run(system, (trx) => findInvitation(trx, token, c.var.now))
}

async function accept(c: WebContext): Promise<Response> {
  const { services, now, locale } = c.var
  const words = text(locale).accept
  const form = await readForm(c, acceptForm)
  const token = String(form.submission.values.token ?? '')
  const invitation = await find(c, token)
  if (invitation === null) return gonePage(c)
  const again = (filled: FilledForm) => acceptPage(c, invitation, token, filled)
  if (!form.ok) return refuseForm(c, form, { name: words.name }, again)
  const { submission } = form
  const name = form.value.name
  if (invitation.userId === null && name === undefined) {
    return refuseForm(c, { errors: { name: { reason: 'required' } }, submission }, { name: words.name }, again)
  }
  const { organisation } = invitation
  const operation = {
    organisationId: organisation.id,
    stream: `people:${organisation.id}`,
    actor: `invitation:${invitation.id}`,
    id: submission.id,
    content: { path: c.req.path },
    at: now,
  }
  const { newId } = services
  const done = await perform(services.db, system, operation, (trx, record) =>
    acceptInvitation(trx, record, { token, name: name ?? '', newId, now }),
  )
  if (done.result === null) return gonePage(c)
  // A repeat of the form must not sign in again: the link works once.
  if (!done.repeated) await startSession(c, done.result, { strong: false })
  return c.redirect(`/s/${organisation.slug}`, 303)
}

function acceptPage(c: WebContext, invitation: OpenInvitation, token: string, filled: FilledForm): Response {
  const words = text(c.var.locale)
  const { organisation, role, invitedBy, email, userId, name } = invitation
  return page(c, {
    title: words.accept.title(organisation.name),
    chrome: 'bare',
    width: 'narrow',
    body: (
      <div class="stack">
        <PageHead title={words.accept.title(organisation.name)} />
        <p>
          {invitedBy !== null && `${words.accept.by(invitedBy)} `}
          {words.accept.body(organisation.name, words.roles[role])}
        </p>
        <p>{words.accept.account(email)}</p>
        <form class="form" method="post" action="/invitation">
          <input type="hidden" name="token" value={token} />
          {userId === null && (
            <TextField
              name="name"
              label={words.accept.name}
              hint={words.accept.nameHint}
              value={String(filled.values.name ?? name ?? '')}
              error={filled.errors.name}
              autocomplete="name"
              maxlength={100}
              required
            />
          )}
          <div class="actions">
            <Button kind="main" size="big">
              {words.accept.yes}
            </Button>
          </div>
        </form>
      </div>
    ),
  })
}

function gonePage(c: WebContext): Response {
  const words = text(c.var.locale).accept
  return page(
    c,
    {
      title: words.goneTitle,
      chrome: 'bare',
      width: 'narrow',
      body: (
        <div class="stack">
          <PageHead title={words.goneTitle} />
          <p>{words.gone}</p>
          <p>
            <ButtonLink kind="main" href="/sign-in">
              {words.signIn}
            </ButtonLink>
          </p>
        </div>
      ),
    },
    410,
  )
}
