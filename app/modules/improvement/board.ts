import type { Visit } from '../../platform/identity/viewer.ts'
import type { BoardKind } from './tables.ts'

export interface Board {
  readonly id: string
  readonly kind: BoardKind
  readonly name: string
  readonly teamId: string
  readonly teamName: string
  /** The team's name in addresses; see `teamBoardPath`. */
  readonly teamSlug: string
  readonly code: string | null
  readonly endsOn: string | null
}

/** The stream of a board: its cards, its sessions, its evaluations. */
export function boardStream(boardId: string): string {
  return `board:${boardId}`
}

export function boardPath(organisationSlug: string, boardId: string): string {
  return `/s/${organisationSlug}/boards/${boardId}`
}

/** Leads to a board of a team, by the team's name in addresses; the board is made when it is first asked for. */
export function teamBoardPath(
  organisationSlug: string,
  teamSlug: string,
  board: 'board' | 'organisation' | 'classes' = 'board',
): string {
  return `/s/${organisationSlug}/teams/${teamSlug}/${board}`
}

/** The page of one card of a board, or of a new one (`new`): `cardPath(path, 'goals', id)`. */
export function cardPath(path: string, table: 'goals' | 'actions' | 'successes' | 'plans', id: string): string {
  return `${path}/${table}/${id}`
}

/**
 * What a visitor may do with a board: `writes` makes and changes every card, `adds` (a pupil) makes successes and plans
 * and ticks actions, `reads` looks on.
 */
export type Audience = 'writes' | 'adds' | 'reads'

/** Whether somebody with this audience may do what is asked of `needed`. */
export function mayWrite(audience: Audience, needed: 'writes' | 'adds'): boolean {
  return audience === 'writes' || audience === needed
}

/**
 * The team writes, and so do coach and leader; the rest of the school and its governing body look on. A guest writes on
 * the board of the session that the pass is for, and a pupil adds to the class board of theirs.
 */
export function audienceOf(
  visit: Visit,
  board: Pick<Board, 'id' | 'kind'>,
  isTeamMember: boolean,
  openSessionId: string | null,
): Audience | null {
  const { viewer, roles } = visit
  if (viewer.kind === 'guest') {
    if (viewer.guestKind === 'session') return viewer.about === `session:${openSessionId}` ? 'writes' : null
    return board.kind === 'class' && viewer.about === `board:${board.id}` ? 'adds' : null
  }
  if (viewer.kind === 'nobody' || roles.length === 0) return null
  if (isTeamMember || roles.includes('leader') || roles.includes('coach')) return 'writes'
  return 'reads'
}

/** Fewer or more people than this make a team board work less well (leerKRACHT): a remark, never a block. */
export const teamSizes = { fewest: 6, most: 10 } as const
