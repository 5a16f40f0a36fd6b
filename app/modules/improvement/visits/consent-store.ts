import type { Trx } from '../../../platform/database/scope.ts'

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

/** From now on they count, those of before as well, wherever a half year is not counted yet. */
export async function consent(trx: Trx, organisationId: string, receiverId: string, now: Date): Promise<void> {
  await trx
    .insertInto('visit_consents')
    .values({ organisation_id: organisationId, user_id: receiverId, since: now })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'user_id']).doNothing())
    .execute()
}

/** No longer. What was told of a half year stands: by what changes in it, one person could be found. */
export async function takeBackConsent(trx: Trx, organisationId: string, receiverId: string): Promise<void> {
  await trx
    .deleteFrom('visit_consents')
    .where('organisation_id', '=', organisationId)
    .where('user_id', '=', receiverId)
    .execute()
}
