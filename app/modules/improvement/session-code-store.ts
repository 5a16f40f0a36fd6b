import type { Database } from '../../platform/database/database.ts'
import { system } from '../../platform/database/scope.ts'
import type { Viewer } from '../../platform/identity/viewer.ts'

/** The session that a code opens, or opened last. */
export interface CodedSession {
  readonly organisationId: string
  readonly slug: string
  readonly sessionId: string
  readonly boardId: string
  readonly boardName: string
  readonly ended: boolean
}

/** Looks a code up for somebody of whom nothing is known yet. */
export async function findByCode(db: Database, code: string): Promise<CodedSession | null> {
  const { rows } = await db.query('select * from session_by_code($1)', [code])
  // The function session_by_code() is declared with these columns in migrations/0003-sessions.ts.
  const row = rows[0] as
    | {
        organisation_id: string
        slug: string
        session_id: string
        board_id: string
        board_name: string
        ended_at: Date | null
      }
    | undefined
  if (row === undefined) return null
  return {
    organisationId: row.organisation_id,
    slug: row.slug,
    sessionId: row.session_id,
    boardId: row.board_id,
    boardName: row.board_name,
    ended: row.ended_at !== null,
  }
}

/** Whether somebody signed in belongs to an organisation or to its governing body: then no pass is needed. */
export async function belongsTo(db: Database, viewer: Viewer, organisationId: string): Promise<boolean> {
  if (viewer.kind !== 'person') return false
  // As the system: the address of a code names no organisation, so there is no scope yet.
  const row = await db.run(system, (trx) =>
    trx
      .selectFrom('memberships')
      .innerJoin('organisations', (join) => join.on('organisations.id', '=', organisationId))
      .select('memberships.user_id')
      .where('memberships.user_id', '=', viewer.id)
      .where((or) =>
        or.or([
          or('memberships.organisation_id', '=', organisationId),
          or('memberships.organisation_id', '=', or.ref('organisations.parent_id')),
        ]),
      )
      .limit(1)
      .executeTakeFirst(),
  )
  return row !== undefined
}
