import type { Trx } from '../../platform/database/scope.ts'
import type { OpenSession } from './session.ts'

/** The session that is going on at a board. */
export async function findOpenSession(trx: Trx, organisationId: string, boardId: string): Promise<OpenSession | null> {
  const row = await trx
    .selectFrom('board_sessions')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('board_id', '=', boardId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (row === undefined) return null
  return {
    id: row.id,
    code: row.code,
    startedAt: row.started_at.toISOString(),
    step: row.step,
    stepStartedAt: row.step_started_at.toISOString(),
    stepSeconds: row.step_seconds,
    leaderId: row.leader_id,
    noteTakerId: row.note_taker_id,
    timekeeperId: row.timekeeper_id,
  }
}
