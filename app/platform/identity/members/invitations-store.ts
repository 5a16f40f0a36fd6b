import type { Trx } from '../../database/scope.ts'
import type { Record } from '../../journal/perform.ts'
import '../../organisations/organisations.ts'
import type { OrganisationKind } from '../../organisations/organisations.ts'
import '../people.ts'
import type { Role } from '../roles.ts'
import { hashToken } from '../token.ts'

const invitationDays = 14
/** Invitations that one organisation may have open: more is not a school that starts but a mail cannon. */
const mostOpen = 300

export interface Invitation {
  readonly id: string
  readonly email: string
  readonly role: Role
  readonly sentAt: Date
  readonly expiresAt: Date
}

export interface InvitationWish {
  readonly organisationId: string
  /** The operation's id. */
  readonly id: string
  readonly email: string
  readonly name: string | null
  readonly role: Role
  readonly teamIds: readonly string[]
  readonly token: string
  readonly invitedBy: string | null
  readonly now: Date
}

export type InvitationRefusal = 'already-member' | 'already-invited' | 'too-many-open'
export type InvitationChange = { readonly ok: true } | { readonly ok: false; readonly reason: InvitationRefusal }

/** Not answered, not withdrawn; those that expired are among them, to be sent again. */
export async function listInvitations(trx: Trx, organisationId: string): Promise<readonly Invitation[]> {
  const rows = await pending(trx, organisationId).select(['id', 'email', 'role', 'sent_at', 'expires_at']).execute()
  return rows.map(({ id, email, role, sent_at, expires_at }) => ({
    id,
    email,
    role,
    sentAt: sent_at,
    expiresAt: expires_at,
  }))
}

export async function invite(trx: Trx, record: Record, wish: InvitationWish): Promise<InvitationChange> {
  const { organisationId, id, email, role, now } = wish
  const member = await trx
    .selectFrom('memberships')
    .innerJoin('users', 'users.id', 'memberships.user_id')
    .select('users.id')
    .where('memberships.organisation_id', '=', organisationId)
    .where('users.email', '=', email)
    .executeTakeFirst()
  if (member !== undefined) return { ok: false, reason: 'already-member' }
  const open = await pending(trx, organisationId).select('email').execute()
  if (open.some((each) => each.email === email)) return { ok: false, reason: 'already-invited' }
  if (open.length >= mostOpen) return { ok: false, reason: 'too-many-open' }
  const teams = await trx.selectFrom('teams').select('id').where('organisation_id', '=', organisationId).execute()
  const teamIds = teams.map((team) => team.id).filter((team) => wish.teamIds.includes(team))
  await trx
    .insertInto('invitations')
    .values({
      organisation_id: organisationId,
      id,
      email,
      name: wish.name,
      role,
      team_ids: teamIds,
      token_hash: hashToken(wish.token),
      invited_by: wish.invitedBy,
      sent_at: now,
      expires_at: expiry(now),
      accepted_at: null,
      withdrawn_at: null,
      created_at: now,
    })
    .execute()
  record({ action: 'invitation-sent', subject: `invitation:${id}`, changes: { role: [null, role] } })
  return { ok: true }
}

interface Again {
  readonly organisationId: string
  readonly id: string
  readonly now: Date
}

/** A new link; the one before stops working. Resolves to the address it goes to. */
export async function renewInvitation(
  trx: Trx,
  record: Record,
  { organisationId, id, token, now }: Again & { readonly token: string },
): Promise<{ readonly email: string; readonly role: Role } | null> {
  const row = await pending(trx, organisationId).select(['email', 'role']).where('id', '=', id).executeTakeFirst()
  if (row === undefined) return null
  await trx
    .updateTable('invitations')
    .set({ token_hash: hashToken(token), sent_at: now, expires_at: expiry(now) })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .execute()
  record({ action: 'invitation-renewed', subject: `invitation:${id}` })
  return row
}

export async function withdrawInvitation(trx: Trx, record: Record, { organisationId, id, now }: Again): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('invitations')
    .set({ withdrawn_at: now })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows > 0n) record({ action: 'invitation-withdrawn', subject: `invitation:${id}` })
}

