/** A figure of a small group, with the 95 % interval that goes with it; both in the unit of what was counted. */
export interface Estimate {
  readonly ok: true
  readonly n: number
  readonly value: number
  readonly interval: Interval
}

/** Both ends included: about 95 of 100 such intervals hold the truth (the README says how that was measured). */
export type Interval = readonly [low: number, high: number]

/** Too few answers to show: people could be guessed, and the interval would say nothing. */
export interface TooFew {
  readonly ok: false
  readonly reason: 'too-few'
  readonly n: number
  readonly least: number
}

/** Answers below this number are never shown. */
export const leastAnswers = 5

/** The refusal where there are fewer than `least`, else undefined. */
export function tooFew(n: number, least: number = leastAnswers): TooFew | undefined {
  return n < least ? { ok: false, reason: 'too-few', n, least } : undefined
}
