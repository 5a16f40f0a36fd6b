import { sql } from 'kysely'
import type { Trx } from '../../../platform/database/scope.ts'
import { keyedHash } from '../../../platform/identity/token.ts'
import type { Day } from '../../../platform/text/days.ts'
import type { VisitKey } from './visit-store.ts'

/** Whether somebody lets scores of visits to them count for the school, without a name. No, unless they said so. */
export async function hasConsented(trx: Trx, organisationId: string, receiverId: string): Promise<boolean> {
  const row = await trx
    .selectFrom('visit_consents')
    .select('since')
    .where('organisation_id', '=', organisationId)
    .where('user_id', '=', receiverId)
    .executeTakeFirst()
  return row !== undefined
}

/** Whose scores may count: `receiverId` of the school, named by the keyed hash that only this server can make. */
export interface Counting {
  readonly secret: string
  readonly organisationId: string
  readonly receiverId: string
}

const teacherHash = ({ secret, organisationId, receiverId }: Counting) =>
  keyedHash(secret, 'counted-teacher', `${organisationId} ${receiverId}`)
const visitHash = (secret: string, id: string) => keyedHash(secret, 'counted-visit', id)

/** From now on they count, those of before as well. */
export async function consent(trx: Trx, counting: Counting, now: Date): Promise<void> {
  const { organisationId, receiverId } = counting
  await trx
    .insertInto('visit_consents')
    .values({ organisation_id: organisationId, user_id: receiverId, since: now })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'user_id']).doNothing())
    .execute()
  const held = await trx
    .selectFrom('visits')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('receiver_id', '=', receiverId)
    .where('state', '=', 'done')
    .execute()
  for (const { id } of held) await countScores(trx, counting, { organisationId, id })
}

/** No longer: what counted is taken out again. */
export async function takeBackConsent(trx: Trx, counting: Counting): Promise<void> {
  const { organisationId, receiverId } = counting
  await trx
    .deleteFrom('visit_consents')
    .where('organisation_id', '=', organisationId)
    .where('user_id', '=', receiverId)
    .execute()
  await trx
    .deleteFrom('visit_counted_scores')
    .where('organisation_id', '=', organisationId)
    .where('teacher_hash', '=', teacherHash(counting))
    .execute()
}

/** Puts the scores of a visit among those that count, where its receiver agreed to that; otherwise nothing. */
export async function countScores(trx: Trx, counting: Counting, key: VisitKey): Promise<void> {
  await stopCounting(trx, counting.secret, key)
  if (!(await hasConsented(trx, key.organisationId, counting.receiverId))) return
  const rows = await trx
    .selectFrom('visit_scores')
    .innerJoin('visit_records', (join) =>
      join
        .onRef('visit_records.organisation_id', '=', 'visit_scores.organisation_id')
        .onRef('visit_records.visit_id', '=', 'visit_scores.visit_id'),
    )
    .innerJoin('visits', (join) =>
      join
        .onRef('visits.organisation_id', '=', 'visit_scores.organisation_id')
        .onRef('visits.id', '=', 'visit_scores.visit_id'),
    )
    .select([
      'indicator',
      'score',
      'instrument',
      sql<string>`to_char(coalesce(visits.done_at, visits.starts_at) at time zone 'Europe/Amsterdam', 'YYYY-MM-01')`.as(
        'month',
      ),
    ])
    .where('visit_scores.organisation_id', '=', key.organisationId)
    .where('visit_scores.visit_id', '=', key.id)
    .execute()
  const counted = rows.flatMap(({ indicator, score, instrument, month }) =>
    instrument === null || month === null
      ? []
      : [
          {
            organisation_id: key.organisationId,
            teacher_hash: teacherHash(counting),
            visit_hash: visitHash(counting.secret, key.id),
            instrument,
            indicator,
            month,
            score,
          },
        ],
  )
  if (counted.length > 0) await trx.insertInto('visit_counted_scores').values(counted).execute()
}

/** The receiver deleted what was seen: it doesn't count any more either. */
export async function stopCounting(trx: Trx, secret: string, { organisationId, id }: VisitKey): Promise<void> {
  await trx
    .deleteFrom('visit_counted_scores')
    .where('organisation_id', '=', organisationId)
    .where('visit_hash', '=', visitHash(secret, id))
    .execute()
}

export interface CountedScore {
  /** The same for the same receiver, and nobody's name. */
  readonly teacher: string
  readonly visit: string
  /** `own`, or the id of an imported instrument. */
  readonly instrument: string
  readonly indicator: string
  /** `2026-11`. */
  readonly month: string
  readonly score: number
}

/** The scores that receivers agreed to count, between two months: for the layer "what teachers do" of a school. */
export async function countedScores(
  trx: Trx,
  organisationId: string,
  from: Day,
  until: Day,
): Promise<readonly CountedScore[]> {
  return trx
    .selectFrom('visit_counted_scores')
    .select([
      'teacher_hash as teacher',
      'visit_hash as visit',
      'instrument',
      'indicator',
      sql<string>`to_char(month, 'YYYY-MM')`.as('month'),
      'score',
    ])
    .where('organisation_id', '=', organisationId)
    .where('month', '>=', from)
    .where('month', '<=', until)
    .orderBy('month')
    .orderBy('visit_hash')
    .orderBy('indicator')
    .execute()
}