export interface OpenInvitation {
  readonly id: string
  readonly email: string
  readonly name: string | null
  readonly role: Role
  readonly teamIds: readonly string[]
  readonly organisation: {
    readonly id: string
    readonly name: string
    readonly slug: string
    readonly kind: OrganisationKind
  }
  readonly invitedBy: string | null
  /** Whose account has this address already. */
  readonly userId: string | null
}

/** The invitation behind a token, while it can be accepted. Under the system scope: the token says which tenant. */
export async function findInvitation(trx: Trx, token: string, now: Date): Promise<OpenInvitation | null> {
  const row = await trx
    .selectFrom('invitations')
    .innerJoin('organisations', 'organisations.id', 'invitations.organisation_id')
    .leftJoin('users as inviter', 'inviter.id', 'invitations.invited_by')
    .leftJoin('users as known', 'known.email', 'invitations.email')
    .select(['invitations.id', 'invitations.email', 'invitations.name', 'invitations.role', 'invitations.team_ids'])
    .select([
      'organisations.id as place',
      'organisations.name as place_name',
      'organisations.slug',
      'organisations.kind',
    ])
    .select(['inviter.name as inviter', 'known.id as user_id'])
    .where('invitations.token_hash', '=', hashToken(token))
    .where('invitations.expires_at', '>', now)
    .where('invitations.accepted_at', 'is', null)
    .where('invitations.withdrawn_at', 'is', null)
    .executeTakeFirst()
  if (row === undefined) return null
  return {
    id: row.id,
    email: row.email,
    name: row.name,
    role: row.role,
    teamIds: row.team_ids,
    organisation: { id: row.place, name: row.place_name, slug: row.slug, kind: row.kind },
    invitedBy: row.inviter,
    userId: row.user_id,
  }
}

interface Acceptance {
  readonly token: string
  readonly name: string
  readonly newId: () => string
  readonly now: Date
}

/** Makes account, membership and places in teams. Resolves to the person, or null where the invitation is gone. */
export async function acceptInvitation(
  trx: Trx,
  record: Record,
  { token, name, newId, now }: Acceptance,
): Promise<string | null> {
  const invitation = await findInvitation(trx, token, now)
  if (invitation === null) return null
  const { id, email, role, organisation } = invitation
  const place = { organisation_id: organisation.id }
  const userId = invitation.userId ?? newId()
  if (invitation.userId === null) {
    const person = { id: userId, name, email, email_verified: true, image: null, locale: null }
    await trx
      .insertInto('users')
      .values({ ...person, created_at: now, updated_at: now })
      .execute()
  } else {
    // Whoever holds the link reads the mail of this address.
    await trx.updateTable('users').set({ email_verified: true }).where('id', '=', userId).execute()
  }
  await trx
    .insertInto('memberships')
    .values({ ...place, user_id: userId, role, created_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const teams = await trx
    .selectFrom('teams')
    .select('id')
    .where('organisation_id', '=', organisation.id)
    .where('archived_at', 'is', null)
    .execute()
  const places = teams
    .filter((team) => invitation.teamIds.includes(team.id))
    .map((team) => ({ ...place, team_id: team.id, user_id: userId }))
  if (places.length > 0) {
    await trx
      .insertInto('team_members')
      .values(places)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
  await trx
    .deleteFrom('former_members')
    .where('organisation_id', '=', organisation.id)
    .where('user_id', '=', userId)
    .execute()
  await trx
    .updateTable('invitations')
    .set({ accepted_at: now })
    .where('organisation_id', '=', organisation.id)
    .where('id', '=', id)
    .execute()
  record({ action: 'invitation-accepted', subject: `invitation:${id}`, changes: { person: [null, userId] } })
  record({ action: 'member-joined', subject: `person:${userId}`, changes: { roles: [null, [role]] } })
  return userId
}

function pending(trx: Trx, organisationId: string) {
  return trx
    .selectFrom('invitations')
    .where('organisation_id', '=', organisationId)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .orderBy('sent_at', 'desc')
}

function expiry(now: Date): Date {
  return new Date(now.getTime() + invitationDays * 24 * 3600_000)
}
