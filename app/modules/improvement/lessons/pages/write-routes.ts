import { RateLimiterMemory } from 'rate-limiter-flexible'
import { z } from 'zod'
import { personOf, type WebContext, withinScope } from '../../../../platform/web/context.ts'
import { type FieldErrors, readForm, type Submission } from '../../../../platform/web/form.ts'
import { refuse } from '../../../../platform/web/refuse.tsx'
import { refuseForm } from '../../../../platform/web/refuse-form.ts'
import type { Route } from '../../../../platform/web/route.ts'
import type { Services } from '../../../../platform/web/services.ts'
import { documentOf, mergeInto, syncEdit } from '../document-store.ts'
import { lessonPeople } from '../lesson.ts'
import { editLimits } from '../take-edit.ts'
import { lessonsText } from '../text.ts'
import { changedTexts, editFromForm, tooLongIn } from '../written-form.ts'
import { showDesign } from './design-page.tsx'
import { fieldLabel } from './left-card.tsx'
import { type LessonVisit, withLesson } from './lesson-place.ts'

const bytes = z
  .string()
  .regex(/^[A-Za-z0-9+/]*={0,2}$/)
  .transform((text) => new Uint8Array(Buffer.from(text, 'base64')))
const number = z.coerce.number().int().min(1).max(100_000)
const editForm = z.object({ version: number, update: bytes, vector: bytes })
const textForm = z.object({ version: number })

/**
 * How much work one person may make in a minute, in each process: bytes of documents opened, see `takeEdit`. Two devices
 * that type without a pause in a lesson of six pages make a third of it; more would be some 5 % of a processor.
 */
const workPerMinute = 10_000_000
const limiters = new WeakMap<Services, RateLimiterMemory>()

function limiterOf({ services }: WebContext['var']): RateLimiterMemory {
  const limiter = limiters.get(services) ?? new RateLimiterMemory({ points: workPerMinute, duration: 60 })
  limiters.set(services, limiter)
  return limiter
}

/** How what is written in a lesson comes to the server: letter by letter from a page with script, else as a form. */
export const writeRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/s/:organisation/lessons/:lesson/edits',
    access: lessonPeople,
    // Base64 makes four of three; the state of the device comes with it.
    bodyLimit: Math.ceil(editLimits.edit * 1.5) + 64 * 1024,
    tooLarge: (locale) => lessonsText(locale).refused['too-long'],
    // A device gathers what is typed for 0.4 s, and somebody may have a few of them.
    perMinute: 300,
    handle: (c) => withinWork(c, () => withLesson(c, (visit) => takeIn(c, visit))),
  },
  {
    method: 'POST',
    path: '/s/:organisation/lessons/:lesson/text',
    access: lessonPeople,
    // Far more than fits in a lesson, so that who pasted too much gets it back with the reason.
    bodyLimit: 2 * 1024 * 1024,
    tooLarge: (locale) => lessonsText(locale).refused['too-long'],
    perMinute: 60,
    handle: (c) => withinWork(c, () => withLesson(c, (visit) => takeForm(c, visit))),
  },
  {
    method: 'GET',
    path: '/s/:organisation/lessons/:lesson/versions/:number/document',
    access: lessonPeople,
    handle: (c) => withLesson(c, (visit) => giveDocument(c, visit)),
  },
]

/** The document of a version, for a device that has words left which it did not take any more. */
async function giveDocument(c: WebContext, { place, versions, words }: LessonVisit): Promise<Response> {
  const version = versions.find((each) => String(each.number) === c.req.param('number'))
  if (version === undefined) return refuse(c, 'not-found', { detail: words.refused['no-such-version'] })
  const { document } = await withinScope(c, (trx) => documentOf(trx, place, version.number))
  c.header('cache-control', 'no-store')
  return c.json({ document: base64(document) })
}

/**
 * Merges what a device wrote. No operation: an edit merges into itself, so sending it twice is sending it once, and who
 * typed when by the second is nobody's business.
 */
async function takeIn(c: WebContext, visit: LessonVisit): Promise<Response> {
  const read = await readForm(c, editForm)
  const { refused } = visit.words
  if (!read.ok) return refuse(c, 'form', { detail: refused.malformed, errors: { update: refused.malformed } })
  const { version, update, vector } = read.value
  const synced = await withinScope(c, (trx) => syncEdit(trx, { ...editOf(c, visit, version), update, vector }))
  if (!synced.ok)
    return refuse(c, 'form', { detail: refused[synced.reason], errors: { [synced.reason]: refused[synced.reason] } })
  c.header('cache-control', 'no-store')
  return c.json({ edits: synced.edits, update: base64(synced.update), vector: base64(synced.vector) })
}

async function takeForm(c: WebContext, visit: LessonVisit): Promise<Response> {
  const read = await readForm(c, textForm)
  const { refused } = visit.words
  if (!read.ok) return refuse(c, 'form', { detail: refused.malformed })
  const merged = await mergeForm(c, visit, read.value.version, read.submission)
  return merged ?? c.redirect(visit.path, 303)
}

/** Merges what was written without script; null where it was. Else the page with all that was typed still on it. */
export async function mergeForm(
  c: WebContext,
  { place, actor, words }: LessonVisit,
  version: number,
  submission: Submission,
): Promise<Response | null> {
  const { values, was } = submission
  const tooLong = tooLongIn(values)
  if (tooLong.length > 0) {
    return again(Object.fromEntries(tooLong.map(({ name, most }) => [name, { reason: 'too-long', limit: most }])))
  }
  const { newId } = c.var.services
  const merged = await withinScope(c, (trx) =>
    mergeInto(trx, editOf(c, { place, actor }, version), (document) => editFromForm(document, values, was, newId)),
  )
  if (merged.ok) return null
  if (merged.reason !== 'closed') return again({ question: { reason: `merged-${merged.reason}` } })
  // It came too late: the lesson as it is now, with these words above it.
  const texts = changedTexts(values, was)
  const shown = await withLesson(c, (visit) => showDesign(visit, { form: 'left', texts, version }))
  return new Response(shown.body, { status: 422, headers: shown.headers })

  function again(errors: FieldErrors): Promise<Response> {
    const { document, refused } = words
    const labels = Object.fromEntries(Object.keys(errors).map((name) => [name, fieldLabel(document, name)]))
    const own = Object.fromEntries(Object.entries(refused).map(([reason, sentence]) => [`merged-${reason}`, sentence]))
    return refuseForm(
      c,
      { errors, submission },
      labels,
      (filled) => withLesson(c, (visit) => showDesign(visit, { form: 'text', filled, was })),
      own,
    )
  }
}

/** Refuses who made more work in this minute than may be; a device waits and tries again. */
async function withinWork(c: WebContext, then: () => Promise<Response>): Promise<Response> {
  const spent = await limiterOf(c.var).get(personOf(c).id)
  if (spent === null || spent.remainingPoints > 0) return then()
  c.header('retry-after', '60')
  return refuse(c, 'too-many')
}

function editOf(c: WebContext, { place, actor }: Pick<LessonVisit, 'place' | 'actor'>, version: number) {
  const { now, services } = c.var
  const { id, name } = personOf(c)
  const spend = (work: number) => void limiterOf(c.var).penalty(id, work)
  return { ...place, number: version, actor, name, now, newId: services.newId, spend }
}

function base64(data: Uint8Array): string {
  return Buffer.from(data).toString('base64')
}
