import { sql } from 'kysely'
import type { Trx } from '../../../platform/database/scope.ts'
import { addDays, amsterdamDay, type Day, mondayOf } from '../../../platform/text/days.ts'
import { countedWeeks } from '../rhythm.ts'
import { firstDayOf, holidaysAround, lastDayOf, schoolYearOf } from '../school-year.ts'
import { countedBehaviour } from '../visits/behaviour-store.ts'
import type { Scan } from './culture.ts'
import { answersTo, findScan } from './culture-store.ts'
import { pulsesOf } from './enthusiasm-store.ts'
import { executionOf } from './execution-store.ts'
import type { GoalCounted } from './results.ts'
import { daysBack, type ImpactData, type ImpactPeriod } from './school-impact.ts'

/** What the five layers of these schools read for a school year (this one), in the order of their names. */
export async function loadImpact(
  trx: Trx,
  ids: readonly string[],
  today: Day,
  year: number = schoolYearOf(today),
): Promise<readonly ImpactData[]> {
  if (ids.length === 0) return []
  const schools = await trx
    .selectFrom('organisations')
    .select(['id', 'name', 'slug', 'holiday_region as region'])
    .where('id', 'in', [...ids])
    .where('kind', '=', 'school')
    .orderBy('name')
    .execute()
  const loaded: ImpactData[] = []
  for (const { id, name, slug, region } of schools) {
    const from = [addDays(today, -daysBack), firstDayOf(year)].sort()[0] ?? today
    const off = yearsBetween(schoolYearOf(from), schoolYearOf(today)).flatMap((each) =>
      holidaysAround(firstDayOf(each), region),
    )
    const execution = await executionOf(trx, id, mondayOf(from), countedWeeks(from, today, off))
    loaded.push({
      name,
      slug,
      schoolYear: year,
      today,
      periods: await periodsOf(trx, id, year),
      teams: execution.names,
      execution,
      began: await beganOn(trx, id, today),
      pulses: await pulsesOf(trx, id, year),
      ...(await scansOf(trx, id, year)),
      behaviour: await countedBehaviour(
        trx,
        id,
        firstDayOf(year - 1),
        today < lastDayOf(year) ? today : lastDayOf(year),
      ),
      goals: await goalsOf(trx, id, year),
    })
  }
  return loaded
}

function yearsBetween(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, more) => first + more)
}

async function periodsOf(trx: Trx, organisationId: string, year: number): Promise<readonly ImpactPeriod[]> {
  return trx
    .selectFrom('periods')
    .select(['id', 'school_year as schoolYear', 'number', 'starts_on as startsOn', 'ends_on as endsOn', 'theme'])
    .where('organisation_id', '=', organisationId)
    .where('school_year', 'in', [year - 1, year])
    .orderBy('starts_on')
    .execute()
}

/** When the school began to work like this: its first year board or its first session, whichever was earlier. */
async function beganOn(trx: Trx, organisationId: string, today: Day): Promise<Day | null> {
  const { rows } = await sql<{ period: Day | null; session: Date | null }>`
    select (select min(starts_on) from periods where organisation_id = ${organisationId}) as period,
      (select min(started_at) from board_sessions where organisation_id = ${organisationId}) as session`.execute(trx)
  const days = [rows[0]?.period, rows[0]?.session && amsterdamDay(new Date(rows[0].session))]
  return days.filter((day) => typeof day === 'string' && day <= today).sort()[0] ?? null
}

/** The scan that is told of a school year, and the closed one before it. While this year's is open, last year's is what is known. */
async function scansOf(
  trx: Trx,
  organisationId: string,
  year: number,
): Promise<{ readonly scan: Scan | null; readonly scanBefore: Scan | null }> {
  const rows = await trx
    .selectFrom('culture_scans')
    .select(['id', 'school_year', 'closed_at'])
    .where('organisation_id', '=', organisationId)
    .where('school_year', '<=', year)
    .orderBy('school_year', 'desc')
    .limit(3)
    .execute()
  const closed = rows.filter(({ closed_at }) => closed_at !== null)
  const read = async (row: (typeof rows)[number] | undefined): Promise<Scan | null> =>
    row === undefined
      ? null
      : {
          schoolYear: row.school_year,
          closed: row.closed_at !== null,
          received: (await findScan(trx, { organisationId, schoolYear: row.school_year }))?.n ?? 0,
          people: await answersTo(trx, organisationId, row.id),
        }
  return { scan: await read(closed[0] ?? rows[0]), scanBefore: await read(closed[1]) }
}

async function goalsOf(trx: Trx, organisationId: string, year: number): Promise<readonly GoalCounted[]> {
  const { rows } = await sql<{
    periodId: string | null
    teamId: string
    baseline: number | null
    target: number | null
    readings: readonly number[] | null
  }>`
    select goals.period_id as "periodId", boards.team_id as "teamId", goals.baseline, goals.target,
      (select json_agg(value order by on_date, readings.created_at) from readings
        where readings.organisation_id = goals.organisation_id and readings.goal_id = goals.id
          and readings.removed_at is null) as readings
    from goals join boards on boards.organisation_id = goals.organisation_id and boards.id = goals.board_id
      and boards.kind = 'improvement'
    where goals.organisation_id = ${organisationId} and goals.removed_at is null
      and (goals.period_id in (select id from periods where organisation_id = ${organisationId} and school_year = ${year})
        or goals.period_id is null and goals.created_at >= ${firstDayOf(year)}::date
          and goals.created_at <= ${lastDayOf(year)}::date)`.execute(trx)
  return rows.map(({ readings, ...goal }) => ({ ...goal, readings: (readings ?? []).map((value) => ({ value })) }))
}
