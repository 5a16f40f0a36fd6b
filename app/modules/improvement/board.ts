import type { Visit } from '../../platform/identity/viewer.ts'
import type { BoardKind } from './tables.ts'

export interface Board {
  readonly id: string
  readonly kind: BoardKind
  readonly name: string
  readonly teamId: string
  readonly teamName: string
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

/** What a visitor may do with a board: `writes` changes cards, `reads` looks on. */
export type Audience = 'writes' | 'reads'

/**
 * The team writes, and so do coach and leader; the rest of the school and its governing body look on. A guest writes on
 * the board of the session that the pass is for, and a pupil on the class board.
 */
export function audienceOf(
  visit: Visit,
  board: Board,
  isTeamMember: boolean,
  openSessionId: string | null,
): Audience | null {
  const { viewer, roles } = visit
  if (viewer.kind === 'guest') {
    const about = viewer.guestKind === 'session' ? `session:${openSessionId}` : `board:${board.id}`
    return viewer.about === about ? 'writes' : null
  }
  if (viewer.kind === 'nobody' || roles.length === 0) return null
  if (isTeamMember || roles.includes('leader') || roles.includes('coach')) return 'writes'
  return 'reads'
}
