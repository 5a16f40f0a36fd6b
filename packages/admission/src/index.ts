/** A candidate and the programmes that would do, best first; programmes in one group are as good as each other. */
export interface Candidate {
  readonly id: string
  /** Ids of programmes. */
  readonly preferences: readonly (readonly string[])[]
}

/** A programme with its seats. */
export interface Programme {
  readonly id: string
  readonly seats: number
  /** Ids of candidates who qualify, best first; candidates in one group are as good as each other. */
  readonly priorities: readonly (readonly string[])[]
}
