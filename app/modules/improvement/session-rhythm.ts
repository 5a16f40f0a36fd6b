import {
  addDays,
  amsterdamDay,
  amsterdamTime,
  type Day,
  daysBetween,
  startOfDay,
  weekdayOf,
} from '../../platform/text/days.ts'

/** When a team usually stands at its board. */
export interface Rhythm {
  /** 1 Monday … 7 Sunday. */
  readonly weekday: number
  /** After midnight in Amsterdam, in fives. */
  readonly minutes: number
}

const looksBack = 4
const neededAlike = 3
/** Longer without a session than two weeks of holiday explain, and there is no rhythm to speak of. */
const lapsedDays = 24

/**
 * The rhythm in when sessions began, newest first: three of the last four on the same weekday, at the middle one of their
 * times. Null where there is none, or no more.
 */
export function findRhythm(startedAt: readonly Date[], today: Day): Rhythm | null {
  const [newest] = startedAt
  if (newest === undefined || daysBetween(amsterdamDay(newest), today) > lapsedDays) return null
  const last = startedAt.slice(0, looksBack).map((start) => ({
    weekday: weekdayOf(amsterdamDay(start)),
    minutes: minutesOf(start),
  }))
  for (const { weekday } of last) {
    const alike = last.filter((each) => each.weekday === weekday).map((each) => each.minutes)
    if (alike.length < neededAlike) continue
    const middle = alike.toSorted((a, b) => a - b)[Math.floor(alike.length / 2)] ?? 0
    return { weekday, minutes: Math.round(middle / 5) * 5 }
  }
  return null
}

/** The days of the next so many weeks on which there is a session, from today on, without those that are left out. */
export function comingDays(
  { weekday }: Rhythm,
  today: Day,
  weeks: number,
  leftOut: (day: Day) => boolean,
): readonly Day[] {
  const first = addDays(today, (weekday - weekdayOf(today) + 7) % 7)
  return Array.from({ length: weeks }, (_, week) => addDays(first, week * 7)).filter((day) => !leftOut(day))
}

/** The instant at which a clock in Amsterdam says so many minutes after midnight on a day. */
export function instantOn(day: Day, minutes: number): Date {
  const guess = new Date(startOfDay(day).getTime() + minutes * 60_000)
  // Where the clock changed since midnight (two Sundays a year) the guess is an hour beside it.
  return new Date(guess.getTime() + (minutes - minutesOf(guess)) * 60_000)
}

function minutesOf(instant: Date): number {
  const [hours = 0, minutes = 0] = amsterdamTime(instant).split(':').map(Number)
  return hours * 60 + minutes
}
