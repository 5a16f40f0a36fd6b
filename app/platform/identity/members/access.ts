import { members } from '../../web/access.ts'
import { organisationOf, type WebContext } from '../../web/context.ts'
import type { Role } from '../roles.ts'
import { grantable } from './grants.ts'

/** Who may look at the list of people, and who may change it. */
export const readsPeople = members('coach', 'leader', 'board', 'admin')
export const writesPeople = members('leader', 'admin')

export function peoplePath(c: WebContext, rest = ''): string {
  return `/s/${organisationOf(c).slug}/people${rest}`
}

export function teamsPath(c: WebContext, rest = ''): string {
  return `/s/${organisationOf(c).slug}/teams${rest}`
}

/** The stream that writes about people and teams go to, one after another. */
export function peopleStream(c: WebContext): string {
  return `people:${organisationOf(c).id}`
}

/** The roles that this visitor may give and take here; none: this visitor only looks. */
export function mayGrant(c: WebContext): readonly Role[] {
  return grantable(organisationOf(c).kind, c.var.visit.roles)
}
