import type { Trx } from '../../../platform/database/scope.ts'

/** The improvement boards of the teams that somebody is in. */
export async function boardsToWriteOn(
  trx: Trx,
  organisationId: string,
  userId: string,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  return trx
    .selectFrom('boards')
    .innerJoin('team_members', (join) =>
      join
        .onRef('team_members.organisation_id', '=', 'boards.organisation_id')
        .onRef('team_members.team_id', '=', 'boards.team_id'),
    )
    .innerJoin('teams', (join) =>
      join.onRef('teams.organisation_id', '=', 'boards.organisation_id').onRef('teams.id', '=', 'boards.team_id'),
    )
    .select(['boards.id', 'teams.name'])
    .where('boards.organisation_id', '=', organisationId)
    .where('boards.kind', '=', 'improvement')
    .where('boards.archived_at', 'is', null)
    .where('team_members.user_id', '=', userId)
    .orderBy('teams.name')
    .execute()
}
