import type { ExpressionBuilder } from 'kysely'
import { jsonObjectFrom } from 'kysely/helpers/postgres'
import type { Schema } from '../../platform/database/schema.ts'
import type { Trx } from '../../platform/database/scope.ts'
import type { Visit } from '../../platform/identity/viewer.ts'
import { type Audience, audienceOf, type Board } from './board.ts'

export interface OpenBoard {
  readonly board: Board
  readonly audience: Audience
}

export interface BoardFor {
  readonly organisationId: string
  readonly boardId: string
  /** Who asks, where that is a person. */
  readonly userId: string | null
}

/** The board and what decides on who may use it, in the shape that `openBoardOf` reads. */
export function boardFor(eb: ExpressionBuilder<Schema, never>, { organisationId, boardId, userId }: BoardFor) {
  return eb
    .selectFrom('boards')
    .innerJoin('teams', (join) =>
      join.onRef('teams.organisation_id', '=', 'boards.organisation_id').onRef('teams.id', '=', 'boards.team_id'),
    )
    .select((inner) => [
      'boards.id',
      'boards.kind',
      'boards.name',
      'boards.team_id as teamId',
      'boards.code',
      'boards.ends_on as endsOn',
      'teams.name as teamName',
      'teams.slug as teamSlug',
      inner
        .exists(
          inner
            .selectFrom('team_members')
            .select('user_id')
            .whereRef('team_members.organisation_id', '=', 'boards.organisation_id')
            .whereRef('team_members.team_id', '=', 'boards.team_id')
            .where('team_members.user_id', '=', userId),
        )
        .as('isTeamMember'),
      inner
        .selectFrom('board_sessions')
        .select('board_sessions.id')
        .whereRef('board_sessions.organisation_id', '=', 'boards.organisation_id')
        .whereRef('board_sessions.board_id', '=', 'boards.id')
        .where('board_sessions.ended_at', 'is', null)
        .as('openSessionId'),
    ])
    .where('boards.organisation_id', '=', organisationId)
    .where('boards.id', '=', boardId)
    .where('boards.archived_at', 'is', null)
}

interface FoundBoard extends Board {
  readonly isTeamMember: unknown
  readonly openSessionId: string | null
}

/** What this visitor may do with a board that was found; null where that is nothing. */
export function openBoardOf(visit: Visit, found: FoundBoard | null | undefined): OpenBoard | null {
  if (found === null || found === undefined) return null
  const { isTeamMember, openSessionId, ...board } = found
  const audience = audienceOf(visit, board, Boolean(isTeamMember), openSessionId)
  return audience === null ? null : { board, audience }
}

/** The board, with what this visitor may do on it; null where there is none in scope or the visitor may not see it. */
export async function findBoard(trx: Trx, visit: Visit, boardId: string): Promise<OpenBoard | null> {
  if (!isUuid(boardId)) return null
  const { viewer, organisation } = visit
  const userId = viewer.kind === 'person' ? viewer.id : null
  const asked = { organisationId: organisation?.id ?? '', boardId, userId }
  const { board } = await trx
    .selectNoFrom((eb) => jsonObjectFrom(boardFor(eb, asked)).as('board'))
    .executeTakeFirstOrThrow()
  return openBoardOf(visit, board)
}

/** The board itself, for work that was let in already. */
export async function findBoardOf(trx: Trx, organisationId: string, boardId: string): Promise<Board | null> {
  const row = await trx
    .selectFrom('boards')
    .innerJoin('teams', (join) =>
      join.onRef('teams.organisation_id', '=', 'boards.organisation_id').onRef('teams.id', '=', 'boards.team_id'),
    )
    .select([
      'boards.id',
      'boards.kind',
      'boards.name',
      'team_id as teamId',
      'code',
      'ends_on as endsOn',
      'teams.name as teamName',
      'teams.slug as teamSlug',
    ])
    .where('boards.organisation_id', '=', organisationId)
    .where('boards.id', '=', boardId)
    .executeTakeFirst()
  return row ?? null
}

export interface TeamBoard {
  readonly organisationId: string
  readonly teamId: string
  readonly kind: 'improvement' | 'organisational'
}

/** The team's board of a kind; null where nobody asked for it yet. */
export async function findTeamBoard(trx: Trx, { organisationId, teamId, kind }: TeamBoard): Promise<string | null> {
  const row = await trx
    .selectFrom('boards')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('team_id', '=', teamId)
    .where('kind', '=', kind)
    .executeTakeFirst()
  return row?.id ?? null
}

/** The team's board of a kind, made where there is none. Whoever comes second finds the first one's. */
export async function ensureTeamBoard(
  trx: Trx,
  board: TeamBoard & { readonly name: string; readonly newId: string; readonly now: Date },
): Promise<string> {
  const before = await findTeamBoard(trx, board)
  if (before !== null) return before
  await trx
    .insertInto('boards')
    .values({
      organisation_id: board.organisationId,
      id: board.newId,
      kind: board.kind,
      team_id: board.teamId,
      name: board.name,
      created_at: board.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return (await findTeamBoard(trx, board)) ?? board.newId
}

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Ids in addresses are checked before they reach a query: an id of another form is of nothing. */
export function isUuid(text: string): boolean {
  return uuidPattern.test(text)
}
