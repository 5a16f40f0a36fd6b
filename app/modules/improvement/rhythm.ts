import { addDays, type Day, mondayOf } from '../../platform/text/days.ts'

const weeksShown = 8
export const weeksPerMonth = 365.25 / 12 / 7
/** A week in which fewer days than this are school days does not count: nobody can be expected to meet. */
const leastSchoolDays = 3

export interface DaysOff {
  readonly start: Day
  readonly end: Day
}

export interface Rhythm {
  /** Whether a session was held, by school week, oldest first; the week that is going on only once it was held. */
  readonly weeks: readonly boolean[]
  /** Sessions in those weeks. */
  readonly sessions: number
  /** Sessions in a month of weeks that count (see `countedWeeks`); null where there is no such week yet. */
  readonly perMonth: number | null
  /** School weeks in a row without a session, until now. */
  readonly weeksSince: number
}

/**
 * How often a team met at its board in the last school weeks. Weeks of holiday do not count, nor do weeks before
 * `since`, when the board was made. `days` are the days of sessions, in any order.
 */
export function rhythmOf(days: readonly Day[], since: Day, today: Day, holidays: readonly DaysOff[]): Rhythm {
  const thisWeek = mondayOf(today)
  const held = new Map<Day, number>()
  for (const day of days) held.set(mondayOf(day), (held.get(mondayOf(day)) ?? 0) + 1)
  const mondays: Day[] = []
  for (let monday = thisWeek; mondays.length < weeksShown && monday >= mondayOf(since); monday = addDays(monday, -7)) {
    const counts = isSchoolWeek(monday, holidays) && (monday !== thisWeek || held.has(monday))
    // A session in a holiday week still was one.
    if (counts || held.has(monday)) mondays.unshift(monday)
  }
  const sessions = mondays.reduce((sum, monday) => sum + (held.get(monday) ?? 0), 0)
  const weeks = mondays.map((monday) => held.has(monday))
  const counted = countedWeeks(mondays[0] ?? today, today, holidays)
  const inCounted = counted.reduce((sum, monday) => sum + (held.get(monday) ?? 0), 0)
  return {
    weeks,
    sessions,
    perMonth: counted.length === 0 ? null : Math.round((inCounted / counted.length) * weeksPerMonth * 10) / 10,
    weeksSince: weeks.length - 1 - weeks.lastIndexOf(true),
  }
}

/**
 * The weeks over which anything is said to happen so many times a month, by their Mondays: from that of `from` on, those with
 * school that are over. What happens in a holiday or in the week that is going on is left out with its week: a week that counted only
 * where something happened would make any rate too high.
 */
export function countedWeeks(from: Day, today: Day, holidays: readonly DaysOff[]): readonly Day[] {
  const mondays: Day[] = []
  for (let monday = mondayOf(from); monday < mondayOf(today); monday = addDays(monday, 7)) {
    if (isSchoolWeek(monday, holidays)) mondays.push(monday)
  }
  return mondays
}

function isSchoolWeek(monday: Day, holidays: readonly DaysOff[]): boolean {
  const days = [0, 1, 2, 3, 4].map((count) => addDays(monday, count))
  return days.filter((day) => !holidays.some(({ start, end }) => start <= day && day <= end)).length >= leastSchoolDays
}
