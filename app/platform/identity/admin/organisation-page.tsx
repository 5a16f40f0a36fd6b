import { z } from 'zod'
import { system } from '../../database/scope.ts'
import { checkChains } from '../../journal/check-chains.ts'
import { Alert, Button, PageHead, TextField } from '../../ui/index.ts'
import { operator } from '../../web/access.ts'
import { personOf, type WebContext } from '../../web/context.ts'
import { readForm } from '../../web/form.ts'
import { page } from '../../web/page.tsx'
import { refuse } from '../../web/refuse.tsx'
import { emptyForm, type FilledForm, refuseForm } from '../../web/refuse-form.ts'
import type { Route } from '../../web/route.ts'
import { keyRole } from '../members/grants.ts'
import { sendInvitationMail } from '../members/invitation-routes.ts'
import { invite, listInvitations } from '../members/invitations-store.ts'
import { newToken } from '../token.ts'
import { JournalCheck } from './journal-check.tsx'
import { findOrganisation } from './organisations-store.ts'
import { performAsOperator } from './perform-as-operator.ts'
import { text } from './text.ts'

const path = '/admin/organisations/:id'
const keyForm = z.object({ email: z.string().max(200).toLowerCase().pipe(z.email()) })

export const organisationRoutes: readonly Route[] = [
  { method: 'GET', path, access: operator, handle: (c) => organisationPage(c, emptyForm) },
  { method: 'POST', path: `${path}/invitations`, access: operator, perMinute: 30, handle: inviteKey },
]

async function organisationPage(c: WebContext, filled: FilledForm): Promise<Response> {
  const id = z.uuid().safeParse(c.req.param('id'))
  if (!id.success) return refuse(c, 'not-found')
  const found = await c.var.services.db.run(system, async (trx) => ({
    organisation: await findOrganisation(trx, id.data),
    invitations: await listInvitations(trx, id.data),
  }))
  const { organisation, invitations } = found
  if (organisation === undefined) return refuse(c, 'not-found')
  const check = c.req.query('journal') === 'check' ? await checkChains(c.var.services.db, organisation.id) : null
  const all = text(c.var.locale)
  const words = all.one
  const facts = [
    [all.kind, all.kinds[organisation.kind]],
    [all.place, organisation.place],
    [all.code, organisation.schoolCode],
    [words.board, organisation.board],
  ] as const
  return page(c, {
    title: organisation.name,
    width: 'narrow',
    body: (
      <div class="stack loose">
        <PageHead title={organisation.name} over={<a href="/admin">{all.title}</a>} />
        {c.req.query('done') === 'invited' && (
          <Alert kind="ok" live>
            {words.done}
          </Alert>
        )}
        <dl class="facts">
          {facts.map(
            ([term, fact]) =>
              fact !== null && (
                <>
                  <dt>{term}</dt>
                  <dd>{fact}</dd>
                </>
              ),
          )}
        </dl>
        <section class="stack" aria-labelledby="keys">
          <h2 id="keys">{words.keys}</h2>
          {organisation.keys.length === 0 && <p class="soft">{words.noKeys}</p>}
          <ul>
            {organisation.keys.map((name) => (
              <li>{name}</li>
            ))}
            {invitations.map(({ email }) => (
              <li class="soft">{words.invited(email)}</li>
            ))}
          </ul>
          <form class="form" method="post" action={`/admin/organisations/${organisation.id}/invitations`}>
            <TextField
              name="email"
              type="email"
              label={words.invite}
              value={String(filled.values.email ?? '')}
              error={filled.errors.email}
              inputmode="email"
              maxlength={200}
              required
            />
            <div class="actions">
              <Button kind="main" icon="mail">
                {words.send}
              </Button>
            </div>
          </form>
        </section>
        <JournalCheck locale={c.var.locale} path={`/admin/organisations/${organisation.id}`} check={check} />
      </div>
    ),
  })
}

async function inviteKey(c: WebContext): Promise<Response> {
  const { services, locale, now } = c.var
  const words = text(locale)
  const id = z.uuid().safeParse(c.req.param('id'))
  const organisation = id.success ? await services.db.run(system, (trx) => findOrganisation(trx, id.data)) : undefined
  if (organisation === undefined) return refuse(c, 'not-found')
  const form = await readForm(c, keyForm)
  const labels = { email: words.one.invite }
  const again = (filled: FilledForm) => organisationPage(c, filled)
  if (!form.ok) return refuseForm(c, form, labels, again)
  const { submission, value } = form
  const { email } = value
  const token = newToken()
  const role = keyRole(organisation.kind)
  const done = await performAsOperator(c, submission, async (trx, record) => {
    const wish = { organisationId: organisation.id, id: submission.id, email, name: null, role, teamIds: [] }
    const change = await invite(trx, record, { ...wish, token, invitedBy: personOf(c).id, now })
    if (change.ok) {
      await sendInvitationMail(trx, services, { email, place: organisation.name, inviter: null, role, token, locale })
    }
    return change
  })
  if (done.result.ok) return c.redirect(`/admin/organisations/${organisation.id}?done=invited`, 303)
  return refuseForm(c, { errors: { email: { reason: done.result.reason } }, submission }, labels, again, words.refused)
}
