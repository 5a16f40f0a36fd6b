import { sql } from 'kysely'
import type { Trx } from '../../platform/database/scope.ts'
import { addDays, amsterdamDay } from '../../platform/text/days.ts'
import { outcomeOf } from './review.ts'
import { lookBackDays } from './review-store.ts'
import type { Stage } from './tables.ts'
import type { TeamLookBack, YearBoard, YearPeriod, YearTeam } from './year.ts'

/** The school years that a school has a year board for, first to last. */
export async function yearsOf(trx: Trx, organisationId: string): Promise<readonly number[]> {
  const rows = await trx
    .selectFrom('year_boards')
    .select('school_year')
    .where('organisation_id', '=', organisationId)
    .orderBy('school_year')
    .execute()
  return rows.map((row) => row.school_year)
}

/** The school years that these periods are in: what has to be shown again when they changed. */
export async function yearsWith(
  trx: Trx,
  organisationId: string,
  periodIds: readonly string[],
): Promise<readonly number[]> {
  if (periodIds.length === 0) return []
  const rows = await trx
    .selectFrom('periods')
    .select('school_year')
    .distinct()
    .where('organisation_id', '=', organisationId)
    .where('id', 'in', [...periodIds])
    .execute()
  return rows.map((row) => row.school_year)
}

/** The teams of a school that there are now. */
export async function teamsOf(trx: Trx, organisationId: string): Promise<readonly YearTeam[]> {
  return trx
    .selectFrom('teams')
    .leftJoin('boards', (join) =>
      join
        .onRef('boards.organisation_id', '=', 'teams.organisation_id')
        .onRef('boards.team_id', '=', 'teams.id')
        .on('boards.kind', '=', 'improvement'),
    )
    .select(['teams.id', 'teams.name', 'teams.slug', 'boards.id as boardId'])
    .where('teams.organisation_id', '=', organisationId)
    .where('teams.archived_at', 'is', null)
    .orderBy('teams.name')
    .execute()
}

/** The year board of a school; null where it has none for that year. */
export async function readYear(trx: Trx, organisationId: string, schoolYear: number): Promise<YearBoard | null> {
  const year = await trx
    .selectFrom('year_boards')
    .select('ambition')
    .where('organisation_id', '=', organisationId)
    .where('school_year', '=', schoolYear)
    .executeTakeFirst()
  if (year === undefined) return null
  const rows = await trx
    .selectFrom('periods')
    .select(['id', 'number', 'starts_on', 'ends_on', 'theme', 'theme_note', 'stage'])
    .where('organisation_id', '=', organisationId)
    .where('school_year', '=', schoolYear)
    .orderBy('number')
    .execute()
  const ids = rows.map((row) => row.id)
  const teams = await teamsByPeriod(trx, organisationId, ids)
  const lookBacks = await lookBacksByPeriod(trx, organisationId, ids)
  const counts = await countsByPeriod(trx, organisationId, rows)
  const periods = rows.map((row): YearPeriod => {
    const taking = teams.get(row.id) ?? []
    const written = lookBacks.get(row.id) ?? []
    return {
      id: row.id,
      number: row.number,
      startsOn: row.starts_on,
      endsOn: row.ends_on,
      theme: row.theme,
      note: row.theme_note,
      stage: stageShown(row.stage, taking, written),
      teams: taking,
      ...(counts.get(row.id) ?? { goals: 0, goalsReached: 0, actions: 0, openActions: 0 }),
      lookBacks: written,
    }
  })
  return { schoolYear, ambition: year.ambition, periods }
}

/** A theme is closed when every team that takes part has closed it. */
function stageShown(stage: Stage, teams: readonly YearTeam[], lookBacks: readonly TeamLookBack[]): Stage {
  const closed = (team: YearTeam) => lookBacks.some((each) => each.teamId === team.id && each.closedOn !== null)
  return teams.length > 0 && teams.every(closed) ? 'closed' : stage
}

async function teamsByPeriod(trx: Trx, organisationId: string, periodIds: readonly string[]) {
  const rows = await trx
    .selectFrom('period_teams')
    .innerJoin('teams', (join) =>
      join
        .onRef('teams.organisation_id', '=', 'period_teams.organisation_id')
        .onRef('teams.id', '=', 'period_teams.team_id'),
    )
    .leftJoin('boards', (join) =>
      join
        .onRef('boards.organisation_id', '=', 'teams.organisation_id')
        .onRef('boards.team_id', '=', 'teams.id')
        .on('boards.kind', '=', 'improvement'),
    )
    .select(['period_id', 'teams.id', 'teams.name', 'teams.slug', 'boards.id as boardId'])
    .where('period_teams.organisation_id', '=', organisationId)
    .where('period_id', 'in', [...periodIds])
    .orderBy('teams.name')
    .execute()
  return grouped(rows.map(({ period_id, ...team }): [string, YearTeam] => [period_id, team]))
}

