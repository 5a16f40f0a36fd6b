/** The rule by which a school counts, in the open: the page says these two numbers. */
export const weeksLookedAt = 8
export const weeksNeeded = 5

/** The tipping point: one school in so many (20 %). A hypothesis, nobody measured it for schools. */
const oneIn = 5

/** Below this number of schools a percentage says nothing: one school more or less is ten points. */
const leastForPercent = 10

export interface TeamWeeks {
  readonly name: string
  /** Of the last eight school weeks, those with a board session. */
  readonly held: number
}

/** Weeks with a session of each team: `weeks` are those of `rhythmOf`, holidays left out. */
export function teamWeeks(
  teams: readonly { readonly name: string; readonly rhythm: { readonly weeks: readonly boolean[] } }[],
): readonly TeamWeeks[] {
  return teams.map(({ name, rhythm }) => ({ name, held: rhythm.weeks.slice(-weeksLookedAt).filter(Boolean).length }))
}

/** Whether a school works this way: one team at least had a board session in most of the last eight school weeks. */
export function isInRhythm(teams: readonly TeamWeeks[]): boolean {
  return teams.some((team) => team.held >= weeksNeeded)
}

export interface Share {
  /** Open schools in the register. */
  readonly schools: number
  /** Those of them that are seen here and work this way: a lower bound of how many there are. */
  readonly inRhythm: number
}

/** The share in whole percents, rounded down as a lower bound is; null where there are too few schools to say one. */
export function percentOf({ schools, inRhythm }: Share): number | null {
  return schools < leastForPercent ? null : Math.floor((inRhythm / schools) * 100)
}

/** How far on the way to the tipping point: 1 is there. 0 where there are no schools. */
export function towardsTipping({ schools, inRhythm }: Share): number {
  return schools === 0 ? 0 : (inRhythm * oneIn) / schools
}

/** How many schools more until the tipping point; 0 where it is reached. */
export function schoolsToGo({ schools, inRhythm }: Share): number {
  return Math.max(0, Math.ceil(schools / oneIn) - inRhythm)
}
