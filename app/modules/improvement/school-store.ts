import { sql } from 'kysely'
import type { Trx } from '../../platform/database/scope.ts'
import type { HolidayRegion } from '../../platform/organisations/organisations.ts'
import { addDays, amsterdamDay, type Day } from '../../platform/text/days.ts'
import type { TeamFacts } from './attention.ts'
import { type DaysOff, rhythmOf } from './rhythm.ts'
import { holidaysAround, schoolYearOf } from './school-year.ts'

export interface SchoolTeam extends TeamFacts {
  readonly id: string
  readonly slug: string
}

export interface SchoolView {
  readonly id: string
  readonly name: string
  readonly slug: string
  readonly ambition: string | null
  /** Whose holidays do not count; null: not chosen yet, then those of the whole country. */
  readonly holidayRegion: HolidayRegion | null
  /** The theme of the period that today is in; null between periods and where none is chosen. */
  readonly theme: string | null
  readonly teams: readonly SchoolTeam[]
}

/** How far back sessions are looked for: eight school weeks and the longest holiday in between. */
const daysBack = 140
const notCountedDays = 21

interface TeamRow {
  organisation_id: string
  id: string
  slug: string
  name: string
  since: Date
  sessions: Date[] | null
  open_actions: number
  late_actions: number
  goals: number
  goals_not_counted: number
  last_theme: string | null
  last_number: number | null
  last_ends_on: Day | null
  last_closed: boolean | null
}

/** How the schools with these ids work at their boards, in the order of their names. */
export async function loadSchoolViews(
  trx: Trx,
  organisationIds: readonly string[],
  today: Day,
): Promise<readonly SchoolView[]> {
  if (organisationIds.length === 0) return []
  const schools = await trx
    .selectFrom('organisations')
    .leftJoin('year_boards', (join) =>
      join
        .onRef('year_boards.organisation_id', '=', 'organisations.id')
        .on('year_boards.school_year', '=', schoolYearOf(today)),
    )
    .leftJoin('periods', (join) =>
      join
        .onRef('periods.organisation_id', '=', 'organisations.id')
        .on('periods.starts_on', '<=', today)
        .on('periods.ends_on', '>=', today),
    )
    .select(['organisations.id', 'organisations.name', 'slug', 'holiday_region', 'ambition', 'periods.theme'])
    .where('organisations.id', 'in', [...organisationIds])
    .orderBy('organisations.name')
    .execute()
  const rows = await teamRows(trx, organisationIds, today)
  return schools.map(({ id, name, slug, holiday_region, ambition, theme }) => {
    const off = holidaysAround(today, holiday_region)
    const teams = rows.filter((row) => row.organisation_id === id).map((row) => teamOf(row, today, off))
    return { id, name, slug, ambition, holidayRegion: holiday_region, theme, teams }
  })
}

async function teamRows(trx: Trx, organisationIds: readonly string[], today: Day): Promise<readonly TeamRow[]> {
  const { rows } = await sql<TeamRow>`
    select teams.organisation_id, teams.id, teams.slug, teams.name, coalesce(boards.created_at, teams.created_at) as since,
      (select array_agg(started_at) from board_sessions
        where board_sessions.organisation_id = boards.organisation_id and board_id = boards.id
          and started_at >= ${addDays(today, -daysBack)}::date) as sessions,
      (select count(*)::int from actions where actions.organisation_id = boards.organisation_id
        and board_id = boards.id and removed_at is null and state = 'open') as open_actions,
      (select count(*)::int from actions where actions.organisation_id = boards.organisation_id
        and board_id = boards.id and removed_at is null and state = 'open' and due_on < ${today}::date) as late_actions,
      (select count(*)::int from goals where goals.organisation_id = boards.organisation_id
        and board_id = boards.id and removed_at is null and state = 'running') as goals,
      (select count(*)::int from goals where goals.organisation_id = boards.organisation_id
        and board_id = boards.id and removed_at is null and state = 'running'
        and goals.created_at < ${addDays(today, -notCountedDays)}::date
        and not exists (select from readings where readings.organisation_id = goals.organisation_id
          and readings.goal_id = goals.id and readings.removed_at is null
          and on_date >= ${addDays(today, -notCountedDays)}::date)) as goals_not_counted,
      last_period.theme as last_theme, last_period.number as last_number, last_period.ends_on as last_ends_on,
      last_period.closed as last_closed
    from teams
    left join boards on boards.organisation_id = teams.organisation_id and boards.team_id = teams.id
      and boards.kind = 'improvement' and boards.archived_at is null
    left join lateral (
      select periods.theme, periods.number, periods.ends_on, exists (
        select from look_backs where look_backs.organisation_id = periods.organisation_id
          and look_backs.period_id = periods.id and look_backs.team_id = teams.id and closed_at is not null) as closed
      from periods join period_teams on period_teams.organisation_id = periods.organisation_id
        and period_teams.period_id = periods.id and period_teams.team_id = teams.id
      where periods.organisation_id = teams.organisation_id and periods.ends_on < ${today}::date
      order by periods.ends_on desc limit 1
    ) as last_period on true
    where teams.organisation_id = any (${sql.val([...organisationIds])}::uuid[]) and teams.archived_at is null
    order by teams.name`.execute(trx)
  return rows
}

function teamOf(row: TeamRow, today: Day, off: readonly DaysOff[]): SchoolTeam {
  const days = (row.sessions ?? []).map((moment) => amsterdamDay(new Date(moment)))
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    rhythm: rhythmOf(days, amsterdamDay(row.since), today, off),
    openActions: row.open_actions ?? 0,
    lateActions: row.late_actions ?? 0,
    goals: row.goals ?? 0,
    goalsNotCounted: row.goals_not_counted ?? 0,
    lastPeriod:
      row.last_ends_on === null
        ? null
        : {
            theme: row.last_theme ?? String(row.last_number),
            endsOn: row.last_ends_on,
            closed: row.last_closed === true,
          },
  }
}
