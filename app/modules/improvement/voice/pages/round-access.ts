import type { Trx } from '../../../../platform/database/scope.ts'
import { actorOf } from '../../../../platform/identity/viewer.ts'
import { type Access, members } from '../../../../platform/web/access.ts'
import { organisationOf, type WebContext, withinScope } from '../../../../platform/web/context.ts'
import { isUuid } from '../../board-store.ts'
import { findRound, type Round } from '../round-store.ts'

/** Who may put questions at all; of which team, `ownTeams` says. */
export const askers: Access = members('teacher', 'coach', 'leader')

export function mayAsk(c: WebContext): boolean {
  return c.var.visit.roles.some((role) => role === 'teacher' || role === 'coach' || role === 'leader')
}

export interface OwnTeam {
  readonly id: string
  readonly name: string
}

/** The teams that this person may ask for: their own; coach and leader for all. */
export async function ownTeams(trx: Trx, c: WebContext): Promise<readonly OwnTeam[]> {
  const { viewer, roles } = c.var.visit
  if (viewer.kind !== 'person') return []
  const all = roles.includes('coach') || roles.includes('leader')
  const teams = trx
    .selectFrom('teams')
    .select(['teams.id', 'teams.name'])
    .where('teams.organisation_id', '=', organisationOf(c).id)
    .where('teams.archived_at', 'is', null)
    .orderBy('teams.name')
  if (all) return teams.execute()
  return teams
    .innerJoin('team_members', (join) =>
      join
        .onRef('team_members.organisation_id', '=', 'teams.organisation_id')
        .onRef('team_members.team_id', '=', 'teams.id'),
    )
    .where('team_members.user_id', '=', viewer.id)
    .execute()
}

export interface OpenedRound {
  readonly round: Round
  /** Of the team, or its coach or leader: may close it, and tell the pupils what was done. */
  readonly leads: boolean
  /** Of the team, or who opened it: reads open answers before anybody else, and takes away what can be recognised. */
  readonly readsFirst: boolean
}

/** The round in the path, with what this person may do; null where there is none here. */
export async function roundIn(c: WebContext): Promise<OpenedRound | null> {
  const id = c.req.param('round') ?? ''
  if (!isUuid(id)) return null
  return withinScope(c, async (trx) => {
    const round = await findRound(trx, organisationOf(c).id, id)
    if (round === null) return null
    const leads = mayAsk(c) && (await ownTeams(trx, c)).some((team) => team.id === round.teamId)
    const { viewer } = c.var.visit
    const readsFirst = leads && (round.openedBy === actorOf(viewer) || (await isOfTeam(trx, c, round.teamId)))
    return { round, leads, readsFirst }
  })
}

async function isOfTeam(trx: Trx, c: WebContext, teamId: string): Promise<boolean> {
  const { viewer } = c.var.visit
  if (viewer.kind !== 'person') return false
  const member = await trx
    .selectFrom('team_members')
    .select('user_id')
    .where('organisation_id', '=', organisationOf(c).id)
    .where('team_id', '=', teamId)
    .where('user_id', '=', viewer.id)
    .executeTakeFirst()
  return member !== undefined
}
