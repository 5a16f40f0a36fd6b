import { sql } from 'kysely'
import type { Trx } from '../../../platform/database/scope.ts'
import type { Record as RecordEntry } from '../../../platform/journal/perform.ts'
import type { Day } from '../../../platform/text/days.ts'
import type { VisitState } from './tables.ts'
import { keptUntil, type Visit } from './visit.ts'

/** One visit of one school. */
export interface VisitKey {
  readonly organisationId: string
  readonly id: string
}

export type Changed =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: 'gone' | 'already-begun' | 'taken-meanwhile' }
const done: Changed = { ok: true }
const gone: Changed = { ok: false, reason: 'gone' }

function visitsIn(trx: Trx, organisationId: string) {
  return trx
    .selectFrom('visits')
    .innerJoin('users as receiver', 'receiver.id', 'visits.receiver_id')
    .leftJoin('users as visitor', 'visitor.id', 'visits.visitor_id')
    .select([
      'visits.id',
      'visits.receiver_id as receiverId',
      'receiver.name as receiverName',
      'visits.visitor_id as visitorId',
      'visitor.name as visitorName',
      'visits.track_id as trackId',
      'visits.class_name as className',
      'visits.also_leaders as alsoLeaders',
      'visits.state',
      'visits.starts_at as startsAt',
    ])
    .where('visits.organisation_id', '=', organisationId)
}

export async function findVisit(trx: Trx, { organisationId, id }: VisitKey): Promise<Visit | null> {
  return (await visitsIn(trx, organisationId).where('visits.id', '=', id).executeTakeFirst()) ?? null
}

/**
 * What somebody asked for or takes part in, and what others ask, the newest two hundred: what is to come first, then what was;
 * each newest first. Withdrawn ones are left out.
 */
export async function visitsAround(trx: Trx, organisationId: string, userId: string): Promise<readonly Visit[]> {
  return (
    visitsIn(trx, organisationId)
      .where('visits.state', '<>', 'withdrawn')
      .where((eb) =>
        eb.or([
          eb('visits.state', '=', 'open'),
          eb('visits.receiver_id', '=', userId),
          eb('visits.visitor_id', '=', userId),
        ]),
      )
      // What is to come goes before what was, so that no number of old ones hides it.
      .orderBy((eb) => eb('visits.state', '=', 'done'))
      .orderBy((eb) => eb.fn.coalesce('visits.starts_at', 'visits.asked_at'), 'desc')
      .orderBy('visits.id')
      .limit(200)
      .execute()
  )
}

/** The visits of a track, in order. */
export async function visitsOfTrack(trx: Trx, { organisationId, id }: VisitKey): Promise<readonly Visit[]> {
  return visitsIn(trx, organisationId)
    .where('visits.track_id', '=', id)
    .where('visits.state', '<>', 'withdrawn')
    .orderBy('visits.starts_at')
    .execute()
}

export interface NewVisit extends VisitKey {
  readonly receiverId: string
  readonly question: string
  readonly className: string
  readonly alsoLeaders: boolean
  readonly today: Day
  readonly now: Date
  /** The design that is taught in it. */
  readonly lessonId?: string | null
  /** A visit of a track is not open: the buddy comes, then. */
  readonly planned?: { readonly trackId: string; readonly visitorId: string; readonly startsAt: Date }
}

/** Asks for a visit. The question goes beside it, in a table that the school can't read once somebody comes. */
export async function askVisit(trx: Trx, record: RecordEntry, visit: NewVisit): Promise<void> {
  const { organisationId, id, receiverId, planned, today } = visit
  const team = await trx
    .selectFrom('team_members')
    .select('team_id')
    .where('organisation_id', '=', organisationId)
    .where('user_id', '=', receiverId)
    .orderBy('team_id')
    .executeTakeFirst()
  await trx
    .insertInto('visits')
    .values({
      organisation_id: organisationId,
      id,
      receiver_id: receiverId,
      visitor_id: planned?.visitorId ?? null,
      team_id: team?.team_id ?? null,
      track_id: planned?.trackId ?? null,
      class_name: visit.className,
      also_leaders: visit.alsoLeaders,
      state: planned ? 'taken' : 'open',
      asked_at: visit.now,
      starts_at: planned?.startsAt ?? null,
    })
    .execute()
  if (planned) await beginRecord(trx, visit, receiverId, planned.visitorId, today)
  const place = { organisation_id: organisationId, visit_id: id, receiver_id: receiverId }
  await trx
    .insertInto('visit_questions')
    .values({ ...place, words: visit.question, lesson_id: visit.lessonId ?? null, keep_until: keptUntil(today) })
    .execute()
  record({ action: planned ? 'visit-planned' : 'visit-asked', subject: `visit:${id}` })
}

async function beginRecord(trx: Trx, key: VisitKey, receiverId: string, visitorId: string, today: Day): Promise<void> {
  await trx
    .insertInto('visit_records')
    .values({
      organisation_id: key.organisationId,
      visit_id: key.id,
      receiver_id: receiverId,
      visitor_id: visitorId,
      keep_until: keptUntil(today),
    })
    .execute()
}

