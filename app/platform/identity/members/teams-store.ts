import type { Trx } from '../../database/scope.ts'
import type { Record } from '../../journal/perform.ts'
import '../../organisations/organisations.ts'
import { slugOf } from '../../organisations/slug.ts'
import '../people.ts'

/** A team that works well at a board has 6 to 10 people; other sizes get a warning, never a refusal. */
export const teamSize = { least: 6, most: 10 } as const

export interface Team {
  readonly id: string
  readonly name: string
  readonly memberIds: readonly string[]
  readonly archived: boolean
}

export async function listTeams(trx: Trx, organisationId: string): Promise<readonly Team[]> {
  const rows = await trx
    .selectFrom('teams')
    .select(['id', 'name', 'archived_at'])
    .where('organisation_id', '=', organisationId)
    .orderBy('created_at')
    .orderBy('name')
    .execute()
  const places = await trx
    .selectFrom('team_members')
    .select(['team_id', 'user_id'])
    .where('organisation_id', '=', organisationId)
    .execute()
  return rows.map(({ id, name, archived_at }) => ({
    id,
    name,
    memberIds: places.filter(({ team_id }) => team_id === id).map(({ user_id }) => user_id),
    archived: archived_at !== null,
  }))
}

export type TeamRefusal = 'no-such-team' | 'name-taken'
export type TeamChange = { readonly ok: true } | { readonly ok: false; readonly reason: TeamRefusal }

interface NewTeam {
  readonly organisationId: string
  /** The operation's id. */
  readonly id: string
  readonly name: string
  readonly now: Date
}

export async function addTeam(
  trx: Trx,
  record: Record,
  { organisationId, id, name, now }: NewTeam,
): Promise<TeamChange> {
  const teams = await listTeams(trx, organisationId)
  if (isTaken(teams, id, name)) return { ok: false, reason: 'name-taken' }
  const plain = slugOf(name)
  const taken = await trx
    .selectFrom('teams')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('slug', '=', plain)
    .executeTakeFirst()
  // A team that was put away keeps its address; the end of an id is random.
  const slug = taken === undefined ? plain : `${plain.slice(0, 50)}-${id.slice(-6)}`
  await trx.insertInto('teams').values({ organisation_id: organisationId, id, slug, name, created_at: now }).execute()
  record({ action: 'team-added', subject: `team:${id}`, changes: { name: [null, name] } })
  return { ok: true }
}

interface TeamWish {
  readonly organisationId: string
  readonly id: string
  readonly name: string
  readonly memberIds: readonly string[]
}

/** Renames a team and makes these its members. The address of its pages stays. */
export async function changeTeam(trx: Trx, record: Record, wish: TeamWish): Promise<TeamChange> {
  const { organisationId, id, name } = wish
  const teams = await listTeams(trx, organisationId)
  const team = teams.find((each) => each.id === id)
  if (team === undefined) return { ok: false, reason: 'no-such-team' }
  if (isTaken(teams, id, name)) return { ok: false, reason: 'name-taken' }
  if (name !== team.name) {
    await ofTeam(trx.updateTable('teams').set({ name }), organisationId, id).execute()
    record({ action: 'team-renamed', subject: `team:${id}`, changes: { name: [team.name, name] } })
  }
  const members = await trx
    .selectFrom('memberships')
    .select('user_id')
    .distinct()
    .where('organisation_id', '=', organisationId)
    .execute()
  const after = members.map(({ user_id }) => user_id).filter((user) => wish.memberIds.includes(user))
  const added = after.filter((user) => !team.memberIds.includes(user))
  const removed = team.memberIds.filter((user) => !after.includes(user))
  if (removed.length > 0) {
    await trx
      .deleteFrom('team_members')
      .where('organisation_id', '=', organisationId)
      .where('team_id', '=', id)
      .where('user_id', 'in', removed)
      .execute()
  }
  if (added.length > 0) {
    const rows = added.map((user) => ({ organisation_id: organisationId, team_id: id, user_id: user }))
    await trx.insertInto('team_members').values(rows).execute()
  }
  if (added.length + removed.length > 0) {
    record({ action: 'team-changed', subject: `team:${id}`, changes: { members: [team.memberIds, after] } })
  }
  return { ok: true }
}

/** Puts a team away, or takes it back (`at` null). What it made stays, and so do its members. */
export async function archiveTeam(
  trx: Trx,
  record: Record,
  { organisationId, id, at }: { readonly organisationId: string; readonly id: string; readonly at: Date | null },
): Promise<TeamChange> {
  const { numUpdatedRows } = await ofTeam(
    trx.updateTable('teams').set({ archived_at: at }),
    organisationId,
    id,
  ).executeTakeFirst()
  if (numUpdatedRows === 0n) return { ok: false, reason: 'no-such-team' }
  record({ action: at === null ? 'team-restored' : 'team-archived', subject: `team:${id}` })
  return { ok: true }
}

function isTaken(teams: readonly Team[], id: string, name: string): boolean {
  return teams.some((team) => team.id !== id && !team.archived && team.name.toLowerCase() === name.toLowerCase())
}

interface ByTeam<Q> {
  where(column: 'organisation_id' | 'id', operator: '=', value: string): Q
}

function ofTeam<Q extends ByTeam<Q>>(query: Q, organisationId: string, id: string): Q {
  return query.where('organisation_id', '=', organisationId).where('id', '=', id)
}
