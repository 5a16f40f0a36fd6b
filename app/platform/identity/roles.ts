/** What a person may be in an organisation. `board` and `admin` hold at a governing body and at all its schools. */
export const roles = ['teacher', 'coach', 'leader', 'board', 'admin'] as const
export type Role = (typeof roles)[number]

/** Whether somebody with this role needs a passkey or a code besides the mail link. */
export function needsSecondStep(role: Role): boolean {
  return role === 'leader' || role === 'board' || role === 'admin'
}

/** `session`: a named guest of a team during a board session. `pupil`: a pupil on a class board. */
export type GuestKind = 'session' | 'pupil'
