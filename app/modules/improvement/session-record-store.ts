import type { Trx } from '../../platform/database/scope.ts'
import { isUuid } from './board-store.ts'
import type { Colleague } from './cards.ts'
import type { SessionRoles } from './session.ts'
import type { Agreed } from './session-agreed.ts'

/** A session that has ended. */
export interface SessionRecord extends SessionRoles {
  readonly id: string
  readonly startedAt: Date
  readonly endedAt: Date
  readonly endedBy: 'team' | 'clock' | null
  readonly faces: readonly number[]
  /** Null where nothing was kept of it. */
  readonly agreed: Agreed | null
}

const longestList = 200

/** The sessions of a board that have ended, newest first. */
export async function listSessions(
  trx: Trx,
  organisationId: string,
  boardId: string,
): Promise<readonly SessionRecord[]> {
  return records(trx, organisationId, boardId).limit(longestList).execute()
}

/** One of them; `last` is the newest. Null where there is none. */
export async function findSession(
  trx: Trx,
  organisationId: string,
  boardId: string,
  session: string,
): Promise<SessionRecord | null> {
  if (session !== 'last' && !isUuid(session)) return null
  const query = records(trx, organisationId, boardId)
  const row = await (session === 'last' ? query : query.where('id', '=', session)).limit(1).executeTakeFirst()
  return row ?? null
}

function records(trx: Trx, organisationId: string, boardId: string) {
  return trx
    .selectFrom('board_sessions')
    .select([
      'id',
      'started_at as startedAt',
      'ended_at as endedAt',
      'ended_by as endedBy',
      'faces',
      'agreed',
      'leader_id as leaderId',
      'note_taker_id as noteTakerId',
      'timekeeper_id as timekeeperId',
    ])
    .$narrowType<{ endedAt: Date }>()
    .where('organisation_id', '=', organisationId)
    .where('board_id', '=', boardId)
    .where('ended_at', 'is not', null)
    .orderBy('started_at', 'desc')
}

/** People by id, also who is no longer in the team: as far as this organisation may know their names. */
export async function peopleOf(trx: Trx, ids: readonly string[]): Promise<readonly Colleague[]> {
  if (ids.length === 0) return []
  return trx
    .selectFrom('users')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(ids)])
    .orderBy('name')
    .execute()
}

/** Everybody who is named in what a session came to. */
export function idsIn(session: Pick<SessionRecord, 'agreed'> & SessionRoles): readonly string[] {
  const owners = session.agreed?.actions.flatMap((action) => action.ownerIds) ?? []
  return [...owners, session.leaderId, session.noteTakerId, session.timekeeperId].filter((id) => id !== null)
}
