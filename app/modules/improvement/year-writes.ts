import type { Trx } from '../../platform/database/scope.ts'
import { type MergedEdit, mergeEdit } from '../../platform/journal/fields.ts'
import type { Record as RecordEntry } from '../../platform/journal/perform.ts'
import { canMove, type PeriodDates } from './period.ts'
import type { PeriodTable, Stage } from './tables.ts'

/** One write to the year boards of a school, inside its operation. */
export interface YearWrite {
  readonly trx: Trx
  readonly record: RecordEntry
  readonly organisationId: string
  /** When the person wrote it, in ms since 1970. */
  readonly writtenAt: number
}

export interface NewYear {
  readonly schoolYear: number
  readonly ambition: string
  readonly periods: readonly (PeriodDates & { readonly id: string; readonly theme: string | null })[]
  /** They take part in every period, until somebody says otherwise. */
  readonly teamIds: readonly string[]
}

/** Makes the year board of a school year with its five periods, unless there is one. The dates have been checked. */
export async function setUpYear(
  { trx, record, organisationId, writtenAt }: YearWrite,
  { schoolYear, ambition, periods, teamIds }: NewYear,
): Promise<'done' | 'there-already'> {
  const made = await trx
    .insertInto('year_boards')
    .values({
      organisation_id: organisationId,
      school_year: schoolYear,
      ambition,
      stamps: JSON.stringify({ ambition: writtenAt }),
      created_at: new Date(writtenAt),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('school_year')
    .executeTakeFirst()
  if (made === undefined) return 'there-already'
  await trx
    .insertInto('periods')
    .values(
      periods.map(({ id, number, startsOn, endsOn, theme }) => ({
        organisation_id: organisationId,
        id,
        school_year: schoolYear,
        number,
        starts_on: startsOn,
        ends_on: endsOn,
        theme,
        theme_note: null,
      })),
    )
    .execute()
  const known = await knownTeams(trx, organisationId, teamIds)
  const places = periods.flatMap(({ id }) =>
    known.map((teamId) => ({ organisation_id: organisationId, period_id: id, team_id: teamId })),
  )
  if (places.length > 0) await trx.insertInto('period_teams').values(places).execute()
  record({ action: 'year-set-up', subject: `year:${schoolYear}`, changes: { ambition: [null, ambition] } })
  for (const { id, number, startsOn, endsOn, theme } of periods) {
    const dates = { number: [null, number], starts_on: [null, startsOn], ends_on: [null, endsOn] } as const
    record({
      action: 'period-added',
      subject: `period:${id}`,
      changes: theme === null ? dates : { ...dates, theme: [null, theme] },
    })
  }
  return 'done'
}

/** Writes the ambition, unless a later edit stands. */
export async function editAmbition(
  { trx, record, organisationId, writtenAt }: YearWrite,
  schoolYear: number,
  ambition: string,
): Promise<'done' | 'no-such-year'> {
  const current = await trx
    .selectFrom('year_boards')
    .select(['ambition', 'stamps'])
    .where('organisation_id', '=', organisationId)
    .where('school_year', '=', schoolYear)
    .forUpdate()
    .executeTakeFirst()
  if (current === undefined) return 'no-such-year'
  const merged = mergeEdit<{ ambition: string }>(current, current.stamps, { values: { ambition }, at: writtenAt })
  await trx
    .updateTable('year_boards')
    .set({ ...merged.values, stamps: JSON.stringify(merged.stamps) })
    .where('organisation_id', '=', organisationId)
    .where('school_year', '=', schoolYear)
    .execute()
  recordMerged(record, 'year', String(schoolYear), merged)
  return 'done'
}

export type PeriodFields = Pick<PeriodTable, 'theme' | 'theme_note'> & { stage: Stage }

/** Writes fields of one period, each unless a later edit of that field stands. */
export async function editPeriod(
  write: YearWrite,
  periodId: string,
  values: Partial<PeriodFields>,
): Promise<'done' | 'no-such-period'> {
  const { trx, record, organisationId, writtenAt } = write
  const current = await periodForUpdate(write, periodId)
  if (current === undefined) return 'no-such-period'
  const { theme, theme_note, stage, stamps } = current
  const merged = mergeEdit<PeriodFields>({ theme, theme_note, stage }, stamps, { values, at: writtenAt })
  await trx
    .updateTable('periods')
    .set({ ...merged.values, stamps: JSON.stringify(merged.stamps) })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', periodId)
    .execute()
  recordMerged(record, 'period', periodId, merged)
  return 'done'
}

/** Lets teams take part in a period, or no longer; teams that are not of the school are left out. */
export async function changeTeams(
  { trx, record, organisationId }: YearWrite,
  periodId: string,
  { added, removed }: { readonly added: readonly string[]; readonly removed: readonly string[] },
): Promise<void> {
  const place = { organisation_id: organisationId, period_id: periodId }
  for (const teamId of await knownTeams(trx, organisationId, added)) {
    const made = await trx
      .insertInto('period_teams')
      .values({ ...place, team_id: teamId })
      .onConflict((conflict) => conflict.doNothing())
      .returning('team_id')
      .executeTakeFirst()
    if (made) record({ action: 'period-team-added', subject: `period:${periodId}`, changes: { team: [null, teamId] } })
  }
  for (const teamId of removed) {
    const gone = await trx
      .deleteFrom('period_teams')
      .where('organisation_id', '=', organisationId)
      .where('period_id', '=', periodId)
      .where('team_id', '=', teamId)
      .returning('team_id')
      .executeTakeFirst()
    if (gone)
      record({ action: 'period-team-removed', subject: `period:${periodId}`, changes: { team: [teamId, null] } })
  }
}

/** Gives the periods of a year other dates. They have been checked together, so they are written together. */
export async function movePeriods(
  write: YearWrite,
  schoolYear: number,
  dates: readonly PeriodDates[],
): Promise<'done' | 'no-such-year'> {
  const rows = await write.trx
    .selectFrom('periods')
    .selectAll()
    .where('organisation_id', '=', write.organisationId)
    .where('school_year', '=', schoolYear)
    .forUpdate()
    .execute()
  if (rows.length === 0) return 'no-such-year'
  for (const row of rows) {
    const wanted = dates.find(({ number }) => number === row.number)
    if (wanted !== undefined) await writePlace(write, row, { starts_on: wanted.startsOn, ends_on: wanted.endsOn })
  }
  return 'done'
}

export type SwapResult = 'done' | 'no-such-period' | 'other-year' | 'begun'

/**
 * Lets two themes change places. A period row is the theme with everything that hangs on it (teams, goals, evaluations),
 * so those go along; number, dates and stage belong to the place in the year and are exchanged. Only themes that have not
 * begun move (`canMove`): what has been carried out happened when it happened.
 */
export async function swapThemes(write: YearWrite, periodId: string, otherId: string): Promise<SwapResult> {
  const one = await periodForUpdate(write, periodId)
  const other = await periodForUpdate(write, otherId)
  if (one === undefined || other === undefined || one.id === other.id) return 'no-such-period'
  if (one.school_year !== other.school_year) return 'other-year'
  if (!canMove(one.stage) || !canMove(other.stage)) return 'begun'
  // Both are exchanged whatever was written when; the constraint on the numbers waits until commit.
  await writePlace(write, one, placeOf(other))
  await writePlace(write, other, placeOf(one))
  return 'done'
}

type Place = Pick<PeriodTable, 'number' | 'starts_on' | 'ends_on'> & Pick<PeriodFields, 'stage'>

const placeOf = ({ number, starts_on, ends_on, stage }: Place): Place => ({ number, starts_on, ends_on, stage })

/** Writes where a period is in the year. What belongs together is written together, so no stamp is asked. */
async function writePlace(
  { trx, record, organisationId, writtenAt }: YearWrite,
  current: PeriodRow,
  place: Partial<Place>,
): Promise<void> {
  const before: Readonly<Record<string, unknown>> = placeOf(current)
  const changed = Object.entries(place).filter(([field, value]) => before[field] !== value)
  if (changed.length === 0) return
  const stamps = { ...current.stamps, ...Object.fromEntries(changed.map(([field]) => [field, writtenAt])) }
  await trx
    .updateTable('periods')
    .set({ ...Object.fromEntries(changed), stamps: JSON.stringify(stamps) })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', current.id)
    .execute()
  const changes = Object.fromEntries(changed.map(([field, value]) => [field, [before[field], value] as const]))
  record({ action: 'period-moved', subject: `period:${current.id}`, changes })
}

type PeriodRow = NonNullable<Awaited<ReturnType<typeof periodForUpdate>>>

function periodForUpdate({ trx, organisationId }: YearWrite, periodId: string) {
  return trx
    .selectFrom('periods')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('id', '=', periodId)
    .forUpdate()
    .executeTakeFirst()
}

async function knownTeams(trx: Trx, organisationId: string, teamIds: readonly string[]): Promise<readonly string[]> {
  if (teamIds.length === 0) return []
  const rows = await trx
    .selectFrom('teams')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('id', 'in', [...teamIds])
    .execute()
  return rows.map((row) => row.id)
}

function recordMerged(
  record: RecordEntry,
  noun: string,
  id: string,
  { changes, superseded }: Pick<MergedEdit<object>, 'changes' | 'superseded'>,
): void {
  const subject = `${noun}:${id}`
  if (Object.keys(changes).length > 0) record({ action: `${noun}-edited`, subject, changes })
  if (Object.keys(superseded).length > 0) record({ action: `${noun}-edit-superseded`, subject, changes: superseded })
}
