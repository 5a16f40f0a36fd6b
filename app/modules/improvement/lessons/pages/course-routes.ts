import { z } from 'zod'
import { amsterdamDay, parseDay } from '../../../../platform/text/days.ts'
import { performSubmission } from '../../../../platform/web/answer.ts'
import { changedFields } from '../../../../platform/web/changed-fields.ts'
import { organisationOf, type WebContext, withinScope } from '../../../../platform/web/context.ts'
import { readForm } from '../../../../platform/web/form.ts'
import { refuse } from '../../../../platform/web/refuse.tsx'
import { type FilledForm, refuseForm } from '../../../../platform/web/refuse-form.ts'
import type { Route } from '../../../../platform/web/route.ts'
import { editedFields } from '../../card-forms.ts'
import { withdrawShared } from '../../library/share-store.ts'
import { lessonPeople, lessonStream, lessonsPath } from '../lesson.ts'
import { editLesson, setDesigners } from '../lesson-store.ts'
import { choicesOf } from '../list-store.ts'
import { closeSpells } from '../spells.ts'
import { editVersion, startNextVersion, type VersionFields } from '../version-store.ts'
import { showDesign } from './design-page.tsx'
import { lessonFields, lessonLabels, lessonReasons } from './lesson-fields.tsx'
import { type LessonVisit, withLesson } from './lesson-place.ts'
import { mergeForm } from './write-routes.ts'

const number = z.coerce.number().int().min(1).max(100_000)
const aboutForm = z.object({ ...lessonFields, title: z.string().max(120).optional() })
const taughtForm = z.object({
  version: number,
  taughtOn: z.preprocess((typed) => (typeof typed === 'string' ? (parseDay(typed) ?? typed) : typed), z.iso.date()),
  className: z.string().max(60).default(''),
})
const lookBackForm = z.object({
  pupilsDid: z.string().max(1000).default(''),
  worked: z.string().max(1000).default(''),
  differently: z.string().max(1000).default(''),
})
const versionForm = z.object({ version: number })
const removeForm = z.object({ library: z.enum(['withdraw', 'keep']).default('withdraw') })

/** The course of a lesson: what it is about, taught, looked back on, on to the next version. */
export const courseRoutes: readonly Route[] = [
  post('', editAbout),
  post('/taught', markTaught),
  post('/untaught', unmarkTaught),
  post('/look-back', lookBack),
  post('/next', startNext),
  post('/remove', removeLesson),
]

function post(path: string, work: (c: WebContext, visit: LessonVisit) => Promise<Response>): Route {
  return {
    method: 'POST',
    path: `/s/:organisation/lessons/:lesson${path}`,
    access: lessonPeople,
    handle: (c) => withLesson(c, (visit) => work(c, visit)),
  }
}

async function editAbout(c: WebContext, visit: LessonVisit): Promise<Response> {
  const { place, lesson, path } = visit
  const labels = lessonLabels(c.var.locale)
  const read = await readForm(c, aboutForm)
  const again = (filled: FilledForm) => showDesign(visit, { form: 'about', filled })
  if (!read.ok) return refuseForm(c, read, labels, again, lessonReasons(c.var.locale))
  const { value, submission } = read
  if (submission.values.title === '') {
    const errors = { title: { reason: 'required' } }
    return refuseForm(c, { errors, submission }, labels, again)
  }
  const { designers, goal, title, ...others } = editedFields(value, submission)
  const texts = title === undefined ? others : { ...others, title }
  const { goals } = await withinScope(c, (trx) => choicesOf(trx, place.organisationId, lesson.teamId))
  const isOfTeam = goal === null || goals.some(({ id }) => id === goal)
  await performSubmission(c, lessonStream(lesson.id), submission, async (trx, record) => {
    const fields = { ...texts, ...(goal === undefined || !isOfTeam ? {} : { goal_id: goal }) }
    await editLesson(trx, record, place, fields, submission.writtenAt)
    if (designers !== undefined) await setDesigners(trx, record, place, designers)
    return null
  })
  return c.redirect(path, 303)
}

