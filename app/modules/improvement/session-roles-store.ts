import type { OpenSession, SessionRoles } from './session.ts'
import { fillRoles, type RoleName, swapRole, withoutPerson } from './session-roles.ts'
import { pastSessions, type SessionResult, type SessionWrite, updateSession, withSession } from './session-store.ts'

/** Gives a role to a person. Whoever had another role swaps with who had this one. */
export function giveRole(write: SessionWrite, role: RoleName, personId: string): Promise<SessionResult> {
  return withSession(write, (session) => {
    const absentIds = session.absentIds.filter((each) => each !== personId)
    return writeRoles(write, session, swapRole(session, role, personId), absentIds)
  })
}

/** Somebody is not there, or is after all: their roles go to whose turn it is next. */
export function markAbsent(
  write: SessionWrite,
  personId: string,
  absent: boolean,
  teamIds: readonly string[],
): Promise<SessionResult> {
  return withSession(write, async (session) => {
    const others = session.absentIds.filter((each) => each !== personId)
    const absentIds = absent ? [...others, personId] : others
    const present = teamIds.filter((each) => !absentIds.includes(each))
    const past = await pastSessions(write.trx, write.organisationId, write.boardId)
    const held = absent ? withoutPerson(session, personId) : session
    await writeRoles(write, session, fillRoles(held, present, past), absentIds)
  })
}

async function writeRoles(
  write: SessionWrite,
  session: OpenSession,
  roles: SessionRoles,
  absentIds: readonly string[],
): Promise<void> {
  await updateSession(write, session.id, {
    leader_id: roles.leaderId,
    note_taker_id: roles.noteTakerId,
    timekeeper_id: roles.timekeeperId,
    absent_ids: [...absentIds],
  })
  write.record({
    action: 'session-roles-changed',
    subject: `session:${session.id}`,
    changes: {
      leader: [session.leaderId, roles.leaderId],
      noteTaker: [session.noteTakerId, roles.noteTakerId],
      timekeeper: [session.timekeeperId, roles.timekeeperId],
    },
  })
}
