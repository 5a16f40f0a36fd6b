import { z } from 'zod'
import { performSubmission } from '../../../../platform/web/answer.ts'
import { organisationOf, personOf, type WebContext, withinScope } from '../../../../platform/web/context.ts'
import { type FieldErrors, readForm, type Submission } from '../../../../platform/web/form.ts'
import { refuse } from '../../../../platform/web/refuse.tsx'
import { emptyForm, refuseForm } from '../../../../platform/web/refuse-form.ts'
import type { Route } from '../../../../platform/web/route.ts'
import { lessonPath, lessonPeople } from '../../lessons/lesson.ts'
import { teamsFor } from '../../lessons/list-store.ts'
import { type LessonVisit, withLesson } from '../../lessons/pages/lesson-place.ts'
import { findTerms } from '../curriculum-store.ts'
import { checkLesson, type FindingError } from '../findings.ts'
import { forkLesson } from '../fork-store.ts'
import { sharedOf, shareLesson, usualCredit, withdrawShared } from '../share-store.ts'
import { reaches, sharedPath, sharedStream } from '../shared-lesson.ts'
import { libraryText } from '../text.ts'
import { answerNames, answersIn } from './finding-answers.ts'
import { shareableOf, showShare } from './share-page.tsx'
import { mayTakeBack, sharedIn } from './shared-page.tsx'

/** Sharing a lesson, taking it back, and taking over one of others. */
export const writeRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/s/:organisation/lessons/:lesson/share',
    access: lessonPeople,
    handle: (c) => withLesson(c, (visit) => showShare(visit, emptyForm)),
  },
  {
    method: 'POST',
    path: '/s/:organisation/lessons/:lesson/share',
    access: lessonPeople,
    handle: (c) => withLesson(c, (visit) => share(c, visit)),
  },
  { method: 'POST', path: '/s/:organisation/library/:shared/fork', access: lessonPeople, handle: fork },
  { method: 'POST', path: '/s/:organisation/library/:shared/withdraw', access: lessonPeople, handle: withdraw },
]

const shareForm = z.looseObject({
  version: z.coerce.number().int().min(1).max(100_000),
  reach: z.enum(reaches),
  credit: z.string().max(200).optional(),
  consent: z.literal('yes').optional(),
  terms: z.array(z.string().max(400)).max(40).default([]),
  termCodes: z.string().max(200).default(''),
})

async function share(c: WebContext, visit: LessonVisit): Promise<Response> {
  const words = libraryText(c.var.locale)
  const { place, lesson, versions, actor } = visit
  const { slug, name: school } = organisationOf(c)
  const labels = { reach: words.withWhom, credit: words.credit, consent: words.consent, termCodes: words.termCodes }
  const again = (errors: FieldErrors, submission: Submission) =>
    refuseForm(c, { errors, submission }, labels, (filled) => showShare(visit, filled), words.refused)
  const read = await readForm(c, shareForm)
  if (!read.ok) return again(read.errors, read.submission)
  const { value, submission } = read
  const [version] = versions
  if (value.version !== version.number) return again({ version: { reason: 'changed-since' } }, submission)
  if (value.reach === 'open' && value.consent !== 'yes') return again({ consent: { reason: 'no-consent' } }, submission)
  const { terms, usual } = await withinScope(c, async (trx) => ({
    terms: await findTerms(trx, value.terms, value.termCodes),
    usual:
      (await sharedOf(trx, place.organisationId, lesson.id))?.credit ??
      (await usualCredit(trx, place.organisationId, lesson.teamId)),
  }))
  const credit = value.credit ?? usual
  // A school may have a name of two hundred letters, and its team another hundred.
  if (credit.length > 200) return again({ credit: { reason: 'too-long', limit: 200 } }, submission)
  if (terms.unknown.length > 0) return again({ termCodes: { reason: 'no-such-term' } }, submission)
  if (terms.ambiguous.length > 0) return again({ termCodes: { reason: 'several-terms' } }, submission)
  const checked = checkLesson(shareableOf(visit, credit), answersIn(submission.values), [school])
  if (!checked.ok) {
    const errors = [...checked.errors].map(([id, reason]) => [fieldOf(id, reason), { reason }] as const)
    return again(Object.fromEntries(errors), submission)
  }
  const { title, subject, year, theme, credit: named, ...plan } = checked.lesson
  const { result } = await performSubmission(c, sharedStream(lesson.id), submission, (trx, record) =>
    shareLesson(trx, record, {
      id: submission.id,
      ...place,
      versionId: version.id,
      teamId: lesson.teamId,
      number: version.number,
      reach: value.reach,
      ...{ title, subject, year, theme, plan },
      credit: named,
      terms: terms.uris,
      actor,
      now: c.var.now,
      found: { replaced: checked.replaced, kept: checked.kept.length, reasons: checked.kept },
    }),
  )
  return c.redirect(sharedPath(slug, result), 303)
}

/** The field of a finding that is to be filled in. */
function fieldOf(id: string, reason: FindingError): string {
  const names = answerNames(id)
  if (reason === 'unanswered') return names.fix
  return reason === 'no-reason' ? names.why : names.with
}

async function fork(c: WebContext): Promise<Response> {
  const shared = await sharedIn(c)
  if (shared === null || shared.withdrawnAt !== null) return refuse(c, 'not-found')
  const words = libraryText(c.var.locale)
  const read = await readForm(c, z.object({ team: z.uuid() }))
  const teams = await withinScope(c, (trx) => teamsFor(trx, c.var.visit))
  const team = read.ok ? teams.find(({ id }) => id === read.value.team) : undefined
  if (team === undefined) return refuse(c, 'form', { detail: words.refused['no-team'] })
  const { slug, id: organisationId } = organisationOf(c)
  const { submission } = read
  const person = personOf(c)
  await performSubmission(c, `lesson:${submission.id}`, submission, async (trx, record) => {
    await forkLesson(trx, record, shared, {
      id: submission.id,
      organisationId,
      teamId: team.id,
      designerId: person.id,
      actor: `person:${person.id}`,
      now: c.var.now,
      newId: c.var.services.newId,
    })
    return null
  })
  return c.redirect(lessonPath(slug, submission.id), 303)
}

async function withdraw(c: WebContext): Promise<Response> {
  const shared = await sharedIn(c)
  const { slug, id: organisationId } = organisationOf(c)
  if (shared === null || shared.organisationId !== organisationId) return refuse(c, 'not-found')
  if (!(await mayTakeBack(c, shared))) return refuse(c, 'not-yours')
  const { lessonId } = shared
  const { submission } = await readForm(c, z.object({}))
  await performSubmission(c, sharedStream(lessonId), submission, (trx, record) =>
    withdrawShared(trx, record, { organisationId, lessonId, now: c.var.now }),
  )
  return c.redirect(sharedPath(slug, shared.id), 303)
}
