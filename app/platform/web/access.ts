import type { GuestKind, Role } from '../identity/roles.ts'
import { roles } from '../identity/roles.ts'

/**
 * Who may use a route. `member` needs one of the roles at the organisation in the path (`:organisation`) or at its
 * governing body; `guests` also lets in a guest pass of that kind for that organisation (the handler checks which thing
 * it is for). `operator` is an admin of the platform itself.
 */
export type Access =
  | { readonly kind: 'public' }
  | { readonly kind: 'signed-in' }
  | { readonly kind: 'member'; readonly roles: readonly Role[]; readonly guests?: readonly GuestKind[] }
  | { readonly kind: 'operator' }

export const everyone: Access = { kind: 'public' }
export const signedIn: Access = { kind: 'signed-in' }
export const operator: Access = { kind: 'operator' }
export const members = (...allowed: readonly Role[]): Access => ({ kind: 'member', roles: allowed })
/** Any role at the organisation. */
export const anyMember: Access = { kind: 'member', roles }
/** Any role at the organisation, or a guest with a pass of one of these kinds. */
export const anyMemberOrGuest = (...guests: readonly GuestKind[]): Access => ({ kind: 'member', roles, guests })
