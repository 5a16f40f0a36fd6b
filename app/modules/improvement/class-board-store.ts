import { sql } from 'kysely'
import type { Trx } from '../../platform/database/scope.ts'
import type { Record as RecordEntry } from '../../platform/journal/perform.ts'
import type { Day } from '../../platform/text/days.ts'

/** What a pass of a pupil is for. */
export function pupilsOf(boardId: string): string {
  return `board:${boardId}`
}

export interface NewClassBoard {
  readonly id: string
  readonly organisationId: string
  readonly teamId: string
  readonly name: string
  readonly endsOn: Day
  /** Gives a code that can't be foretold; asked again where it is in use. */
  readonly newCode: () => string
  readonly now: Date
}

/** Opens a board for a class, with the code that pupils join by. */
export async function openClassBoard(trx: Trx, record: RecordEntry, board: NewClassBoard): Promise<void> {
  let code = board.newCode()
  while ((await findByCode(trx, code)) !== null) code = board.newCode()
  await trx
    .insertInto('boards')
    .values({
      organisation_id: board.organisationId,
      id: board.id,
      kind: 'class',
      team_id: board.teamId,
      name: board.name,
      code,
      ends_on: board.endsOn,
      created_at: board.now,
    })
    .execute()
  record({
    action: 'board-opened',
    subject: `board:${board.id}`,
    changes: { name: [null, board.name], ends_on: [null, board.endsOn] },
  })
}

export interface BoardByCode {
  readonly organisationId: string
  readonly slug: string
  readonly boardId: string
  readonly endsOn: Day
}

/** The class board of a code, whosever it is; null where there is none. Sees that one row only. */
export async function findByCode(trx: Trx, code: string): Promise<BoardByCode | null> {
  const { rows } = await sql<{ organisation_id: string; slug: string; board_id: string; ends_on: Day }>`
    select * from class_board_by_code(${code})`.execute(trx)
  const [row] = rows
  if (row === undefined) return null
  return { organisationId: row.organisation_id, slug: row.slug, boardId: row.board_id, endsOn: row.ends_on }
}

export interface ClassBoard {
  readonly id: string
  readonly name: string
  readonly code: string
  readonly endsOn: Day
}

/** The class boards of a team that are still there, those that end first in front. */
export async function classBoardsOf(trx: Trx, organisationId: string, teamId: string): Promise<readonly ClassBoard[]> {
  const rows = await trx
    .selectFrom('boards')
    .select(['id', 'name', 'code', 'ends_on as endsOn'])
    .where('organisation_id', '=', organisationId)
    .where('team_id', '=', teamId)
    .where('kind', '=', 'class')
    .where('archived_at', 'is', null)
    .orderBy('ends_on')
    .orderBy('name')
    .execute()
  return rows.map(({ code, endsOn, ...row }) => ({ ...row, code: code ?? '', endsOn: endsOn ?? '' }))
}
