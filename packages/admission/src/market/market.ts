/**
 * Candidates and programmes by number, in the order of the file. An application is a candidate with a programme that both
 * accept; applications of one candidate lie together, best first.
 */
export interface Market {
  /** Ids. */
  readonly candidates: readonly string[]
  readonly programmes: readonly string[]
  /** By programme, ≥ 0. */
  readonly seats: Int32Array
  /** Applications of candidate c are `starts[c]` up to `starts[c + 1]`. */
  readonly starts: Int32Array
  /** By application. */
  readonly programme: Int32Array
  /** By application: its place in the candidate's list, from 0; as good as each other where equal. */
  readonly tier: Int32Array
  /** By application: how the programme values the candidate, more is better; as good as each other where equal. */
  readonly score: Float64Array
  /** Names of groups, at most 31. */
  readonly groups: readonly string[]
  /** By candidate: bit g is set for a member of group g. */
  readonly groupsOf: Int32Array
  /** By programme; the groups of one programme are nested or have no applicant in common. */
  readonly quotas: readonly (readonly Quota[])[]
  /** Those who want two places together; the order of their applications means nothing. */
  readonly joint: readonly Joint[]
}

/** Of one group at one programme. */
export interface Quota {
  readonly group: number
  /** At most so many seats; Infinity where there is no limit. */
  readonly most: number
  /** So many seats go to the group first; to others where the group leaves them. */
  readonly least: number
}

/** A couple, or a candidate of two subjects, who is both members. */
export interface Joint {
  readonly members: readonly [number, number]
  /** Programmes of the first and second member, best first; −1 is none. Never both −1. */
  readonly options: readonly (readonly [number, number])[]
}

/** By candidate: a programme, or −1. `second` only for candidates of two subjects. */
export interface Matching {
  readonly first: Int32Array
  readonly second: Int32Array
}

export function emptyMatching(candidates: number): Matching {
  return { first: new Int32Array(candidates).fill(-1), second: new Int32Array(candidates).fill(-1) }
}

/** The application of a candidate at a programme, or −1. */
export function applicationOf({ starts, programme }: Market, candidate: number, at: number): number {
  for (let k = starts[candidate] ?? 0; k < (starts[candidate + 1] ?? 0); k++) if (programme[k] === at) return k
  return -1
}

/** 1 for candidates who want two places together, themselves or with another. */
export function jointMembers({ candidates, joint }: Market): Uint8Array {
  const is = new Uint8Array(candidates.length)
  for (const { members } of joint) for (const member of members) is[member] = 1
  return is
}
