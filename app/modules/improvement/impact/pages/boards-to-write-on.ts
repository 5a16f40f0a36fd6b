import { organisationOf, type WebContext, withinScope } from '../../../../platform/web/context.ts'
import { audienceOf } from '../../board.ts'

export interface BoardToWriteOn {
  readonly id: string
  readonly team: string
  /** Of a team that they are in. */
  readonly own: boolean
}

/** The boards of teams of this school that the one who looks may write on, by name; their own first. */
export async function boardsToWriteOn(c: WebContext): Promise<readonly BoardToWriteOn[]> {
  const { visit } = c.var
  const { viewer, roles } = visit
  if (viewer.kind !== 'person') return []
  // What the routes of a board ask for; a governing body looks on.
  if (!roles.some((role) => role === 'teacher' || role === 'coach' || role === 'leader')) return []
  const rows = await withinScope(c, (trx) =>
    trx
      .selectFrom('boards')
      .innerJoin('teams', (join) =>
        join.onRef('teams.organisation_id', '=', 'boards.organisation_id').onRef('teams.id', '=', 'boards.team_id'),
      )
      .leftJoin('team_members', (join) =>
        join
          .onRef('team_members.organisation_id', '=', 'teams.organisation_id')
          .onRef('team_members.team_id', '=', 'teams.id')
          .on('team_members.user_id', '=', viewer.id),
      )
      .select(['boards.id', 'teams.name as team', 'team_members.user_id as member'])
      .where('boards.organisation_id', '=', organisationOf(c).id)
      .where('boards.kind', '=', 'improvement')
      .where('boards.archived_at', 'is', null)
      .where('teams.archived_at', 'is', null)
      .orderBy('teams.name')
      .execute(),
  )
  return rows
    .filter(({ id, member }) => audienceOf(visit, { id, kind: 'improvement' }, member !== null, null) === 'writes')
    .map(({ id, team, member }) => ({ id, team, own: member !== null }))
    .sort((a, b) => Number(b.own) - Number(a.own))
}
