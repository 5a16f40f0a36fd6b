import type { Trx } from '../../../platform/database/scope.ts'
import type { Day } from '../../../platform/text/days.ts'
import type { VisitKey } from './visit-store.ts'

/** Frequent visits to a beginning teacher, by a fixed buddy, with the same pupils. */
export interface Track {
  readonly id: string
  readonly starterId: string
  readonly starterName: string
  readonly buddyId: string
  readonly buddyName: string
  readonly className: string
  readonly everyWeeks: number
  readonly startsOn: Day
  readonly endsOn: Day
  readonly ended: boolean
}

function tracksIn(trx: Trx, organisationId: string) {
  return trx
    .selectFrom('visit_tracks')
    .innerJoin('users as starter', 'starter.id', 'visit_tracks.starter_id')
    .innerJoin('users as buddy', 'buddy.id', 'visit_tracks.buddy_id')
    .select((eb) => [
      'visit_tracks.id',
      'starter_id as starterId',
      'starter.name as starterName',
      'buddy_id as buddyId',
      'buddy.name as buddyName',
      'class_name as className',
      'every_weeks as everyWeeks',
      'starts_on as startsOn',
      'ends_on as endsOn',
      eb('ended_at', 'is not', null).as('ended'),
    ])
    .$narrowType<{ ended: boolean }>()
    .where('visit_tracks.organisation_id', '=', organisationId)
}

/** The tracks that somebody is in; of the whole school for whoever keeps an eye on beginning teachers. */
export async function tracksOf(trx: Trx, organisationId: string, userId: string | null): Promise<readonly Track[]> {
  const all = tracksIn(trx, organisationId)
  const rows =
    userId === null ? all : all.where((eb) => eb.or([eb('starter_id', '=', userId), eb('buddy_id', '=', userId)]))
  return rows
    .orderBy('ended_at', (order) => order.desc().nullsFirst())
    .orderBy('starts_on', 'desc')
    .limit(100)
    .execute()
}

export async function findTrack(trx: Trx, { organisationId, id }: VisitKey): Promise<Track | null> {
  return (await tracksIn(trx, organisationId).where('visit_tracks.id', '=', id).executeTakeFirst()) ?? null
}

export interface NewTrack extends VisitKey {
  readonly starterId: string
  readonly buddyId: string
  readonly className: string
  readonly everyWeeks: number
  readonly startsOn: Day
  readonly endsOn: Day
  readonly now: Date
}

export async function addTrack(trx: Trx, track: NewTrack): Promise<void> {
  await trx
    .insertInto('visit_tracks')
    .values({
      organisation_id: track.organisationId,
      id: track.id,
      starter_id: track.starterId,
      buddy_id: track.buddyId,
      class_name: track.className,
      every_weeks: track.everyWeeks,
      starts_on: track.startsOn,
      ends_on: track.endsOn,
      created_at: track.now,
      ended_at: null,
    })
    .execute()
}

export async function endTrack(trx: Trx, { organisationId, id }: VisitKey, now: Date): Promise<void> {
  await trx
    .updateTable('visit_tracks')
    .set({ ended_at: now })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute()
}
