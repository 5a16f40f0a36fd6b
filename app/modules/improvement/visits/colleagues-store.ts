import { sql } from 'kysely'
import type { Trx } from '../../../platform/database/scope.ts'
import type { Role } from '../../../platform/identity/roles.ts'
import { type Colleague, leads } from './visit.ts'

export interface NamedColleague extends Colleague {
  readonly name: string
}

/** Everybody with a role at the school itself, by name, without who asks. */
export async function colleaguesOf(
  trx: Trx,
  organisationId: string,
  userId: string,
): Promise<readonly NamedColleague[]> {
  return trx
    .selectFrom('memberships')
    .innerJoin('users', 'users.id', 'memberships.user_id')
    .select(['users.id', 'users.name', sql<Role[]>`array_agg(memberships.role)`.as('roles')])
    .where('memberships.organisation_id', '=', organisationId)
    .where('users.id', '<>', userId)
    .groupBy(['users.id', 'users.name'])
    .orderBy('users.name')
    .orderBy('users.id')
    .execute()
}

/** Whether somebody of the school has a say over colleagues. */
export async function isLeading(trx: Trx, organisationId: string, userId: string): Promise<boolean> {
  const rows = await trx
    .selectFrom('memberships')
    .select('role')
    .where('organisation_id', '=', organisationId)
    .where('user_id', '=', userId)
    .execute()
  return leads(rows.map(({ role }) => role))
}
