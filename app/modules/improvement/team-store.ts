import type { Trx } from '../../platform/database/scope.ts'
import type { Day } from '../../platform/text/days.ts'

export interface Team {
  readonly id: string
  readonly slug: string
  readonly name: string
  /** Whether the person who asks is in it. */
  readonly isMember: boolean
}

/** The team with this name in addresses; null where the school has none, or it is no longer there. */
export async function findTeam(
  trx: Trx,
  organisationId: string,
  slug: string,
  userId: string | null,
): Promise<Team | null> {
  const row = await trx
    .selectFrom('teams')
    .leftJoin('team_members', (join) =>
      join
        .onRef('team_members.organisation_id', '=', 'teams.organisation_id')
        .onRef('team_members.team_id', '=', 'teams.id')
        .on('team_members.user_id', '=', userId),
    )
    .select(['teams.id', 'teams.slug', 'teams.name', 'team_members.user_id'])
    .where('teams.organisation_id', '=', organisationId)
    .where('teams.slug', '=', slug)
    .where('teams.archived_at', 'is', null)
    .executeTakeFirst()
  return row === undefined ? null : { id: row.id, slug: row.slug, name: row.name, isMember: row.user_id !== null }
}

/** Periods that are not over yet, in order. */
export async function comingPeriods(
  trx: Trx,
  organisationId: string,
  today: Day,
): Promise<readonly { readonly startsOn: Day; readonly endsOn: Day }[]> {
  return trx
    .selectFrom('periods')
    .select(['starts_on as startsOn', 'ends_on as endsOn'])
    .where('organisation_id', '=', organisationId)
    .where('ends_on', '>=', today)
    .orderBy('starts_on')
    .execute()
}
