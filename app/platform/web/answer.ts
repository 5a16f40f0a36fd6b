import type { Trx } from '../database/scope.ts'
import { actorOf } from '../identity/viewer.ts'
import type { Performed } from '../journal/perform.ts'
import { type Operation, perform, type Record } from '../journal/perform.ts'
import { organisationOf, scopeOf, type WebContext } from './context.ts'
import type { Submission } from './form.ts'
import { turboStream } from './page.tsx'
import { wantsData } from './refuse.tsx'

/**
 * Does a write that came by a form, on a stream of the organisation in the path. See `perform`. `actor` is who asks; give
 * another name for what must not say who did it, such as an anonymous answer: the same for every try of the same person.
 */
export function performSubmission<R>(
  c: WebContext,
  stream: string,
  submission: Submission,
  work: (trx: Trx, record: Record) => Promise<R>,
  actor: string = actorOf(c.var.visit.viewer),
): Promise<Performed<R>> {
  const operation: Operation = {
    organisationId: organisationOf(c).id,
    stream,
    actor,
    id: submission.id,
    content: { path: c.req.path, values: submission.values },
    at: c.var.now,
  }
  return perform(c.var.services.db, scopeOf(c), operation, work)
}

export interface AnswerTo {
  /** Where a browser without script goes on, with the thing it changed as fragment (`#action-…`). */
  readonly to: string
  readonly stream: string
  /** Which of the page's views asks; `desk` where nothing is said. */
  readonly view?: string
}

/**
 * Answers a write: fragments of what changed for a script (everybody else gets the same over the live stream), and a
 * redirect for a browser without one. A repeat is answered alike.
 */
export async function answerChange(
  c: WebContext,
  performed: Performed<unknown>,
  { to, stream, view }: AnswerTo,
): Promise<Response> {
  if (!wantsData(c)) return c.redirect(to, 303)
  const { live } = c.var.services
  const at = stream.indexOf(':')
  const [kind, id] = [stream.slice(0, at), stream.slice(at + 1)]
  const topic = live.topics.get(kind)
  const organisation = organisationOf(c)
  if (topic === undefined || performed.entries.length === 0) return turboStream(c, '')
  const audience = await c.var.services.db.run(scopeOf(c), (trx) => topic.follow(trx, c.var.visit, id))
  if (audience === null) return turboStream(c, '')
  const { locale, now } = c.var
  const entries = performed.entries
  return turboStream(
    c,
    await live.render(topic, { organisation, id, entries, now, locale, audience, view: view ?? viewOf(c) }),
  )
}

function viewOf(c: WebContext): string {
  return c.req.header('x-view') ?? 'desk'
}
