import type { SessionWrite } from '../../session-store.ts'
import type { BoardWrite } from '../board-form.ts'

/** The write of a form on a board, as the stores of the session want it. */
export function sessionWrite({
  c,
  trx,
  record,
  place,
}: Pick<BoardWrite<never>, 'c' | 'trx' | 'record' | 'place'>): SessionWrite {
  return { trx, record, organisationId: place.organisationId, boardId: place.boardId, now: c.var.now }
}

/** What ended meanwhile is no fault of who asks: the page that comes back says so. */
export const done = { ok: true } as const
export const gone = { ok: false, reason: 'no-such-card' } as const
