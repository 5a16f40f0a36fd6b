/** A board session that is going on. */
export interface OpenSession {
  readonly id: string
  readonly code: string
  readonly startedAt: string
  /** 1 check-in, 2 successes, 3 goals, 4 actions, 5 planning. */
  readonly step: number
  readonly stepStartedAt: string
  /** Seconds for each of the five steps. */
  readonly stepSeconds: readonly number[]
  readonly leaderId: string | null
  readonly noteTakerId: string | null
  readonly timekeeperId: string | null
}
