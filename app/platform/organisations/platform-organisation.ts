import type { Trx } from '../database/scope.ts'

/** The id of the organisation that is the platform itself: there is one as soon as there is an admin. System scope. */
export async function platformOrganisation(trx: Trx): Promise<string> {
  const row = await trx
    .selectFrom('organisations')
    .select('id')
    .where('kind', '=', 'platform')
    .orderBy('created_at')
    .executeTakeFirstOrThrow()
  return row.id
}
