import type { Trx } from '../../database/scope.ts'
import type { Record } from '../../journal/perform.ts'
import '../../organisations/organisations.ts'
import type { OrganisationRef } from '../viewer.ts'
import '../people.ts'
import { roles as allRoles, type Role } from '../roles.ts'
import { keyRole, rolesAfter } from './grants.ts'

export interface Member {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly roles: readonly Role[]
  readonly teamIds: readonly string[]
}

/** The people of one organisation, by name; those of its governing body are not among them. */
export async function listMembers(trx: Trx, organisationId: string): Promise<readonly Member[]> {
  const rows = await trx
    .selectFrom('memberships')
    .innerJoin('users', 'users.id', 'memberships.user_id')
    .select(['users.id', 'users.name', 'users.email', 'memberships.role'])
    .where('memberships.organisation_id', '=', organisationId)
    .orderBy('users.name')
    .orderBy('users.id')
    .execute()
  const places = await trx
    .selectFrom('team_members')
    .select(['user_id', 'team_id'])
    .where('organisation_id', '=', organisationId)
    .execute()
  const members = new Map<string, { id: string; name: string; email: string; roles: Role[]; teamIds: string[] }>()
  for (const { id, name, email, role } of rows) {
    const member = members.get(id) ?? { id, name, email, roles: [], teamIds: [] }
    members.set(id, member)
    member.roles.push(role)
  }
  for (const { user_id, team_id } of places) members.get(user_id)?.teamIds.push(team_id)
  for (const { roles } of members.values()) roles.sort((a, b) => allRoles.indexOf(a) - allRoles.indexOf(b))
  return [...members.values()]
}

export async function findMember(trx: Trx, organisationId: string, id: string): Promise<Member | undefined> {
  return (await listMembers(trx, organisationId)).find((member) => member.id === id)
}

export interface FormerMember {
  readonly id: string
  readonly name: string
  readonly leftAt: Date
}

export async function listFormerMembers(trx: Trx, organisationId: string): Promise<readonly FormerMember[]> {
  const rows = await trx
    .selectFrom('former_members')
    .innerJoin('users', 'users.id', 'former_members.user_id')
    .select(['users.id', 'users.name', 'former_members.left_at'])
    .where('former_members.organisation_id', '=', organisationId)
    .orderBy('users.name')
    .execute()
  return rows.map(({ id, name, left_at }) => ({ id, name, leftAt: left_at }))
}

export type MemberRefusal = 'no-such-person' | 'no-role' | 'last-key' | 'not-yours'
export type MemberChange = { readonly ok: true } | { readonly ok: false; readonly reason: MemberRefusal }

export interface MemberWish {
  readonly organisation: OrganisationRef
  readonly id: string
  readonly roles: readonly Role[]
  readonly teamIds: readonly string[]
  /** What the person who asks may grant: roles outside it stay as they are. */
  readonly may: readonly Role[]
  readonly now: Date
}

/** Gives somebody these roles and these teams, no more and no fewer. */
export async function changeMember(trx: Trx, record: Record, wish: MemberWish): Promise<MemberChange> {
  const { organisation, id, may, now } = wish
  const member = await findMember(trx, organisation.id, id)
  if (member === undefined) return { ok: false, reason: 'no-such-person' }
  const after = rolesAfter(member.roles, wish.roles, may)
  if (after.length === 0) return { ok: false, reason: 'no-role' }
  if (await takesLastKey(trx, organisation, member, after)) return { ok: false, reason: 'last-key' }
  const added = after.filter((role) => !member.roles.includes(role))
  const removed = member.roles.filter((role) => !after.includes(role))
  if (removed.length > 0) {
    await ofMember(trx.deleteFrom('memberships'), organisation.id, id).where('role', 'in', removed).execute()
  }
  if (added.length > 0) {
    const rows = added.map((role) => ({ organisation_id: organisation.id, user_id: id, role, created_at: now }))
    await trx.insertInto('memberships').values(rows).execute()
  }
  const teamIds = await setTeams(trx, organisation.id, member, wish.teamIds)
  const changes = {
    ...(added.length + removed.length > 0 ? { roles: [member.roles, after] as const } : {}),
    ...(teamIds === null ? {} : { teams: [member.teamIds, teamIds] as const }),
  }
  if (Object.keys(changes).length > 0) record({ action: 'member-changed', subject: `person:${id}`, changes })
  return { ok: true }
}