async function lookBacksByPeriod(trx: Trx, organisationId: string, periodIds: readonly string[]) {
  const rows = await trx
    .selectFrom('look_backs')
    .innerJoin('teams', (join) =>
      join
        .onRef('teams.organisation_id', '=', 'look_backs.organisation_id')
        .onRef('teams.id', '=', 'look_backs.team_id'),
    )
    .innerJoin('boards', (join) =>
      join
        .onRef('boards.organisation_id', '=', 'look_backs.organisation_id')
        .onRef('boards.team_id', '=', 'look_backs.team_id')
        .on('boards.kind', '=', 'improvement'),
    )
    .select(['period_id', 'look_backs.team_id', 'teams.name', 'boards.id as board_id', 'closed_at'])
    .where('look_backs.organisation_id', '=', organisationId)
    .where('period_id', 'in', [...periodIds])
    .orderBy('teams.name')
    .execute()
  return grouped(
    rows.map((row): [string, TeamLookBack] => [
      row.period_id,
      {
        teamId: row.team_id,
        teamName: row.name,
        boardId: row.board_id,
        closedOn: row.closed_at === null ? null : amsterdamDay(row.closed_at),
      },
    ]),
  )
}

interface PeriodCounts {
  readonly goals: number
  readonly goalsReached: number
  readonly actions: number
  readonly openActions: number
}

interface PeriodWindow {
  readonly id: string
  readonly starts_on: string
  readonly ends_on: string
}

/**
 * Goals and actions of improvement boards by period. A goal counts in the period that it is in and in those that it was
 * looked back on in; what was counted last in that period says whether it was reached.
 */
async function countsByPeriod(
  trx: Trx,
  organisationId: string,
  periods: readonly PeriodWindow[],
): Promise<ReadonlyMap<string, PeriodCounts>> {
  const windows = periods.map(
    (each) => sql`(${each.id}::uuid, ${each.starts_on}::date, ${addDays(each.ends_on, lookBackDays)}::date)`,
  )
  if (windows.length === 0) return new Map()
  const { rows } = await sql<{
    period_id: string
    baseline: number | null
    target: number | null
    value: number | null
    actions: number
    open_actions: number
  }>`
    select windows.id as period_id, goals.baseline, goals.target, last_reading.value,
      count(actions.id)::int as actions,
      (count(actions.id) filter (where actions.state = 'open'))::int as open_actions
    from (values ${sql.join(windows)}) as windows (id, starts_on, ends_on)
    join goals on goals.organisation_id = ${organisationId} and goals.removed_at is null
      and (goals.period_id = windows.id or exists (
        select from evaluations where evaluations.organisation_id = goals.organisation_id
          and evaluations.goal_id = goals.id and evaluations.period_id = windows.id))
    join boards on boards.organisation_id = goals.organisation_id and boards.id = goals.board_id
      and boards.kind = 'improvement'
    left join lateral (
      select readings.value from readings
      where readings.organisation_id = goals.organisation_id and readings.goal_id = goals.id
        and readings.removed_at is null and readings.on_date between windows.starts_on and windows.ends_on
      order by readings.on_date desc, readings.created_at desc limit 1
    ) as last_reading on true
    left join actions on actions.organisation_id = goals.organisation_id and actions.goal_id = goals.id
      and actions.removed_at is null
    group by windows.id, goals.id, goals.baseline, goals.target, last_reading.value`.execute(trx)
  const byPeriod = grouped(rows.map((row): [string, typeof row] => [row.period_id, row]))
  return new Map(
    [...byPeriod].map(([id, goals]): [string, PeriodCounts] => [
      id,
      {
        goals: goals.length,
        goalsReached: goals.filter(({ value, ...goal }) => isReached(goal, value)).length,
        actions: goals.reduce((sum, goal) => sum + goal.actions, 0),
        openActions: goals.reduce((sum, goal) => sum + goal.open_actions, 0),
      },
    ]),
  )
}

function isReached(goal: { readonly baseline: number | null; readonly target: number | null }, value: number | null) {
  return value !== null && outcomeOf({ ...goal, readings: [{ value }] }) === 'reached'
}

function grouped<T>(pairs: readonly (readonly [string, T])[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const [key, value] of pairs) {
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [value])
    else group.push(value)
  }
  return groups
}
