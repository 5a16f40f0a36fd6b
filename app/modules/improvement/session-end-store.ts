import type { Trx } from '../../platform/database/scope.ts'
import { amsterdamDay, mondayOf } from '../../platform/text/days.ts'
import { findOpenSession } from './open-session-store.ts'
import { openFaces } from './session.ts'
import { type Agreed, type ClosedAction, inTurn } from './session-agreed.ts'
import type { SessionWrite } from './session-store.ts'

/** A session is closed by the clock when nobody has done so for this long. */
const forgottenAfterHours = 3

export type EndResult =
  | { readonly ok: true; readonly sessionId: string; readonly agreed: Agreed }
  | { readonly ok: false; readonly reason: 'no-session' }

/**
 * Ends the session: keeps what was agreed and how many chose each face (as far as it may be shown), and deletes
 * who chose what.
 */
export async function endSession(write: SessionWrite, endedBy: 'team' | 'clock'): Promise<EndResult> {
  const { trx, record, organisationId, boardId, now } = write
  const session = await findOpenSession(trx, organisationId, boardId)
  if (session === null) return { ok: false, reason: 'no-session' }
  const agreed = await loadAgreed(trx, organisationId, boardId, session, now)
  await trx
    .deleteFrom('check_ins')
    .where('organisation_id', '=', organisationId)
    .where('session_id', '=', session.id)
    .execute()
  await trx
    .updateTable('board_sessions')
    .set({
      ended_at: now,
      ended_by: endedBy,
      faces: [...openFaces(session.faces)],
      focus_id: null,
      agreed: JSON.stringify(agreed),
    })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', session.id)
    .execute()
  record({ action: 'session-ended', subject: `session:${session.id}` })
  return { ok: true, sessionId: session.id, agreed }
}

/** What the session has come to so far. */
export async function loadAgreed(
  trx: Trx,
  organisationId: string,
  boardId: string,
  session: { readonly startedAt: string; readonly seenIds: readonly string[] },
  now: Date,
): Promise<Agreed> {
  const started = new Date(session.startedAt)
  const actions = await trx
    .selectFrom('actions')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('board_id', '=', boardId)
    .where('removed_at', 'is', null)
    .where((or) => or.or([or('state', '=', 'open'), or('state_at', '>=', started)]))
    .execute()
  const readings = await trx
    .selectFrom('readings')
    .innerJoin('goals', (join) =>
      join.onRef('goals.organisation_id', '=', 'readings.organisation_id').onRef('goals.id', '=', 'readings.goal_id'),
    )
    .select(['goals.effect', 'readings.value', 'readings.out_of as outOf'])
    .where('readings.organisation_id', '=', organisationId)
    .where('goals.board_id', '=', boardId)
    .where('readings.removed_at', 'is', null)
    .where('readings.created_at', '>=', started)
    .orderBy('readings.created_at')
    .execute()
  const successes = await trx
    .selectFrom('successes')
    .select(['description', 'by_name as byName'])
    .where('organisation_id', '=', organisationId)
    .where('board_id', '=', boardId)
    .where('removed_at', 'is', null)
    .where('created_at', '>', await previousEnd(trx, organisationId, boardId, started))
    .orderBy('created_at')
    .execute()
  const plans = await trx
    .selectFrom('plans')
    .select(['description', 'by_name as byName'])
    .where('organisation_id', '=', organisationId)
    .where('board_id', '=', boardId)
    .where('removed_at', 'is', null)
    .where('week', '>', mondayOf(amsterdamDay(now)))
    .orderBy('week')
    .orderBy('created_at')
    .execute()
  const open = inTurn(
    actions
      .filter((action) => action.state === 'open')
      .map((action) => ({
        id: action.id,
        description: action.description,
        dueOn: action.due_on,
        ownerIds: action.owner_ids,
        ownerNames: action.owner_names,
        everyone: action.everyone,
        fresh: action.created_at >= started,
      })),
  )
  const closed = actions.flatMap((action): readonly ClosedAction[] =>
    action.state === 'open'
      ? []
      : [{ id: action.id, description: action.description, state: action.state, reason: action.state_reason }],
  )
  const unseenIds = open.filter((action) => !action.fresh && !session.seenIds.includes(action.id)).map(({ id }) => id)
  return { actions: open, closed, unseenIds, readings, successes, plans }
}

/** When the session before ended: what was a success since then is one of this session. A week at the most. */
async function previousEnd(trx: Trx, organisationId: string, boardId: string, started: Date): Promise<Date> {
  const weekBefore = new Date(started.getTime() - 7 * 24 * 3600_000)
  const row = await trx
    .selectFrom('board_sessions')
    .select((eb) => eb.fn.max('ended_at').as('endedAt'))
    .where('organisation_id', '=', organisationId)
    .where('board_id', '=', boardId)
    .where('ended_at', '<=', started)
    .executeTakeFirst()
  const endedAt = row?.endedAt ?? null
  return endedAt !== null && endedAt > weekBefore ? endedAt : weekBefore
}

export interface ForgottenSession {
  readonly organisationId: string
  readonly organisationSlug: string
  readonly boardId: string
  /** The board is of a team, which gets what was agreed by mail. */
  readonly mails: boolean
}

/** The sessions of all organisations that were left open. Runs as the system. */
export async function findForgotten(trx: Trx, now: Date): Promise<readonly ForgottenSession[]> {
  const rows = await trx
    .selectFrom('board_sessions')
    .innerJoin('organisations', 'organisations.id', 'board_sessions.organisation_id')
    .innerJoin('boards', (join) =>
      join
        .onRef('boards.organisation_id', '=', 'board_sessions.organisation_id')
        .onRef('boards.id', '=', 'board_sessions.board_id'),
    )
    .select([
      'board_sessions.organisation_id as organisationId',
      'organisations.slug as organisationSlug',
      'board_sessions.board_id as boardId',
      'boards.kind',
    ])
    .where('board_sessions.ended_at', 'is', null)
    .where('board_sessions.started_at', '<', new Date(now.getTime() - forgottenAfterHours * 3600_000))
    .execute()
  return rows.map(({ kind, ...session }) => ({ ...session, mails: kind !== 'class' }))
}
