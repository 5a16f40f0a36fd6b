import { actorOf } from '../../../../platform/identity/viewer.ts'
import { perform } from '../../../../platform/journal/perform.ts'
import { anyMember } from '../../../../platform/web/access.ts'
import { organisationOf, scopeOf, type WebContext, withinScope } from '../../../../platform/web/context.ts'
import { refuse } from '../../../../platform/web/refuse.tsx'
import type { Route } from '../../../../platform/web/route.ts'
import { boardPath } from '../../board.ts'
import { ensureTeamBoard, findTeamBoard, type TeamBoard } from '../../board-store.ts'
import { findTeam, type Team } from '../../team-store.ts'

/** Leads from a team to its boards. Each is made when somebody first asks for it. */
export const teamBoardRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/s/:organisation/teams/:team/board',
    access: anyMember,
    handle: (c) => toBoard(c, 'improvement'),
  },
  {
    method: 'GET',
    path: '/s/:organisation/teams/:team/organisation',
    access: anyMember,
    handle: (c) => toBoard(c, 'organisational'),
  },
]

async function toBoard(c: WebContext, kind: TeamBoard['kind']): Promise<Response> {
  const team = await teamIn(c)
  if (team === null) return refuse(c, 'not-found')
  return c.redirect(boardPath(organisationOf(c).slug, await teamBoardOf(c, team, kind)), 302)
}

/** The team in the path; null where the school has none of that name. */
export function teamIn(c: WebContext): Promise<Team | null> {
  const { viewer } = c.var.visit
  const userId = viewer.kind === 'person' ? viewer.id : null
  return withinScope(c, (trx) => findTeam(trx, organisationOf(c).id, c.req.param('team') ?? '', userId))
}

/** The id of the team's board of a kind. */
export async function teamBoardOf(c: WebContext, team: Team, kind: TeamBoard['kind']): Promise<string> {
  const { services, visit, now } = c.var
  const board: TeamBoard = { organisationId: organisationOf(c).id, teamId: team.id, kind }
  const before = await withinScope(c, (trx) => findTeamBoard(trx, board))
  if (before !== null) return before
  const id = services.newId()
  const operation = {
    organisationId: board.organisationId,
    stream: `team:${team.id}`,
    actor: actorOf(visit.viewer),
    id,
    content: board,
    at: now,
  }
  const { result } = await perform(services.db, scopeOf(c), operation, async (trx, record) => {
    const found = await ensureTeamBoard(trx, { ...board, name: team.name, newId: id, now })
    if (found === id) record({ action: 'board-opened', subject: `board:${id}` })
    return found
  })
  return result
}
