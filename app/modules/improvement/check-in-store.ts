import type { Trx } from '../../platform/database/scope.ts'
import { type SessionResult, type SessionWrite, updateSession, withSession } from './session-store.ts'
import type { Face } from './tables.ts'

/**
 * One person's face. `who` is a keyed hash of person and session; a second choice takes the place of the first. The
 * journal says that somebody checked in, never with what.
 */
export function checkIn(write: SessionWrite, sessionId: string, who: string, face: Face): Promise<SessionResult> {
  return withSession(write, async (session) => {
    // An entry that waited on a phone until after the session is not one of the next session.
    if (session.id !== sessionId) return
    await write.trx
      .insertInto('check_ins')
      .values({ organisation_id: write.organisationId, session_id: sessionId, who, face })
      .onConflict((conflict) => conflict.columns(['organisation_id', 'session_id', 'who']).doUpdateSet({ face }))
      .execute()
    write.record({ action: 'check-in-given', subject: `check-in:${sessionId}` })
  })
}

/** The face that this person chose in a session that is open; null where none. */
export async function findFace(trx: Trx, organisationId: string, sessionId: string, who: string): Promise<Face | null> {
  const row = await trx
    .selectFrom('check_ins')
    .select('face')
    .where('organisation_id', '=', organisationId)
    .where('session_id', '=', sessionId)
    .where('who', '=', who)
    .executeTakeFirst()
  return row?.face ?? null
}

/** One face more or fewer, where a team counts together on one device. */
export function countFace(write: SessionWrite, face: Face, by: 1 | -1): Promise<SessionResult> {
  return withSession(write, async (session) => {
    const counted = await write.trx
      .selectFrom('board_sessions')
      .select('faces')
      .where('organisation_id', '=', write.organisationId)
      .where('id', '=', session.id)
      .executeTakeFirstOrThrow()
    const faces = counted.faces.map((count, index) => (index === face - 1 ? Math.max(0, count + by) : count))
    await updateSession(write, session.id, { faces })
    write.record({ action: 'check-in-counted', subject: `check-in:${session.id}` })
  })
}
