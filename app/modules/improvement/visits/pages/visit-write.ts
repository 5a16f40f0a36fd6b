import type { Trx } from '../../../../platform/database/scope.ts'
import { actorOf } from '../../../../platform/identity/viewer.ts'
import { type Performed, perform, type Record as RecordEntry } from '../../../../platform/journal/perform.ts'
import { members } from '../../../../platform/web/access.ts'
import { organisationOf, personOf, scopeOf, type WebContext, withinScope } from '../../../../platform/web/context.ts'
import type { Submission } from '../../../../platform/web/form.ts'
import { refuse } from '../../../../platform/web/refuse.tsx'
import { isUuid } from '../../board-store.ts'
import { findSeen, type Seen } from '../seen-store.ts'
import { type Visit, visitStream } from '../visit.ts'
import { findVisit, type VisitKey } from '../visit-store.ts'

/** Who can ask, come and look on: everybody who works at the school. */
export const visitMembers = members('teacher', 'coach', 'leader')

/**
 * A write that the school may know of: that a visit is asked, taken, held. Of the form only `facts` go into the
 * fingerprint of the operation; words that somebody wrote leave no trace, not even as a hash.
 */
export function performVisit<R>(
  c: WebContext,
  stream: string,
  submission: Submission,
  facts: object,
  work: (trx: Trx, record: RecordEntry) => Promise<R>,
): Promise<Performed<R>> {
  const operation = {
    organisationId: organisationOf(c).id,
    stream,
    actor: actorOf(c.var.visit.viewer),
    id: submission.id,
    content: { path: c.req.path, facts },
    at: c.var.now,
  }
  return perform(c.var.services.db, scopeOf(c), operation, work)
}

/** The stream of the visit in the path. */
export function streamOf({ id }: VisitKey): string {
  return visitStream(id)
}

/** The visit in the path, as far as the school may know it; else a page that says that it isn't there. */
export async function withVisit(
  c: WebContext,
  then: (visit: Visit, key: VisitKey) => Response | Promise<Response>,
): Promise<Response> {
  const key = keyIn(c)
  const visit = key && (await withinScope(c, (trx) => findVisit(trx, key)))
  return key && visit ? then(visit, key) : refuse(c, 'not-found')
}

/** A visit with what was seen in it, and who is asking: its receiver, its visitor, or somebody it was shared with. */
export interface OpenSeen {
  readonly visit: Visit
  readonly key: VisitKey
  readonly seen: Seen
  readonly by: 'receiver' | 'visitor' | 'reader'
}

/** As `withVisit`, for what was seen: the database answers only to whom it belongs. `gone`: there is nothing for this person. */
export async function withSeen(
  c: WebContext,
  allowed: readonly OpenSeen['by'][],
  then: (open: OpenSeen) => Response | Promise<Response>,
  gone: (visit: Visit) => Response = () => refuse(c, 'not-found'),
): Promise<Response> {
  const { id: userId } = personOf(c)
  return withVisit(c, async (visit, key) => {
    const seen = await withinScope(c, (trx) => findSeen(trx, key))
    if (seen === null) return gone(visit)
    const by = seen.receiverId === userId ? 'receiver' : seen.visitorId === userId ? 'visitor' : 'reader'
    return allowed.includes(by) ? then({ visit, key, seen, by }) : refuse(c, 'not-yours')
  })
}

function keyIn(c: WebContext): VisitKey | null {
  const id = c.req.param('visit') ?? ''
  return isUuid(id) ? { organisationId: organisationOf(c).id, id } : null
}
