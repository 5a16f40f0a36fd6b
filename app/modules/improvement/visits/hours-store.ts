import type { Trx } from '../../../platform/database/scope.ts'
import type { Hours, Span } from './free-hours.ts'
import type { BusyKind } from './tables.ts'
import { talkSteps, visitMinutes } from './visit.ts'

const talkMinutes = talkSteps.reduce((sum, { minutes }) => sum + minutes, 0)
const visitAndTalk = (visitMinutes + talkMinutes) * 60_000

/** What is known of somebody's week; empty where nothing was filled in. */
export async function hoursOf(trx: Trx, organisationId: string, userId: string): Promise<Hours> {
  const grid = await trx
    .selectFrom('visit_hours')
    .select(['lesson_slots', 'off_days'])
    .where('organisation_id', '=', organisationId)
    .where('user_id', '=', userId)
    .executeTakeFirst()
  const busy = await trx
    .selectFrom('visit_busy')
    .select(['kind', 'starts_at', 'ends_at'])
    .where('organisation_id', '=', organisationId)
    .where('user_id', '=', userId)
    .orderBy('starts_at')
    .execute()
  const of = (kind: BusyKind): Span[] =>
    busy
      .filter((row) => row.kind === kind)
      .map((row) => ({ from: row.starts_at.getTime(), until: row.ends_at.getTime() }))
  return {
    lessonSlots: grid?.lesson_slots ?? [],
    offDays: grid?.off_days ?? [],
    lessons: of('lessons'),
    appointments: of('appointments'),
  }
}

/** When somebody comes to a visit or is visited from `after` on, with the talk that follows. */
export async function visitsAhead(trx: Trx, organisationId: string, userId: string, after: Date): Promise<Span[]> {
  const planned = await trx
    .selectFrom('visits')
    .select('starts_at')
    .where('organisation_id', '=', organisationId)
    .where('state', '=', 'taken')
    .where((eb) => eb.or([eb('receiver_id', '=', userId), eb('visitor_id', '=', userId)]))
    .where('starts_at', '>', new Date(after.getTime() - visitAndTalk))
    .execute()
  return planned.flatMap(({ starts_at: at }) =>
    at === null ? [] : [{ from: at.getTime(), until: at.getTime() + visitAndTalk }],
  )
}

export interface Grid {
  readonly lessonSlots: readonly number[]
  readonly offDays: readonly number[]
}

export async function saveGrid(
  trx: Trx,
  organisationId: string,
  userId: string,
  { lessonSlots, offDays }: Grid,
  now: Date,
): Promise<void> {
  const values = { lesson_slots: [...lessonSlots], off_days: [...offDays], updated_at: now }
  await trx
    .insertInto('visit_hours')
    .values({ organisation_id: organisationId, user_id: userId, ...values })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'user_id']).doUpdateSet(values))
    .execute()
}

/** What a calendar file says, in place of what an earlier one of that kind said. */
export async function saveBusy(
  trx: Trx,
  organisationId: string,
  userId: string,
  kind: BusyKind,
  spans: readonly Span[],
): Promise<void> {
  await trx
    .deleteFrom('visit_busy')
    .where('organisation_id', '=', organisationId)
    .where('user_id', '=', userId)
    .where('kind', '=', kind)
    .execute()
  if (spans.length === 0) return
  const rows = spans.map(({ from, until }) => ({
    organisation_id: organisationId,
    user_id: userId,
    kind,
    starts_at: new Date(from),
    ends_at: new Date(until),
  }))
  await trx.insertInto('visit_busy').values(rows).execute()
}
