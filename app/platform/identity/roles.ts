/** What a person may be in an organisation. `board` and `admin` hold at a governing body and at all its schools. */
export const roles = ['teacher', 'coach', 'leader', 'board', 'admin'] as const
export type Role = (typeof roles)[number]

/** `session`: a named guest of a team during a board session. `pupil`: a pupil on a class board. */
export type GuestKind = 'session' | 'pupil'
