import { type ExpressionBuilder, sql } from 'kysely'
import { jsonObjectFrom } from 'kysely/helpers/postgres'
import type { Schema } from '../../platform/database/schema.ts'
import type { Trx } from '../../platform/database/scope.ts'
import type { FaceCounts, OpenSession } from './session.ts'

/** The session that is going on at a board, with everybody's faces counted; `openSessionOf` reads it. */
export function openSession(eb: ExpressionBuilder<Schema, never>, organisationId: string, boardId: string) {
  return jsonObjectFrom(
    eb
      .selectFrom('board_sessions')
      .select([
        'id',
        'code',
        'started_at as startedAt',
        'step',
        'step_started_at as stepStartedAt',
        'step_seconds as stepSeconds',
        'planned_seconds as plannedSeconds',
        'leader_id as leaderId',
        'note_taker_id as noteTakerId',
        'timekeeper_id as timekeeperId',
        'absent_ids as absentIds',
        'seen_ids as seenIds',
        'focus_id as focusId',
        'faces',
      ])
      .select(
        sql<number[]>`(
          select array[count(*) filter (where face = 1), count(*) filter (where face = 2), count(*) filter (where face = 3)]::int[]
          from check_ins
          where check_ins.organisation_id = board_sessions.organisation_id and check_ins.session_id = board_sessions.id
        )`.as('phoneFaces'),
      )
      .select(
        sql<string[]>`array(
          select id from actions
          where actions.organisation_id = board_sessions.organisation_id and actions.board_id = board_sessions.board_id
            and actions.created_at >= board_sessions.started_at
        )`.as('freshIds'),
      )
      .where('organisation_id', '=', organisationId)
      .where('board_id', '=', boardId)
      .where('ended_at', 'is', null),
  )
}

type SessionRow = Omit<OpenSession, 'startedAt' | 'stepStartedAt' | 'faces'> & {
  // Kysely types them as Date; JSON hands them over as text.
  readonly startedAt: Date | string
  readonly stepStartedAt: Date | string
  readonly faces: readonly number[]
  readonly phoneFaces: readonly number[]
}

export function openSessionOf(row: SessionRow | null): OpenSession | null {
  if (row === null) return null
  const { startedAt, stepStartedAt, faces, phoneFaces, ...session } = row
  return {
    ...session,
    startedAt: new Date(startedAt).toISOString(),
    stepStartedAt: new Date(stepStartedAt).toISOString(),
    faces: { together: threeOf(faces), phones: threeOf(phoneFaces) },
  }
}

export async function findOpenSession(trx: Trx, organisationId: string, boardId: string): Promise<OpenSession | null> {
  const { session } = await trx
    .selectNoFrom((eb) => openSession(eb, organisationId, boardId).as('session'))
    .executeTakeFirstOrThrow()
  return openSessionOf(session)
}

function threeOf([good = 0, fair = 0, bad = 0]: readonly number[]): FaceCounts {
  return [good, fair, bad]
}
