import { sql } from 'kysely'
import type { Trx } from '../../platform/database/scope.ts'
import type { FaceCounts, OpenSession } from './session.ts'

/** The session that is going on at a board, with everybody's faces counted. */
export async function findOpenSession(trx: Trx, organisationId: string, boardId: string): Promise<OpenSession | null> {
  const row = await trx
    .selectFrom('board_sessions')
    .selectAll()
    .select(
      sql<number[]>`(
        select array[count(*) filter (where face = 1), count(*) filter (where face = 2), count(*) filter (where face = 3)]::int[]
        from check_ins
        where check_ins.organisation_id = board_sessions.organisation_id and check_ins.session_id = board_sessions.id
      )`.as('phone_faces'),
    )
    .select(
      sql<string[]>`array(
        select id from actions
        where actions.organisation_id = board_sessions.organisation_id and actions.board_id = board_sessions.board_id
          and actions.created_at >= board_sessions.started_at
      )::text[]`.as('fresh_ids'),
    )
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
    plannedSeconds: row.planned_seconds,
    leaderId: row.leader_id,
    noteTakerId: row.note_taker_id,
    timekeeperId: row.timekeeper_id,
    absentIds: row.absent_ids,
    seenIds: row.seen_ids,
    freshIds: row.fresh_ids,
    focusId: row.focus_id,
    faces: { together: threeOf(row.faces), phones: threeOf(row.phone_faces) },
  }
}

function threeOf([good = 0, fair = 0, bad = 0]: readonly number[]): FaceCounts {
  return [good, fair, bad]
}
