import { actorOf } from '../identity/viewer.ts'
import type { FollowRequest } from '../live/live.ts'
import type { Topic } from '../live/topic.ts'
import { organisationOf, type WebContext, withinScope } from './context.ts'
import { eventStreamHeaders, openEventStream } from './event-stream.ts'
import { refuse } from './refuse.tsx'
import type { Route } from './route.ts'

/** The address at which a page follows a stream. `after` is the sequence number that the page shows. */
export function liveAddress(organisationSlug: string, stream: string, view: string, after: number): string {
  return `/live/${organisationSlug}/${stream.replace(':', '/')}?view=${view}&after=${after}`
}

/** One route a topic, so that each has its own access. */
export function liveRoutes(topics: readonly Topic[]): readonly Route[] {
  return topics.map((topic) => ({
    method: 'GET',
    path: `/live/:organisation/${topic.kind}/:id`,
    access: topic.access,
    handle: (c) => follow(c, topic),
  }))
}

async function follow(c: WebContext, topic: Topic): Promise<Response> {
  const id = c.req.param('id') ?? ''
  const organisation = organisationOf(c)
  const audience = await withinScope(c, (trx) => topic.follow(trx, c.var.visit, id))
  if (audience === null) return refuse(c, 'not-found')
  const { viewer } = c.var.visit
  // Only the headers are asked for: a stream that nobody reads would stay open.
  if (c.req.method === 'HEAD') return c.body(null, 200, eventStreamHeaders)
  const request: FollowRequest = {
    topic,
    organisation,
    id,
    audience,
    locale: c.var.locale,
    view: (c.req.query('view') ?? 'desk').slice(0, 20),
    after: sequenceIn(c.req.header('last-event-id') ?? c.req.query('after')),
    who: viewer.kind === 'nobody' ? null : { actor: actorOf(viewer), name: viewer.name },
  }
  return openEventStream(c, (sink) => c.var.services.live.follow(request, sink))
}

function sequenceIn(text: string | undefined): number {
  const sequence = Number(text ?? 0)
  return Number.isSafeInteger(sequence) && sequence >= 0 ? sequence : 0
}
