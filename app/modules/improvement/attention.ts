import { type Day, daysBetween } from '../../platform/text/days.ts'
import type { Rhythm } from './rhythm.ts'

export interface TeamFacts {
  readonly name: string
  readonly rhythm: Rhythm
  readonly openActions: number
  readonly lateActions: number
  readonly goals: number
  /** Running goals at which nothing was counted for three weeks. */
  readonly goalsNotCounted: number
  /** The last period that is over, and whether the team has closed it; null where none is over or it took no part. */
  readonly lastPeriod: { readonly theme: string; readonly endsOn: Day; readonly closed: boolean } | null
}

/** Something that wants a look first, with the figures for its sentence. */
export type Attention =
  | { readonly kind: 'no-session'; readonly team: string; readonly weeks: number }
  | { readonly kind: 'late-actions'; readonly team: string; readonly count: number }
  | { readonly kind: 'not-counted'; readonly team: string; readonly goals: number }
  | { readonly kind: 'not-closed'; readonly team: string; readonly theme: string }

const weeksToNotice = 2
const daysToClose = 7

/** What wants attention first: teams that stopped meeting, then periods left open, then what was agreed and is late. */
export function attentionOf(teams: readonly TeamFacts[], today: Day): readonly Attention[] {
  const of = (make: (team: TeamFacts) => Attention | null) => teams.map(make).filter((each) => each !== null)
  return [
    ...of(({ name, rhythm }) =>
      rhythm.weeksSince >= weeksToNotice ? { kind: 'no-session', team: name, weeks: rhythm.weeksSince } : null,
    ),
    ...of(({ name, lastPeriod }) =>
      lastPeriod !== null && !lastPeriod.closed && daysBetween(lastPeriod.endsOn, today) > daysToClose
        ? { kind: 'not-closed', team: name, theme: lastPeriod.theme }
        : null,
    ),
    ...of(({ name, lateActions }) =>
      lateActions > 0 ? { kind: 'late-actions', team: name, count: lateActions } : null,
    ),
    ...of(({ name, goalsNotCounted }) =>
      goalsNotCounted > 0 ? { kind: 'not-counted', team: name, goals: goalsNotCounted } : null,
    ),
  ]
}
