import { sql } from 'kysely'
import type { Trx } from '../../../platform/database/scope.ts'
import type { Record as RecordEntry } from '../../../platform/journal/perform.ts'
import './tables.ts'

/** What a company or institution shows, when and where. */
export interface AfternoonWords {
  readonly title: string
  readonly shows: string
  readonly place: string
  readonly contact: string
  readonly startsAt: Date
  readonly minutes: number
  readonly mostPeople: number
}

export interface Afternoon extends AfternoonWords {
  readonly id: string
  readonly partnerId: string
  readonly partnerName: string
  readonly offeredAt: Date | null
  /** Nobody has booked it, or who did cancelled. */
  readonly free: boolean
}

const free = sql<boolean>`movement_afternoon_free(a.organisation_id, a.id)`.as('free')
const columns = [
  'a.id',
  'a.organisation_id as partnerId',
  'a.partner_name as partnerName',
  'a.title',
  'a.shows',
  'a.place',
  'a.contact',
  'a.starts_at as startsAt',
  'a.minutes',
  'a.most_people as mostPeople',
  'a.offered_at as offeredAt',
] as const

/** Afternoons to come that can still be booked, the first one first. */
export async function freeAfternoons(trx: Trx, now: Date, most: number): Promise<readonly Afternoon[]> {
  return trx
    .selectFrom('movement_afternoons as a')
    .select([...columns, free])
    .where('a.offered_at', 'is not', null)
    .where('a.starts_at', '>', now)
    .where(sql<boolean>`movement_afternoon_free(a.organisation_id, a.id)`)
    .orderBy('a.starts_at')
    .limit(most)
    .execute()
}

/** One that is on offer or that the asker has to do with; null for any other. */
export async function findAfternoon(trx: Trx, id: string): Promise<Afternoon | null> {
  const afternoon = await trx
    .selectFrom('movement_afternoons as a')
    .select([...columns, free])
    .where('a.id', '=', id)
    .executeTakeFirst()
  return afternoon ?? null
}

/** Everything that a partner ever offered and did not withdraw, the latest day first. */
export function offeredBy(trx: Trx, partnerId: string): Promise<readonly Afternoon[]> {
  return trx
    .selectFrom('movement_afternoons as a')
    .select([...columns, free])
    .where('a.organisation_id', '=', partnerId)
    .where('a.offered_at', 'is not', null)
    .orderBy('a.starts_at', 'desc')
    .execute()
}

interface Offer {
  readonly id: string
  readonly partnerId: string
  readonly partnerName: string
  readonly words: AfternoonWords
  readonly now: Date
}

export async function offerAfternoon(trx: Trx, record: RecordEntry, offer: Offer): Promise<void> {
  const { startsAt, mostPeople, ...words } = offer.words
  await trx
    .insertInto('movement_afternoons')
    .values({
      organisation_id: offer.partnerId,
      id: offer.id,
      partner_name: offer.partnerName,
      ...words,
      starts_at: startsAt,
      most_people: mostPeople,
      created_at: offer.now,
      offered_at: offer.now,
    })
    .execute()
  record({
    action: 'afternoon-offered',
    subject: `afternoon:${offer.id}`,
    changes: { starts_at: [null, startsAt.toISOString()] },
  })
}

/** Takes an offer away. False where there is none, or where a school has booked it: then that is cancelled first. */
export async function withdrawAfternoon(
  trx: Trx,
  record: RecordEntry,
  { partnerId, id }: Pick<Offer, 'partnerId' | 'id'>,
): Promise<boolean> {
  // Held first, so that the next statement sees what a school booked until then: the other way round both could happen.
  await trx
    .selectFrom('movement_afternoons')
    .select('id')
    .where('organisation_id', '=', partnerId)
    .where('id', '=', id)
    .forUpdate()
    .execute()
  const changed = await trx
    .updateTable('movement_afternoons')
    .set({ offered_at: null })
    .where('organisation_id', '=', partnerId)
    .where('id', '=', id)
    .where('offered_at', 'is not', null)
    .where(sql<boolean>`movement_afternoon_free(organisation_id, id)`)
    .executeTakeFirst()
  if (changed.numUpdatedRows === 0n) return false
  record({ action: 'afternoon-withdrawn', subject: `afternoon:${id}` })
  return true
}