/** Somebody comes: the visit is theirs, and from now on the question is between the two. */
export async function takeVisit(
  trx: Trx,
  record: RecordEntry,
  key: VisitKey,
  { visitorId, startsAt, today }: { readonly visitorId: string; readonly startsAt: Date; readonly today: Day },
): Promise<Changed> {
  const taken = await trx
    .updateTable('visits')
    .set({ state: 'taken', visitor_id: visitorId, starts_at: startsAt })
    .where('organisation_id', '=', key.organisationId)
    .where('id', '=', key.id)
    .where('state', '=', 'open')
    .returning('receiver_id')
    .executeTakeFirst()
  if (taken === undefined) return gone
  await beginRecord(trx, key, taken.receiver_id, visitorId, today)
  record({ action: 'visit-taken', subject: `visit:${key.id}` })
  return done
}

/** Who took it can't come after all: it is open again. Not once they have begun to watch. */
export async function giveBack(trx: Trx, record: RecordEntry, key: VisitKey): Promise<Changed> {
  if ((await stateOf(trx, key)) !== 'taken') return gone
  if (!(await removeUnbegun(trx, key))) return { ok: false, reason: 'already-begun' }
  await trx
    .updateTable('visits')
    .set({ state: 'open', visitor_id: null, starts_at: null })
    .where('organisation_id', '=', key.organisationId)
    .where('id', '=', key.id)
    .execute()
  record({ action: 'visit-given-back', subject: `visit:${key.id}` })
  return done
}

/** The receiver asks no longer. Not once the visit has begun: then there is something to delete instead. */
export async function withdrawVisit(
  trx: Trx,
  record: RecordEntry,
  key: VisitKey,
  seenBy: 'open' | 'taken',
): Promise<Changed> {
  const state = await stateOf(trx, key)
  // Somebody took it, or gave it back, while the receiver looked at the page: they decide again, knowing that.
  if (state !== seenBy) return state === 'taken' ? { ok: false, reason: 'taken-meanwhile' } : gone
  if (state === 'taken' && !(await removeUnbegun(trx, key))) return { ok: false, reason: 'already-begun' }
  await trx
    .deleteFrom('visit_questions')
    .where('organisation_id', '=', key.organisationId)
    .where('visit_id', '=', key.id)
    .execute()
  await trx
    .updateTable('visits')
    .set({ state: 'withdrawn', visitor_id: null })
    .where('organisation_id', '=', key.organisationId)
    .where('id', '=', key.id)
    .execute()
  record({ action: 'visit-withdrawn', subject: `visit:${key.id}` })
  return done
}

/** The state as it stands now; nobody changes it before this transaction ends. */
async function stateOf(trx: Trx, { organisationId, id }: VisitKey): Promise<VisitState | null> {
  const row = await trx
    .selectFrom('visits')
    .select('state')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row?.state ?? null
}

async function removeUnbegun(trx: Trx, { organisationId, id }: VisitKey): Promise<boolean> {
  const removed = await trx
    .deleteFrom('visit_records')
    .where('organisation_id', '=', organisationId)
    .where('visit_id', '=', id)
    .where('started_at', 'is', null)
    .executeTakeFirst()
  return removed.numDeletedRows > 0n
}

/** The visit was held: this is what the school counts. A second time changes nothing. */
export async function finishVisit(trx: Trx, record: RecordEntry, key: VisitKey, now: Date): Promise<Changed> {
  const { numUpdatedRows } = await trx
    .updateTable('visits')
    .set({ state: 'done', done_at: now, starts_at: sql<Date>`coalesce(starts_at, ${now})` })
    .where('organisation_id', '=', key.organisationId)
    .where('id', '=', key.id)
    .where('state', '=', 'taken')
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return gone
  record({ action: 'visit-held', subject: `visit:${key.id}` })
  return done
}

export interface VisitCount {
  /** `2026-11`. */
  readonly month: string
  /** Null: of no team. */
  readonly teamId: string | null
  readonly teamName: string | null
  readonly visits: number
}

/** How many visits were held, by team and month, between two days. All that the school sees. */
export async function heldVisits(
  trx: Trx,
  organisationId: string,
  from: Day,
  until: Day,
): Promise<readonly VisitCount[]> {
  return trx
    .selectFrom('visits')
    .leftJoin('teams', (join) =>
      join.onRef('teams.organisation_id', '=', 'visits.organisation_id').onRef('teams.id', '=', 'visits.team_id'),
    )
    .select((eb) => [
      sql<string>`to_char(done_at at time zone 'Europe/Amsterdam', 'YYYY-MM')`.as('month'),
      'visits.team_id as teamId',
      'teams.name as teamName',
      eb.cast<number>(eb.fn.countAll(), 'integer').as('visits'),
    ])
    .where('visits.organisation_id', '=', organisationId)
    .where('visits.state', '=', 'done')
    .where(sql<boolean>`(done_at at time zone 'Europe/Amsterdam')::date between ${from}::date and ${until}::date`)
    .groupBy([sql`1`, 'visits.team_id', 'teams.name'])
    .orderBy('month')
    .orderBy('teams.name')
    .execute()
}
