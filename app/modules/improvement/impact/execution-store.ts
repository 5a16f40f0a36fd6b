import { sql } from 'kysely'
import type { Trx } from '../../../platform/database/scope.ts'
import { amsterdamDay, type Day, startOfDay } from '../../../platform/text/days.ts'
import type { Event, Execution, TeamHistory } from './execution.ts'

interface Row {
  readonly teamId: string | null
  readonly at: Date
}

/** What the teams of a school did with each instrument since a day, and since when they have a board. */
export async function executionOf(
  trx: Trx,
  organisationId: string,
  from: Day,
  weeks: readonly Day[],
): Promise<Execution & { readonly names: readonly { readonly id: string; readonly name: string }[] }> {
  const since = startOfDay(from)
  const teams = await trx
    .selectFrom('teams')
    .leftJoin('boards', (join) =>
      join
        .onRef('boards.organisation_id', '=', 'teams.organisation_id')
        .onRef('boards.team_id', '=', 'teams.id')
        .on('boards.kind', '=', 'improvement')
        .on('boards.archived_at', 'is', null),
    )
    .select(['teams.id', 'teams.name', 'boards.created_at as since'])
    .where('teams.organisation_id', '=', organisationId)
    .where('teams.archived_at', 'is', null)
    .orderBy('teams.name')
    .execute()
  const sessions = await sql<Row>`
    select boards.team_id as "teamId", started_at as at from board_sessions
    join boards on boards.organisation_id = board_sessions.organisation_id and boards.id = board_sessions.board_id
    where board_sessions.organisation_id = ${organisationId} and boards.kind = 'improvement'
      and started_at >= ${since}`.execute(trx)
  // Somebody of no team in particular is visited in the first of theirs.
  const visits = await sql<Row>`
    select coalesce(visits.team_id, (select team_id from team_members join teams
        on teams.organisation_id = team_members.organisation_id and teams.id = team_members.team_id
      where team_members.organisation_id = visits.organisation_id and user_id = visits.receiver_id
      order by teams.name limit 1)) as "teamId", done_at as at
    from visits where organisation_id = ${organisationId} and state = 'done' and done_at >= ${since}`.execute(trx)
  const designs = await sql<Row>`
    select team_id as "teamId", created_at as at from lessons
    where organisation_id = ${organisationId} and removed_at is null and created_at >= ${since}`.execute(trx)
  return {
    names: teams.map(({ id, name }) => ({ id, name })),
    teams: teams.map(({ id, since }): TeamHistory => ({ id, since: since && amsterdamDay(new Date(since)) })),
    events: { sessions: eventsOf(sessions.rows), visits: eventsOf(visits.rows), designs: eventsOf(designs.rows) },
    weeks,
  }
}

function eventsOf(rows: readonly Row[]): readonly Event[] {
  return rows.map(({ teamId, at }) => ({ teamId, day: amsterdamDay(new Date(at)) }))
}
