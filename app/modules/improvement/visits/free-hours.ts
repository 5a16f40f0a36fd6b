import { addDays, amsterdamDay, type Day, startOfDay, weekdayOf } from '../../../platform/text/days.ts'
import { instantOn } from '../session-rhythm.ts'
import { visitMinutes } from './visit.ts'

/** From when until when, in ms since 1970. */
export interface Span {
  readonly from: number
  readonly until: number
}

/** When somebody teaches, and when they can't come for another reason. */
export interface Hours {
  /** Hours of the grid in which they teach: weekday (1 Monday … 5 Friday) × 100 + hour of the grid. */
  readonly lessonSlots: readonly number[]
  /** Weekdays on which they are not at school. */
  readonly offDays: readonly number[]
  /** From a calendar file. */
  readonly lessons: readonly Span[]
  readonly appointments: readonly Span[]
}

export interface Proposal {
  readonly startsAt: Date
  /** Both are free when the visit ends: the talk can follow at once. */
  readonly talkFollows: boolean
}

/** The hours of the grid: when each begins, in minutes after midnight. */
export const gridHours = [510, 570, 630, 690, 750, 810, 870] as const
export const gridMinutes = 60
export const weekdays = [1, 2, 3, 4, 5] as const

export function slotOf(weekday: number, hour: number): number {
  return weekday * 100 + hour
}

const minute = 60_000
const step = 15 * minute
const length = visitMinutes * minute
const mostADay = 2

export interface ProposalsWanted {
  readonly receiver: Hours
  readonly visitor: Hours
  readonly now: Date
  readonly daysAhead: number
  readonly isSchoolDay: (day: Day) => boolean
  readonly most: number
}

/**
 * When a visit can be: while the receiver teaches and the visitor neither teaches nor is away, in order, two a day at the
 * most. Where both are free right after the lesson, its last quarter of an hour is taken, so that the talk can follow.
 */
export function proposeTimes(wanted: ProposalsWanted): readonly Proposal[] {
  const { receiver, visitor, now, daysAhead, isSchoolDay, most } = wanted
  const today = amsterdamDay(now)
  const proposals: Proposal[] = []
  for (let ahead = 0; ahead <= daysAhead && proposals.length < most; ahead++) {
    const day = addDays(today, ahead)
    if (!isSchoolDay(day) || isOff(receiver, day) || isOff(visitor, day)) continue
    const found = proposeOn(day, receiver, visitor).filter(({ startsAt }) => startsAt > now)
    const best = found.toSorted((a, b) => Number(b.talkFollows) - Number(a.talkFollows)).slice(0, mostADay)
    proposals.push(...best.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime()))
  }
  return proposals.slice(0, most)
}

/** One for each lesson of the receiver in which the visitor can come. */
function proposeOn(day: Day, receiver: Hours, visitor: Hours): readonly Proposal[] {
  const lessons = lessonsOn(receiver, day)
  const receiverBusy = [...lessons, ...receiver.appointments]
  const visitorBusy = [...lessonsOn(visitor, day), ...visitor.appointments]
  const isFree = (busy: readonly Span[], from: number, until: number) =>
    !busy.some((span) => span.from < until && from < span.until)
  return lessons.flatMap(({ from, until }): Proposal[] => {
    const canCome = (start: number) =>
      start >= from &&
      isFree(visitorBusy, start, start + length) &&
      isFree(receiver.appointments, start, start + length)
    const last = until - length
    const follows = isFree(receiverBusy, until, until + length) && isFree(visitorBusy, until, until + length)
    if (follows && canCome(last)) return [{ startsAt: new Date(last), talkFollows: true }]
    for (let start = from; start <= last; start += step) {
      if (canCome(start)) return [{ startsAt: new Date(start), talkFollows: false }]
    }
    return canCome(last) ? [{ startsAt: new Date(last), talkFollows: false }] : []
  })
}

/** The lessons of a day in order, from the grid and from the calendar; those that touch are one. */
function lessonsOn({ lessonSlots, lessons }: Hours, day: Day): readonly Span[] {
  const weekday = weekdayOf(day)
  const grid = gridHours.flatMap((begins, hour) => {
    if (!lessonSlots.includes(slotOf(weekday, hour))) return []
    const from = instantOn(day, begins).getTime()
    return [{ from, until: from + gridMinutes * minute }]
  })
  const [begin, end] = [startOfDay(day).getTime(), startOfDay(addDays(day, 1)).getTime()]
  const dated = lessons.filter((span) => span.from >= begin && span.from < end)
  const merged: { from: number; until: number }[] = []
  for (const span of [...grid, ...dated].toSorted((a, b) => a.from - b.from)) {
    const before = merged.at(-1)
    if (before !== undefined && span.from <= before.until) before.until = Math.max(before.until, span.until)
    else merged.push({ ...span })
  }
  return merged
}

function isOff({ offDays }: Hours, day: Day): boolean {
  return offDays.includes(weekdayOf(day))
}
