import type { Trx } from '../../../../platform/database/scope.ts'

/** The people of a team, in the order of their names. */
export async function teamIdsOf(trx: Trx, organisationId: string, teamId: string): Promise<readonly string[]> {
  const rows = await trx
    .selectFrom('team_members')
    .innerJoin('users', 'users.id', 'team_members.user_id')
    .select('users.id')
    .where('team_members.organisation_id', '=', organisationId)
    .where('team_members.team_id', '=', teamId)
    .orderBy('users.name')
    .orderBy('users.id')
    .execute()
  return rows.map((row) => row.id)
}
