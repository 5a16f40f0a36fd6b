import { z } from 'zod'
import type { Trx } from '../../database/scope.ts'
import type { Locale } from '../../text/dictionary.ts'
import { performSubmission } from '../../web/answer.ts'
import { organisationOf, personOf, type WebContext } from '../../web/context.ts'
import { readForm } from '../../web/form.ts'
import { refuse } from '../../web/refuse.tsx'
import { refuseForm } from '../../web/refuse-form.ts'
import type { Route } from '../../web/route.ts'
import type { Services } from '../../web/services.ts'
import { type Role, roles } from '../roles.ts'
import { newToken } from '../token.ts'
import { mayGrant, peoplePath, peopleStream, writesPeople } from './access.ts'
import { invite, renewInvitation, withdrawInvitation } from './invitations-store.ts'
import { peoplePage } from './people-page.tsx'
import { text } from './text.ts'

const path = '/s/:organisation/people/invitations'

const inviteForm = z.object({
  email: z.string().max(200).toLowerCase().pipe(z.email()),
  name: z.string().max(100).optional(),
  role: z.enum(roles),
  teams: z.array(z.uuid()).max(50).default([]),
})

export const invitationRoutes: readonly Route[] = [
  { method: 'POST', path, access: writesPeople, perMinute: 30, handle: sendInvitation },
  { method: 'POST', path: `${path}/:invitation/renew`, access: writesPeople, perMinute: 30, handle: sendAgain },
  { method: 'POST', path: `${path}/:invitation/withdraw`, access: writesPeople, handle: withdraw },
]

async function sendInvitation(c: WebContext): Promise<Response> {
  const { services, locale, now } = c.var
  const words = text(locale)
  const labels = { email: words.email, name: words.invite.name, role: words.invite.role, teams: words.invite.teams }
  const form = await readForm(c, inviteForm)
  if (!form.ok) return refuseForm(c, form, labels, (filled) => peoplePage(c, filled))
  const { submission, value } = form
  const { email, name = null, role, teams } = value
  if (!mayGrant(c).includes(role)) {
    const errors = { role: { reason: 'not-yours' } }
    return refuseForm(c, { errors, submission }, labels, (filled) => peoplePage(c, filled), words.refused)
  }
  const organisation = organisationOf(c)
  const inviter = personOf(c)
  const token = newToken()
  const done = await performSubmission(c, peopleStream(c), submission, async (trx, record) => {
    const wish = { organisationId: organisation.id, id: submission.id, email, name, role, teamIds: teams }
    const change = await invite(trx, record, { ...wish, token, invitedBy: inviter.id, now })
    if (change.ok) {
      await sendInvitationMail(trx, services, {
        email,
        place: organisation.name,
        inviter: inviter.name,
        role,
        token,
        locale,
      })
    }
    return change
  })
  if (!done.result.ok) {
    const errors = { email: { reason: done.result.reason } }
    return refuseForm(c, { errors, submission }, labels, (filled) => peoplePage(c, filled), words.refused)
  }
  return c.redirect(peoplePath(c, '?done=invited'), 303)
}

async function sendAgain(c: WebContext): Promise<Response> {
  const { services, locale, now } = c.var
  const form = await readForm(c, z.object({}))
  const id = invitationId(c)
  if (id === null) return refuse(c, 'not-found')
  const organisation = organisationOf(c)
  const inviter = personOf(c)
  const token = newToken()
  const done = await performSubmission(c, peopleStream(c), form.submission, async (trx, record) => {
    const row = await renewInvitation(trx, record, { organisationId: organisation.id, id, token, now })
    if (row === null) return false
    const { email, role } = row
    await sendInvitationMail(trx, services, {
      email,
      place: organisation.name,
      inviter: inviter.name,
      role,
      token,
      locale,
    })
    return true
  })
  return done.result ? c.redirect(peoplePath(c, '?done=invited'), 303) : refuse(c, 'not-found')
}

async function withdraw(c: WebContext): Promise<Response> {
  const form = await readForm(c, z.object({}))
  const id = invitationId(c)
  if (id === null) return refuse(c, 'not-found')
  await performSubmission(c, peopleStream(c), form.submission, async (trx, record) => {
    await withdrawInvitation(trx, record, { organisationId: organisationOf(c).id, id, now: c.var.now })
  })
  return c.redirect(peoplePath(c, '?done=withdrawn'), 303)
}

function invitationId(c: WebContext): string | null {
  const id = z.uuid().safeParse(c.req.param('invitation'))
  return id.success ? id.data : null
}

interface InvitationLetter {
  readonly email: string
  readonly place: string
  readonly inviter: string | null
  readonly role: Role
  readonly token: string
  readonly locale: Locale
}

/** The mail with the link, in the language of who invites. */
export async function sendInvitationMail(
  trx: Trx,
  { mailer, settings }: Services,
  letter: InvitationLetter,
): Promise<void> {
  const { email, place, inviter, role, token, locale } = letter
  const words = text(locale)
  const link = `${settings.origin}/invitation?token=${token}`
  await mailer.send(trx, {
    to: email,
    subject: words.inviteMail.subject(place),
    text: words.inviteMail.text(inviter, place, words.roles[role], link),
    locale,
  })
}
