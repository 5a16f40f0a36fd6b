import type { Domain } from '@kantelpunt/school-results'
import type { Pointer } from '../../../platform/web/pointer.ts'
import type { Standing } from '../school/domain-view.ts'

/** What a track is about: a weak domain, or low growth. They are begun and followed alike. */
export type Subject = Domain | 'growth'

export const subjects: readonly Subject[] = ['reading', 'language', 'arithmetic', 'growth']

export const helps = ['visits', 'school', 'coach', 'knowledge'] as const
export type Help = (typeof helps)[number]

/** The figure that a track began with, as it stood then; null where nothing was published of it. */
export interface TrackFigure {
  readonly code: string | null
  readonly schoolYears: readonly string[]
  readonly low: number | null
  readonly high: number | null
  readonly norm: number | null
  readonly standing: Standing
}

export interface Track {
  readonly id: string
  readonly organisationId: string
  readonly subject: Subject
  readonly figure: TrackFigure
  /** The school's own analysis. */
  readonly causes: string
  /** The day on which the team looked at it together; null: not yet. */
  readonly seenWithTeamOn: string | null
  readonly readEveryWeeks: number
  readonly help: readonly Help[]
  readonly reviewOn: string
  readonly startedAt: Date
  readonly closedAt: Date | null
  readonly outcome: string
}

/** A track that nothing was measured in for so long says so. */
const silentAfterWeeks = 8

/** What a track asks for now, the most urgent first. Days are `2026-11-22`. */
export type TrackState =
  | 'closed'
  /** No goal on a board of a team points to it. */
  | 'no-goal'
  /** Nothing was measured for eight weeks, counted from its beginning where nothing ever was. */
  | 'silent'
  | 'review-due'
  /** The day on which the next reading was planned is over. */
  | 'reading-due'
  | 'running'

/** The reference by which goals point to a track. */
export function trackKey(id: string): string {
  return `track:${id}`
}

export function stateOf(
  track: Pick<Track, 'closedAt' | 'reviewOn' | 'readEveryWeeks'> & { readonly startedOn: string },
  goals: readonly Pick<Pointer, 'isOpen' | 'lastReading'>[],
  today: string,
): TrackState {
  if (track.closedAt !== null) return 'closed'
  if (goals.length === 0) return weeksBetween(track.startedOn, today) >= silentAfterWeeks ? 'silent' : 'no-goal'
  const last = lastReading(goals) ?? track.startedOn
  const weeks = weeksBetween(last, today)
  if (weeks >= silentAfterWeeks) return 'silent'
  if (track.reviewOn <= today) return 'review-due'
  return weeks >= track.readEveryWeeks ? 'reading-due' : 'running'
}

/** The last day on which anything was measured for a track. */
export function lastReading(goals: readonly Pick<Pointer, 'lastReading'>[]): string | null {
  return goals.reduce<string | null>(
    (last, { lastReading: day }) => (day !== null && (last === null || day > last) ? day : last),
    null,
  )
}

/** Whole weeks from one day to a later one. */
function weeksBetween(from: string, to: string): number {
  return Math.floor((Date.parse(to) - Date.parse(from)) / (7 * 86_400_000))
}
