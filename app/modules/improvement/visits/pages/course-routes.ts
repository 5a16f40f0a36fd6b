import { z } from 'zod'
import { amsterdamDay } from '../../../../platform/text/days.ts'
import { organisationOf, personOf, type WebContext } from '../../../../platform/web/context.ts'
import { type FieldErrors, readForm, type Submission } from '../../../../platform/web/form.ts'
import { refuse } from '../../../../platform/web/refuse.tsx'
import { emptyForm, refuseForm } from '../../../../platform/web/refuse-form.ts'
import type { Route } from '../../../../platform/web/route.ts'
import { visitsText } from '../text.ts'
import { mayCome, type Visit, visitPath, visitsPath } from '../visit.ts'
import { giveBack, takeVisit, type VisitKey, withdrawVisit } from '../visit-store.ts'
import { momentOf, takeForm, timeFault } from './take-form.tsx'
import { mailVisit } from './visit-mail.ts'
import { showVisit } from './visit-page.tsx'
import { performVisit, streamOf, visitMembers, withVisit } from './visit-write.ts'

const path = '/s/:organisation/visits/:visit'
const nothing = z.object({})

/** Taking a visit, giving it back, asking no longer. */
export const courseRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: `${path}/take`,
    access: visitMembers,
    handle: (c) => withVisit(c, (...at) => take(c, ...at)),
  },
  {
    method: 'POST',
    path: `${path}/give-back`,
    access: visitMembers,
    handle: (c) =>
      withVisit(c, (visit, key) =>
        visit.visitorId === personOf(c).id && visit.state === 'taken'
          ? giveItBack(c, visit, key)
          : refuse(c, 'not-found'),
      ),
  },
  {
    method: 'POST',
    path: `${path}/withdraw`,
    access: visitMembers,
    handle: (c) => withVisit(c, (visit, key) => withdraw(c, visit, key)),
  },
]

async function take(c: WebContext, visit: Visit, key: VisitKey): Promise<Response> {
  const me = { id: personOf(c).id, roles: c.var.visit.roles }
  const { slug } = organisationOf(c)
  if (visit.visitorId === me.id) return c.redirect(visitPath(slug, visit.id), 303)
  const words = visitsText(c.var.locale).visit
  if (!mayCome(visit, me)) return refuse(c, 'not-found', visit.state === 'open' ? {} : { detail: words.tooLate })
  const read = await readForm(c, takeForm)
  const again = (errors: FieldErrors, submission: Submission) =>
    refuseForm(
      c,
      { errors, submission },
      { at: words.proposals, day: words.day, time: words.time },
      (filled) => showVisit(c, visit, key, filled),
      words.wrong,
    )
  if (!read.ok) return again(read.errors, read.submission)
  const { submission, value } = read
  const startsAt = momentOf(value)
  const fault = timeFault(startsAt, c.var.now)
  if (startsAt === null || fault !== null) return again({ day: { reason: fault ?? 'no-time' } }, submission)
  const { result } = await performVisit(c, streamOf(key), submission, { startsAt }, async (trx, record) => {
    const today = amsterdamDay(c.var.now)
    const taken = await takeVisit(trx, record, key, { visitorId: me.id, startsAt, today })
    if (taken.ok) await mailVisit(c, trx, { about: 'taken', to: visit.receiverId, visitId: visit.id, startsAt })
    return taken
  })
  return result.ok ? c.redirect(visitPath(slug, visit.id), 303) : refuse(c, 'not-found', { detail: words.tooLate })
}

async function giveItBack(c: WebContext, { receiverId, startsAt }: Visit, key: VisitKey): Promise<Response> {
  const read = await readForm(c, nothing)
  const { result } = await performVisit(c, streamOf(key), read.submission, {}, async (trx, record) => {
    const given = await giveBack(trx, record, key)
    if (given.ok) await mailVisit(c, trx, { about: 'given-back', to: receiverId, visitId: key.id, startsAt })
    return given
  })
  return answer(c, key, result.ok)
}

async function withdraw(c: WebContext, visit: Visit, key: VisitKey): Promise<Response> {
  const { state, visitorId, startsAt } = visit
  if (visit.receiverId !== personOf(c).id || (state !== 'open' && state !== 'taken')) return refuse(c, 'not-found')
  const read = await readForm(c, z.object({ state: z.enum(['open', 'taken']).default(state).catch(state) }))
  // As it was when the receiver looked: they decide about what they saw.
  const seenBy = read.ok ? read.value.state : state
  const { result } = await performVisit(c, streamOf(key), read.submission, {}, async (trx, record) => {
    const withdrawn = await withdrawVisit(trx, record, key, seenBy)
    if (withdrawn.ok && visitorId !== null) {
      await mailVisit(c, trx, { about: 'withdrawn', to: visitorId, visitId: key.id, startsAt })
    }
    return withdrawn
  })
  if (result.ok || result.reason !== 'taken-meanwhile') return answer(c, key, result.ok)
  // A colleague came in between: shown as it is now, with what happened, so that they decide again.
  const note = visitsText(c.var.locale).visit.takenMeanwhile
  return withVisit(c, (fresh) => showVisit(c, fresh, key, emptyForm, note))
}

/** Back to all visits; to this one where it had begun already. */
function answer(c: WebContext, { id }: VisitKey, ok: boolean): Response {
  const { slug } = organisationOf(c)
  return c.redirect(ok ? visitsPath(slug) : visitPath(slug, id), 303)
}
