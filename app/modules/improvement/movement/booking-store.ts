import { sql } from 'kysely'
import type { Trx } from '../../../platform/database/scope.ts'
import type { Record as RecordEntry } from '../../../platform/journal/perform.ts'
import type { Side } from './tables.ts'

export interface Booking {
  readonly id: string
  readonly schoolId: string
  readonly schoolName: string
  readonly partnerId: string
  readonly partnerName: string
  readonly afternoonId: string
  readonly title: string
  readonly place: string
  readonly startsAt: Date
  readonly minutes: number
  readonly people: number
  readonly wish: string
  /** How the school can be reached, and the partner. */
  readonly contact: string
  readonly partnerContact: string
  readonly cancelledAt: Date | null
  readonly cancelledBy: Side | null
  /** Whether the side that asks has written what it thought of it. */
  readonly evaluated: boolean
}

/** Every booking in which an organisation is a side, the latest day first. Those of others are never there. */
export function bookingsOf(trx: Trx, organisationId: string): Promise<readonly Booking[]> {
  return trx
    .selectFrom('movement_bookings as b')
    .innerJoin('movement_afternoons as a', (join) =>
      join.onRef('a.organisation_id', '=', 'b.partner_id').onRef('a.id', '=', 'b.afternoon_id'),
    )
    .select((e) => [
      'b.id',
      'b.organisation_id as schoolId',
      'b.school_name as schoolName',
      'b.partner_id as partnerId',
      'a.partner_name as partnerName',
      'a.id as afternoonId',
      'a.title',
      'a.place',
      'a.starts_at as startsAt',
      'a.minutes',
      'b.people',
      'b.wish',
      'b.contact',
      'a.contact as partnerContact',
      'b.cancelled_at as cancelledAt',
      'b.cancelled_by as cancelledBy',
      e
        .exists(
          e
            .selectFrom('movement_evaluations as w')
            .select('w.booking_id')
            .where('w.organisation_id', '=', organisationId)
            .whereRef('w.booking_id', '=', 'b.id'),
        )
        .$castTo<boolean>()
        .as('evaluated'),
    ])
    .where((e) => e.or([e('b.organisation_id', '=', organisationId), e('b.partner_id', '=', organisationId)]))
    .orderBy('a.starts_at', 'desc')
    .orderBy('b.booked_at', 'desc')
    .execute()
}

export async function findBooking(trx: Trx, organisationId: string, id: string): Promise<Booking | null> {
  return (await bookingsOf(trx, organisationId)).find((booking) => booking.id === id) ?? null
}

export interface Wish {
  readonly id: string
  readonly schoolId: string
  readonly schoolName: string
  readonly partnerId: string
  readonly afternoonId: string
  readonly people: number
  readonly contact: string
  readonly wish: string
  readonly now: Date
}

/**
 * Books an afternoon. False: it is not on offer any more, or another school was first; the index of the table decides, also
 * between two at once.
 */
export async function bookAfternoon(trx: Trx, record: RecordEntry, wish: Wish): Promise<boolean> {
  // Holds the afternoon until the end of this transaction: its partner may be about to take it away.
  const { rows } = await sql<{ room: number | null }>`
    select movement_afternoon_room(${wish.partnerId}, ${wish.afternoonId}) as room`.execute(trx)
  if (rows[0]?.room == null) return false
  const made = await trx
    .insertInto('movement_bookings')
    .values({
      organisation_id: wish.schoolId,
      id: wish.id,
      school_name: wish.schoolName,
      partner_id: wish.partnerId,
      afternoon_id: wish.afternoonId,
      people: wish.people,
      contact: wish.contact,
      wish: wish.wish,
      booked_at: wish.now,
      cancelled_at: null,
      cancelled_by: null,
    })
    .onConflict((conflict) =>
      conflict.columns(['partner_id', 'afternoon_id']).where('cancelled_at', 'is', null).doNothing(),
    )
    .executeTakeFirst()
  if (made.numInsertedOrUpdatedRows !== 1n) return false
  record({ action: 'afternoon-booked', subject: `booking:${wish.id}`, changes: { people: [null, wish.people] } })
  return true
}

/** Ends a booking, by either side: the afternoon can be booked again. False where it is ended already. */
export async function cancelBooking(
  trx: Trx,
  record: RecordEntry,
  { id, by, now }: { readonly id: string; readonly by: Side; readonly now: Date },
): Promise<boolean> {
  const changed = await trx
    .updateTable('movement_bookings')
    .set({ cancelled_at: now, cancelled_by: by })
    .where('id', '=', id)
    .where('cancelled_at', 'is', null)
    .executeTakeFirst()
  if (changed.numUpdatedRows === 0n) return false
  record({ action: 'booking-cancelled', subject: `booking:${id}`, changes: { by: [null, by] } })
  return true
}

/** One of the leaders of the other side of a booking. */
export interface OtherSide {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly locale: 'nl' | 'en' | null
  /** Of their organisation, in addresses. */
  readonly slug: string
}

/** Who leads the other side of a booking; nobody for who is no side of it. */
export async function otherSideOf(trx: Trx, bookingId: string): Promise<readonly OtherSide[]> {
  const { rows } = await sql<OtherSide>`select * from movement_other_side(${bookingId})`.execute(trx)
  return rows
}

export interface Evaluation {
  readonly peopleCame: number
  /** 1 much, 2 a little, 3 nothing. */
  readonly worth: number
  readonly tookAlong: string
  readonly better: string
}

/** What both sides wrote of an afternoon, where they did. */
export async function evaluationsOf(
  trx: Trx,
  { id, schoolId }: Pick<Booking, 'id' | 'schoolId'>,
): Promise<Readonly<Partial<Record<Side, Evaluation>>>> {
  const rows = await trx
    .selectFrom('movement_evaluations')
    .select(['organisation_id as by', 'people_came as peopleCame', 'worth', 'took_along as tookAlong', 'better'])
    .where('school_id', '=', schoolId)
    .where('booking_id', '=', id)
    .execute()
  return Object.fromEntries(rows.map(({ by, ...words }) => [by === schoolId ? 'school' : 'partner', words]))
}

/** Writes what one side found of it, or writes it again. The words stand in no journal. */
export async function evaluate(
  trx: Trx,
  record: RecordEntry,
  wish: {
    readonly organisationId: string
    readonly booking: Pick<Booking, 'id' | 'schoolId'>
    readonly words: Evaluation
    readonly now: Date
  },
): Promise<void> {
  const { peopleCame, worth, tookAlong, better } = wish.words
  const words = { people_came: peopleCame, worth, took_along: tookAlong, better, written_at: wish.now }
  await trx
    .insertInto('movement_evaluations')
    .values({
      organisation_id: wish.organisationId,
      booking_id: wish.booking.id,
      school_id: wish.booking.schoolId,
      ...words,
    })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'booking_id']).doUpdateSet(words))
    .execute()
  record({ action: 'afternoon-evaluated', subject: `booking:${wish.booking.id}` })
}
