import { amsterdamDay } from '../../../../platform/text/days.ts'
import { organisationOf, type WebContext, withinScope } from '../../../../platform/web/context.ts'
import type { OpenBoard } from '../../board-store.ts'
import { findBoard } from '../../board-store.ts'
import { loadReview, periodsUntil, type Review, type ReviewPeriod } from '../../review-store.ts'
import type { ReviewPlace } from '../../review-writes.ts'

/** A review as a request finds it: the board, what the visitor may do there, the period and the one before. */
export interface OpenReview extends OpenBoard {
  readonly place: ReviewPlace
  readonly review: Review
  /** The period before this one, with what the team wrote then; null for the first. */
  readonly previous: Review | null
  /** The period that kept goals go on in; null where none is planned yet. */
  readonly next: ReviewPeriod | null
}

/** Finds board and period of the path; null where either is not there for this visitor. */
export function findReview(c: WebContext): Promise<OpenReview | null> {
  return withinScope(c, async (trx) => {
    const open = await findBoard(trx, c.var.visit, c.req.param('board') ?? '')
    if (open === null || open.board.kind !== 'improvement') return null
    const organisationId = organisationOf(c).id
    const periods = await periodsUntil(trx, organisationId, amsterdamDay(c.var.now))
    const at = periods.findIndex((period) => period.id === c.req.param('period'))
    const period = periods[at]
    if (period === undefined) return null
    const place = { organisationId, boardId: open.board.id, teamId: open.board.teamId, periodId: period.id }
    const review = await loadReview(trx, place)
    if (review === null) return null
    const before = periods[at + 1]
    const previous = before === undefined ? null : await loadReview(trx, { ...place, periodId: before.id })
    const next = await trx
      .selectFrom('periods')
      .select([
        'id',
        'number',
        'school_year as schoolYear',
        'starts_on as startsOn',
        'ends_on as endsOn',
        'theme',
        'stage',
      ])
      .where('organisation_id', '=', organisationId)
      .where('starts_on', '>', period.endsOn)
      .orderBy('starts_on')
      .executeTakeFirst()
    return { ...open, place, review, previous, next: next ?? null }
  })
}

export function reviewPath(boardPath: string, periodId: string): string {
  return `${boardPath}/periods/${periodId}`
}