async function markTaught(c: WebContext, visit: LessonVisit): Promise<Response> {
  const { words } = visit
  const labels = { taughtOn: words.teach.on, className: words.teach.group }
  const read = await readForm(c, taughtForm)
  const again = (filled: FilledForm) => showDesign(visit, { form: 'taught', filled })
  if (!read.ok) return refuseForm(c, read, labels, again)
  const { value, submission } = read
  if (value.taughtOn > amsterdamDay(c.var.now)) {
    const errors = { taughtOn: { reason: 'in-the-future' } }
    return refuseForm(c, { errors, submission }, labels, again, words.refused)
  }
  // What people are still writing belongs to this version: into the history with it first.
  await closeWriting(c, visit)
  const fields = { taught_on: value.taughtOn, class_name: value.className }
  return writeVersion(c, visit, value.version, fields, submission)
}

async function unmarkTaught(c: WebContext, visit: LessonVisit): Promise<Response> {
  const read = await readForm(c, z.object({}))
  return writeVersion(c, visit, visit.versions[0].number, { taught_on: null }, read.submission)
}

async function lookBack(c: WebContext, visit: LessonVisit): Promise<Response> {
  const { words } = visit
  const { did, worked, differently } = words.lookBack
  const read = await readForm(c, lookBackForm)
  if (!read.ok) {
    return refuseForm(c, read, { pupilsDid: did, worked, differently }, (filled) =>
      showDesign(visit, { form: 'lookBack', filled }),
    )
  }
  const { pupilsDid, ...changed } = changedFields(read.value, read.submission)
  const fields = { ...changed, ...(pupilsDid === undefined ? {} : { pupils_did: pupilsDid }) }
  const { version } = read.submission.values
  const asked = visit.versions.find((each) => String(each.number) === version) ?? visit.versions[0]
  return writeVersion(c, visit, asked.number, fields, read.submission)
}

async function writeVersion(
  c: WebContext,
  { place, lesson, words, path }: LessonVisit,
  version: number,
  fields: Partial<VersionFields>,
  submission: Parameters<typeof performSubmission>[2],
): Promise<Response> {
  const { result } = await performSubmission(c, lessonStream(lesson.id), submission, (trx, record) =>
    editVersion(trx, record, place, version, fields, submission.writtenAt),
  )
  if (!result.ok) return refuse(c, 'form', { detail: words.refused[result.reason] })
  return c.redirect(path, 303)
}

async function startNext(c: WebContext, visit: LessonVisit): Promise<Response> {
  const { place, lesson, words, path, actor, versions } = visit
  const read = await readForm(c, versionForm)
  if (!read.ok) return refuse(c, 'form', { detail: words.refused['no-such-version'] })
  const { submission } = read
  // Words that came too late for the version before come along.
  const mergeLeft = async (number: number) => (await mergeForm(c, visit, number, submission)) ?? c.redirect(path, 303)
  // Somebody else pressed it a moment before: the next version is there.
  if (versions[0].number > read.value.version) return mergeLeft(versions[0].number)
  const { result } = await performSubmission(c, lessonStream(lesson.id), submission, (trx, record) =>
    startNextVersion(trx, record, {
      ...place,
      id: submission.id,
      after: read.value.version,
      actor,
      now: c.var.now,
      newId: c.var.services.newId,
    }),
  )
  if (!result.ok) return refuse(c, 'form', { detail: words.refused[result.reason] })
  return mergeLeft(result.number)
}

async function removeLesson(c: WebContext, visit: LessonVisit): Promise<Response> {
  const { place, lesson, words, versions } = visit
  const read = await readForm(c, removeForm)
  if (versions.some(({ taughtOn }) => taughtOn !== null)) {
    return refuse(c, 'form', { detail: words.refused['newer-version'] })
  }
  await performSubmission(c, lessonStream(lesson.id), read.submission, async (trx, record) => {
    await editLesson(trx, record, place, { removed_at: c.var.now }, read.submission.writtenAt)
    // Nothing stays behind for others but where somebody says so.
    if (!(read.ok && read.value.library === 'keep')) await withdrawShared(trx, record, { ...place, now: c.var.now })
    return null
  })
  return c.redirect(lessonsPath(organisationOf(c).slug), 303)
}

function closeWriting(c: WebContext, { lesson }: LessonVisit): Promise<void> {
  const { db, newId } = c.var.services
  return closeSpells({ db, now: c.var.now, newId }, lesson.id)
}
