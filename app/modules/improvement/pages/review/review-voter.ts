import { createHmac } from 'node:crypto'
import type { Trx } from '../../../../platform/database/scope.ts'
import { actorOf } from '../../../../platform/identity/viewer.ts'
import type { WebContext } from '../../../../platform/web/context.ts'
import type { ReviewPlace } from '../../review-writes.ts'

/** Names a voter of one pulse without telling who: keyed, so that a copy of the table can't be searched by ids. */
export function voterOf(c: WebContext, { periodId, teamId }: ReviewPlace): string {
  const { settings } = c.var.services
  return createHmac('sha256', settings.secret)
    .update(`pulse ${periodId} ${teamId} ${actorOf(c.var.visit.viewer)}`)
    .digest('hex')
}

export async function hasAnswered(trx: Trx, c: WebContext, place: ReviewPlace): Promise<boolean> {
  const row = await trx
    .selectFrom('pulse_voters')
    .select('voter')
    .where('organisation_id', '=', place.organisationId)
    .where('period_id', '=', place.periodId)
    .where('team_id', '=', place.teamId)
    .where('voter', '=', voterOf(c, place))
    .executeTakeFirst()
  return row !== undefined
}

/** Only the team itself answers a pulse: not the leader who looks on, not a guest. */
export async function isTeamMember(trx: Trx, c: WebContext, place: ReviewPlace): Promise<boolean> {
  const { viewer } = c.var.visit
  if (viewer.kind !== 'person') return false
  const row = await trx
    .selectFrom('team_members')
    .select('user_id')
    .where('organisation_id', '=', place.organisationId)
    .where('team_id', '=', place.teamId)
    .where('user_id', '=', viewer.id)
    .executeTakeFirst()
  return row !== undefined
}
