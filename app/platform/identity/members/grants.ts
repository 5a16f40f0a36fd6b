import type { OrganisationKind } from '../../organisations/organisations.ts'
import type { Role } from '../roles.ts'

/**
 * The roles that somebody may give and take at an organisation of this kind, from the roles they have there. Nobody gives
 * a role that they could not hold at that place themselves.
 */
export function grantable(kind: OrganisationKind, own: readonly Role[]): readonly Role[] {
  switch (kind) {
    case 'school':
    case 'municipality':
    case 'partner':
      return own.includes('leader') || own.includes('admin') ? ['teacher', 'coach', 'leader'] : []
    case 'board':
      return own.includes('admin') ? ['board', 'admin'] : []
    case 'platform':
      return own.includes('admin') ? ['admin'] : []
  }
}

/** The role of whoever can invite and change people: an organisation never loses its last one. */
export function keyRole(kind: OrganisationKind): Role {
  return kind === 'board' || kind === 'platform' ? 'admin' : 'leader'
}

/** The roles after a change: those that this person may not touch stay as they were. */
export function rolesAfter(before: readonly Role[], wanted: readonly Role[], may: readonly Role[]): readonly Role[] {
  const kept = before.filter((role) => !may.includes(role))
  return [...kept, ...may.filter((role) => wanted.includes(role))]
}
