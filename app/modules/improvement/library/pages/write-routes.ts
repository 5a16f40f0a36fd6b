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
import { type Answer, findingsIn, type Reason, reasons, resolveFindings } from '../findings.ts'
import { forkLesson } from '../fork-store.ts'
import { shareLesson, withdrawShared } from '../library-store.ts'
import { reaches, sharedPath, sharedStream } from '../shared-lesson.ts'
import { libraryText } from '../text.ts'
import { answerNames, shareableOf, showShare } from './share-page.tsx'
import { sharedIn } from './shared-page.tsx'

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
  consent: z.literal('yes').optional(),
  terms: z.array(z.string().max(400)).max(40).default([]),
  termCodes: z.string().max(200).default(''),
})

async function share(c: WebContext, visit: LessonVisit): Promise<Response> {
  const words = libraryText(c.var.locale)
  const { place, lesson, versions, actor } = visit
  const labels = { reach: words.withWhom, consent: words.consent, termCodes: words.termCodes }
  const again = (errors: FieldErrors, submission: Submission) =>
    refuseForm(c, { errors, submission }, labels, (filled) => showShare(visit, filled), words.refused)
  const read = await readForm(c, shareForm)
  if (!read.ok) return again(read.errors, read.submission)
  const { value, submission } = read
  const [version] = versions
  if (value.version !== version.number) return again({ version: { reason: 'changed-since' } }, submission)
  if (value.reach === 'open' && value.consent !== 'yes') return again({ consent: { reason: 'no-consent' } }, submission)
  const terms = await withinScope(c, (trx) => findTerms(trx, value.terms, value.termCodes))
  if (terms.unknown.length > 0) return again({ termCodes: { reason: 'no-such-term' } }, submission)
  const shareable = shareableOf(visit)
  const { answers, errors } = answersIn(
    submission,
    findingsIn(shareable).map(({ id }) => id),
  )
  const resolved = resolveFindings(shareable, answers)
  if (Object.keys(errors).length > 0) return again(errors, submission)
  if (!resolved.ok) {
    const open = Object.entries(resolved.errors).map(([id, reason]) => {
      const names = answerNames(id)
      return [reason === 'unanswered' ? names.fix : names.with, { reason }] as const
    })
    return again(Object.fromEntries(open), submission)
  }
  const { title, subject, year, theme, ...plan } = resolved.lesson
  await performSubmission(c, sharedStream(lesson.id), submission, async (trx, record) => {
    await shareLesson(trx, record, {
      id: submission.id,
      ...place,
      versionId: version.id,
      teamId: lesson.teamId,
      number: version.number,
      reach: value.reach,
      ...{ title, subject, year, theme, plan },
      terms: terms.uris,
      actor,
      now: c.var.now,
      found: { replaced: resolved.replaced, kept: resolved.kept.length, reasons: resolved.kept },
    })
    return null
  })
  return c.redirect(sharedPath(organisationOf(c).slug, submission.id), 303)
}

/** What the form says of each finding; a kept one must have its reason. */
function answersIn(submission: Submission, ids: readonly string[]) {
  const typed = (name: string) => {
    const value = submission.values[name]
    return typeof value === 'string' ? value : ''
  }
  const answers = new Map<string, Answer>()
  const errors: Record<string, { readonly reason: string }> = {}
  for (const id of ids) {
    const names = answerNames(id)
    const why = typed(names.why)
    if (typed(names.fix) === 'replace') answers.set(id, { fix: 'replace', with: typed(names.with).slice(0, 200) })
    else if (typed(names.fix) !== 'none') errors[names.fix] = { reason: 'unanswered' }
    else if (isReason(why)) answers.set(id, { fix: 'none', why })
    else errors[names.why] = { reason: 'no-reason' }
  }
  return { answers, errors }
}

const isReason = (value: string): value is Reason => reasons.some((reason) => reason === value)

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
  const isTheirs = shared.sharedBy === `person:${personOf(c).id}` || c.var.visit.roles.includes('leader')
  if (!isTheirs) return refuse(c, 'not-yours')
  const { submission } = await readForm(c, z.object({}))
  await performSubmission(c, sharedStream(shared.lessonId), submission, async (trx, record) => {
    await withdrawShared(trx, record, { organisationId, id: shared.id, now: c.var.now })
    return null
  })
  return c.redirect(sharedPath(slug, shared.id), 303)
}