/** Takes somebody out of the organisation; the name stays with what was done. */
export async function removeMember(
  trx: Trx,
  record: Record,
  { organisation, id, may, now }: Pick<MemberWish, 'organisation' | 'id' | 'may' | 'now'>,
): Promise<MemberChange> {
  const member = await findMember(trx, organisation.id, id)
  if (member === undefined) return { ok: false, reason: 'no-such-person' }
  if (member.roles.some((role) => !may.includes(role))) return { ok: false, reason: 'not-yours' }
  if (await takesLastKey(trx, organisation, member, [])) return { ok: false, reason: 'last-key' }
  await trx
    .insertInto('former_members')
    .values({ organisation_id: organisation.id, user_id: id, left_at: now })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'user_id']).doUpdateSet({ left_at: now }))
    .execute()
  await ofMember(trx.deleteFrom('team_members'), organisation.id, id).execute()
  await ofMember(trx.deleteFrom('memberships'), organisation.id, id).execute()
  record({ action: 'member-left', subject: `person:${id}`, changes: { roles: [member.roles, null] } })
  return { ok: true }
}

/** Takes a former colleague back, with the first role that may be given; the rest is changed on their page. */
export async function restoreMember(
  trx: Trx,
  record: Record,
  { organisation, id, may, now }: Pick<MemberWish, 'organisation' | 'id' | 'may' | 'now'>,
): Promise<MemberChange> {
  const [role] = may
  if (role === undefined) return { ok: false, reason: 'not-yours' }
  const former = await ofMember(
    trx.selectFrom('former_members').select('user_id'),
    organisation.id,
    id,
  ).executeTakeFirst()
  if (former === undefined) return { ok: false, reason: 'no-such-person' }
  await trx
    .insertInto('memberships')
    .values({ organisation_id: organisation.id, user_id: id, role, created_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await ofMember(trx.deleteFrom('former_members'), organisation.id, id).execute()
  record({ action: 'member-joined', subject: `person:${id}`, changes: { roles: [null, [role]] } })
  return { ok: true }
}

/** Writes to one organisation's people go one after another (its stream is locked), so counting is safe. */
async function takesLastKey(
  trx: Trx,
  { id, kind }: OrganisationRef,
  member: Member,
  after: readonly Role[],
): Promise<boolean> {
  const key = keyRole(kind)
  if (!member.roles.includes(key) || after.includes(key)) return false
  const other = await trx
    .selectFrom('memberships')
    .select('user_id')
    .where('organisation_id', '=', id)
    .where('role', '=', key)
    .where('user_id', '!=', member.id)
    .limit(1)
    .executeTakeFirst()
  return other === undefined
}

/** The teams afterwards, or null where nothing changed. Teams of other organisations are left out. */
async function setTeams(
  trx: Trx,
  organisationId: string,
  member: Member,
  wanted: readonly string[],
): Promise<readonly string[] | null> {
  const teams = await trx.selectFrom('teams').select('id').where('organisation_id', '=', organisationId).execute()
  const after = teams.map(({ id }) => id).filter((id) => wanted.includes(id))
  const added = after.filter((id) => !member.teamIds.includes(id))
  const removed = member.teamIds.filter((id) => !after.includes(id))
  if (added.length + removed.length === 0) return null
  if (removed.length > 0) {
    await ofMember(trx.deleteFrom('team_members'), organisationId, member.id).where('team_id', 'in', removed).execute()
  }
  if (added.length > 0) {
    const rows = added.map((id) => ({ organisation_id: organisationId, team_id: id, user_id: member.id }))
    await trx.insertInto('team_members').values(rows).execute()
  }
  return after
}

interface ByMember<Q> {
  where(column: 'organisation_id' | 'user_id', operator: '=', value: string): Q
}

function ofMember<Q extends ByMember<Q>>(query: Q, organisationId: string, userId: string): Q {
  return query.where('organisation_id', '=', organisationId).where('user_id', '=', userId)
}
