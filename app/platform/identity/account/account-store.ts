import type { Trx } from '../../database/scope.ts'
import '../../organisations/organisations.ts'
import '../people.ts'
import type { Role } from '../roles.ts'

export interface Device {
  readonly id: string
  /** Such as `Firefox · Android`; empty where the browser did not say. */
  readonly name: string
  readonly since: Date
  /** The last day on which it was used. */
  readonly usedAt: Date
  readonly current: boolean
}

/** All of these run under the system scope, for the person who is signed in. */
export async function listDevices(
  trx: Trx,
  userId: string,
  token: string | null,
  now: Date,
): Promise<readonly Device[]> {
  const rows = await trx
    .selectFrom('sessions')
    .select(['id', 'token', 'user_agent', 'created_at', 'updated_at'])
    .where('user_id', '=', userId)
    .where('expires_at', '>', now)
    .orderBy('updated_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.user_agent ?? '',
    since: row.created_at,
    usedAt: row.updated_at,
    current: row.token === token,
  }))
}

export async function endDevice(trx: Trx, userId: string, id: string): Promise<void> {
  await trx.deleteFrom('sessions').where('user_id', '=', userId).where('id', '=', id).execute()
}

export async function endOtherDevices(trx: Trx, userId: string, token: string): Promise<void> {
  await trx.deleteFrom('sessions').where('user_id', '=', userId).where('token', '!=', token).execute()
}

export interface Place {
  readonly name: string
  readonly slug: string
  readonly role: Role
}

export async function listPlaces(trx: Trx, userId: string): Promise<readonly Place[]> {
  return trx
    .selectFrom('memberships')
    .innerJoin('organisations', 'organisations.id', 'memberships.organisation_id')
    .select(['organisations.name', 'organisations.slug', 'memberships.role'])
    .where('memberships.user_id', '=', userId)
    .orderBy('organisations.name')
    .orderBy('memberships.role')
    .execute()
}
