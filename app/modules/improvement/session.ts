/** The five steps, in their fixed order. */
export const sessionSteps = ['check-in', 'successes', 'goals', 'actions', 'plans'] as const
export type SessionStep = (typeof sessionSteps)[number]

/** Who does what during a session, by the id of the person; null where nobody was found for it. */
export interface SessionRoles {
  readonly leaderId: string | null
  readonly noteTakerId: string | null
  readonly timekeeperId: string | null
}

/** A board session that is going on. */
export interface OpenSession extends SessionRoles {
  readonly id: string
  readonly code: string
  /** ISO instant. */
  readonly startedAt: string
  /** 1 check-in, 2 successes, 3 goals, 4 actions, 5 planning. */
  readonly step: number
  /** ISO instant. */
  readonly stepStartedAt: string
  /** Seconds for each of the five steps, as they stand now. */
  readonly stepSeconds: readonly number[]
  /** Seconds for each of the five steps, as the team planned them. */
  readonly plannedSeconds: readonly number[]
  /** Goals and actions that were talked about already. */
  readonly seenIds: readonly string[]
  /** Actions that were thought up in this session: they need no turn of their own. */
  readonly freshIds: readonly string[]
  /** The goal or action that was brought forward out of turn. */
  readonly focusId: string | null
  /** People of the team who are not there: they get no role. */
  readonly absentIds: readonly string[]
  readonly faces: Faces
}

/** How many checked in well, so-so and not well. */
export type FaceCounts = readonly [good: number, fair: number, bad: number]

export interface Faces {
  /** Counted out loud, together on one device. */
  readonly together: FaceCounts
  /** Chosen privately on phones. */
  readonly phones: FaceCounts
}

/** With fewer faces than this none is shown: the first ones could be pointed at. */
export const fewestFaces = 3

/** What may be shown of faces chosen in private: the counts, or only how many there are while they are few. */
export function shownFaces(counts: FaceCounts): { readonly total: number; readonly counts: FaceCounts | null } {
  const total = countOf(counts)
  return { total, counts: total < fewestFaces ? null : counts }
}

/** Everything that may be shown: those counted out loud, and those of the phones once they are not few. */
export function openFaces({ together, phones }: Faces): FaceCounts {
  const [good, fair, bad] = shownFaces(phones).counts ?? [0, 0, 0]
  return [together[0] + good, together[1] + fair, together[2] + bad]
}

export function countOf(faces: FaceCounts): number {
  return faces[0] + faces[1] + faces[2]
}

/** The name of a step by its number (1–5). */
export function stepNamed(step: number): SessionStep {
  const name = sessionSteps[step - 1]
  if (name === undefined) throw new Error(`A session has no step ${step}.`)
  return name
}

/**
 * The card that it is the turn of: the one brought forward, else the first that was there before the session and was not
 * seen yet; null when all were.
 */
export function cardInTurn<T extends { readonly id: string }>(
  cards: readonly T[],
  { seenIds, freshIds, focusId }: Pick<OpenSession, 'seenIds' | 'freshIds' | 'focusId'>,
): T | null {
  const waits = ({ id }: T) => !seenIds.includes(id) && !freshIds.includes(id)
  return cards.find((card) => card.id === focusId) ?? cards.find(waits) ?? null
}
