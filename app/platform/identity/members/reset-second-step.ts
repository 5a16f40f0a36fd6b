import { system } from '../../database/scope.ts'
import { perform } from '../../journal/perform.ts'
import { organisationOf, personOf, type WebContext } from '../../web/context.ts'
import type { Submission } from '../../web/form.ts'
import { needsSecondStep } from '../roles.ts'
import { resetSecondSteps } from '../second-step/second-step-store.ts'
import { actorOf } from '../viewer.ts'
import { mayGrant, peopleStream } from './access.ts'
import { findMember } from './people-store.ts'
import { text } from './text.ts'

export type ResetAnswer =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: 'no-such-person' | 'not-yours' | 'strong-elsewhere' }

/**
 * Takes away the second step of a colleague who lost it. The tables are the system's, so this runs under its scope, and
 * asks itself what the scope of the person would have: a colleague here, with no role that the asker could not give, and
 * leading nowhere else (or one school's leader could weaken another's). The colleague is told by mail.
 */
export function resetSecondStep(c: WebContext, userId: string, submission: Submission): Promise<ResetAnswer> {
  const { services, now, locale } = c.var
  const organisation = organisationOf(c)
  const asker = personOf(c)
  const operation = {
    organisationId: organisation.id,
    stream: peopleStream(c),
    actor: actorOf(asker),
    id: submission.id,
    content: { path: c.req.path },
    at: now,
  }
  return perform(services.db, system, operation, async (trx, record): Promise<ResetAnswer> => {
    const member = await findMember(trx, organisation.id, userId)
    if (member === undefined) return { ok: false, reason: 'no-such-person' }
    const may = mayGrant(c)
    if (member.roles.some((role) => !may.includes(role))) return { ok: false, reason: 'not-yours' }
    const elsewhere = await trx
      .selectFrom('memberships')
      .select('role')
      .where('user_id', '=', userId)
      .where('organisation_id', '!=', organisation.id)
      .execute()
    if (elsewhere.some(({ role }) => needsSecondStep(role))) return { ok: false, reason: 'strong-elsewhere' }
    await resetSecondSteps(trx, userId)
    const person = await trx.selectFrom('users').select('locale').where('id', '=', userId).executeTakeFirstOrThrow()
    const language = person.locale ?? locale
    const { resetMail } = text(language)
    await services.mailer.send(trx, {
      to: member.email,
      subject: resetMail.subject,
      text: resetMail.text(member.name, asker.name),
      locale: language,
    })
    record({ action: 'second-step-reset', subject: `person:${userId}` })
    return { ok: true }
  }).then(({ result }) => result)
}
