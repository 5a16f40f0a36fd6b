import type { Updateable } from 'kysely'
import type { Trx } from '../../platform/database/scope.ts'
import type { Record as RecordEntry } from '../../platform/journal/perform.ts'
import { findOpenSession } from './open-session-store.ts'
import type { OpenSession, SessionRoles } from './session.ts'
import { proposeRoles } from './session-roles.ts'
import { planFor, usualSeconds } from './session-timer.ts'
import type { BoardSessionTable } from './tables.ts'

/** One write to the session of a board, inside its operation. */
export interface SessionWrite {
  readonly trx: Trx
  readonly record: RecordEntry
  readonly organisationId: string
  readonly boardId: string
  readonly now: Date
}

export type SessionResult = { readonly ok: true } | { readonly ok: false; readonly reason: 'no-session' }

/** Does something with the session that is open; refuses when it has ended meanwhile. */
export async function withSession(
  write: SessionWrite,
  work: (session: OpenSession) => Promise<void>,
): Promise<SessionResult> {
  const session = await findOpenSession(write.trx, write.organisationId, write.boardId)
  if (session === null) return { ok: false, reason: 'no-session' }
  await work(session)
  return { ok: true }
}

/** Writes columns of one session. */
export async function updateSession(
  { trx, organisationId }: Pick<SessionWrite, 'trx' | 'organisationId'>,
  sessionId: string,
  values: Updateable<BoardSessionTable>,
): Promise<void> {
  await trx
    .updateTable('board_sessions')
    .set(values)
    .where('organisation_id', '=', organisationId)
    .where('id', '=', sessionId)
    .execute()
}

export interface StartSession {
  /** Id of the operation, and so of the session. */
  readonly id: string
  /** The team, in its order. */
  readonly teamIds: readonly string[]
  /** How long it should take; left out: as long as the time before. */
  readonly minutes?: number | undefined
  readonly newCode: () => string
}

/** Starts a session, or joins the one that is open at this board. Returns its id. */
export async function startSession(write: SessionWrite, start: StartSession): Promise<string> {
  const { trx, record, organisationId, boardId, now } = write
  const open = await findOpenSession(trx, organisationId, boardId)
  if (open !== null) return open.id
  const past = await pastSessions(trx, organisationId, boardId)
  const planned = start.minutes === undefined ? (past[0]?.plannedSeconds ?? usualSeconds) : planFor(start.minutes)
  const roles = proposeRoles(start.teamIds, past)
  for (let attempt = 0; attempt < 5; attempt++) {
    const made = await trx
      .insertInto('board_sessions')
      .values({
        organisation_id: organisationId,
        id: start.id,
        board_id: boardId,
        code: start.newCode(),
        started_at: now,
        step_started_at: now,
        step_seconds: [...planned],
        planned_seconds: [...planned],
        leader_id: roles.leaderId,
        note_taker_id: roles.noteTakerId,
        timekeeper_id: roles.timekeeperId,
      })
      // Another team has this code just now: take another one.
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (made === undefined) continue
    record({ action: 'session-started', subject: `session:${start.id}` })
    return start.id
  }
  throw new Error('No code was free in five attempts.')
}

export interface PastSession extends SessionRoles {
  readonly startedAt: Date
  readonly plannedSeconds: readonly number[]
}

/** As far back as roles are remembered: a school year of weekly sessions. */
const rememberedSessions = 40

/** The sessions of a board that have ended, newest first: who had which role, and what time was planned. */
export async function pastSessions(trx: Trx, organisationId: string, boardId: string): Promise<readonly PastSession[]> {
  const rows = await trx
    .selectFrom('board_sessions')
    .select([
      'started_at as startedAt',
      'planned_seconds as plannedSeconds',
      'leader_id as leaderId',
      'note_taker_id as noteTakerId',
      'timekeeper_id as timekeeperId',
    ])
    .where('organisation_id', '=', organisationId)
    .where('board_id', '=', boardId)
    .where('ended_at', 'is not', null)
    .orderBy('started_at', 'desc')
    .limit(rememberedSessions)
    .execute()
  return rows
}
