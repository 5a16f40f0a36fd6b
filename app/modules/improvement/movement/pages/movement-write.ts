import type { Trx } from '../../../../platform/database/scope.ts'
import type { Performed, Record as RecordEntry } from '../../../../platform/journal/perform.ts'
import { members } from '../../../../platform/web/access.ts'
import { performSubmission } from '../../../../platform/web/answer.ts'
import { organisationOf, type WebContext } from '../../../../platform/web/context.ts'
import type { Submission } from '../../../../platform/web/form.ts'
import { refuse } from '../../../../platform/web/refuse.tsx'
import { isUuid } from '../../board-store.ts'
import type { Side } from '../tables.ts'

/** Who speaks for a school or a partner to the outside: its leader. */
export const speakers = members('leader')
/** Who may look along: also those who govern the school. */
export const onlookers = members('leader', 'board', 'admin')

/** Does a write on the stream of the organisation in the path: what it shows to others is in one order. */
export function performMovement<R>(
  c: WebContext,
  submission: Submission,
  work: (trx: Trx, record: RecordEntry) => Promise<R>,
): Promise<Performed<R>> {
  return performSubmission(c, `movement:${organisationOf(c).id}`, submission, work)
}

export function movementPath(c: WebContext): string {
  return `/s/${organisationOf(c).slug}/movement`
}

/** The id in the path; null where it can't be one. */
export function idIn(c: WebContext, name: 'story' | 'afternoon' | 'booking'): string | null {
  const id = c.req.param(name) ?? ''
  return isUuid(id) ? id : null
}

/** Only for organisations of that kind; the page is not there for others. */
export async function asSide(c: WebContext, side: Side, then: () => Promise<Response>): Promise<Response> {
  return organisationOf(c).kind === side ? then() : refuse(c, 'not-found')
}
