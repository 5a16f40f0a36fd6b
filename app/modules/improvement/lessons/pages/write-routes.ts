import { RateLimiterMemory } from 'rate-limiter-flexible'
import { z } from 'zod'
import { personOf, type WebContext, withinScope } from '../../../../platform/web/context.ts'
import { readForm } from '../../../../platform/web/form.ts'
import { refuse } from '../../../../platform/web/refuse.tsx'
import type { Route } from '../../../../platform/web/route.ts'
import type { Services } from '../../../../platform/web/services.ts'
import { mergeInto, syncEdit } from '../document-store.ts'
import { lessonPeople } from '../lesson.ts'
import { editLimits } from '../take-edit.ts'
import { lessonsText } from '../text.ts'
import { editFromForm } from '../written-form.ts'
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
    perMinute: 60,
    handle: (c) => withinWork(c, () => withLesson(c, (visit) => takeForm(c, visit))),
  },
]

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
    return refuse(c, 'form', { detail: refused[synced.reason], errors: { update: refused[synced.reason] } })
  c.header('cache-control', 'no-store')
  return c.json({ edits: synced.edits, update: base64(synced.update), vector: base64(synced.vector) })
}

async function takeForm(c: WebContext, visit: LessonVisit): Promise<Response> {
  const read = await readForm(c, textForm)
  const { refused } = visit.words
  if (!read.ok) return refuse(c, 'form', { detail: refused.malformed })
  const { values, was } = read.submission
  const { newId } = c.var.services
  const merged = await withinScope(c, (trx) =>
    mergeInto(trx, editOf(c, visit, read.value.version), (document) => editFromForm(document, values, was, newId)),
  )
  if (!merged.ok) return refuse(c, 'form', { detail: refused[merged.reason] })
  return c.redirect(visit.path, 303)
}

/** Refuses who made more work in this minute than may be; a device waits and tries again. */
async function withinWork(c: WebContext, then: () => Promise<Response>): Promise<Response> {
  const spent = await limiterOf(c.var).get(personOf(c).id)
  if (spent === null || spent.remainingPoints > 0) return then()
  c.header('retry-after', '60')
  return refuse(c, 'too-many')
}

function editOf(c: WebContext, { place, actor }: LessonVisit, version: number) {
  const { now, services } = c.var
  const { id, name } = personOf(c)
  const spend = (work: number) => void limiterOf(c.var).penalty(id, work)
  return { ...place, number: version, actor, name, now, newId: services.newId, spend }
}

function base64(data: Uint8Array): string {
  return Buffer.from(data).toString('base64')
}
