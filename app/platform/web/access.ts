/** What a person may be in an organisation. `board` and `admin` hold at the governing body and at all its schools. */
export const roles = ['teacher', 'coach', 'leader', 'board', 'admin'] as const
export type Role = (typeof roles)[number]

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

/** `session`: a named guest of a team during a board session. `pupil`: a pupil on a class board. */
export type GuestKind = 'session' | 'pupil'

export const everyone: Access = { kind: 'public' }
export const signedIn: Access = { kind: 'signed-in' }
export const operator: Access = { kind: 'operator' }
export const members = (...allowed: readonly Role[]): Access => ({ kind: 'member', roles: allowed })
/** Any role at the organisation. */
export const anyMember: Access = { kind: 'member', roles }
