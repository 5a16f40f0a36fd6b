import { addDays, type Day } from '../../platform/text/days.ts'
import { firstDayOf, isSchoolDay, lastDayOf, type SchoolYear, schoolWeeks } from './school-year.ts'
import type { Stage } from './tables.ts'

/** A period of a school year: which of the five, and its first and last day. */
export interface PeriodDates {
  readonly number: number
  readonly startsOn: Day
  readonly endsOn: Day
}

/** A theme needs 6 to 8 weeks (leerKRACHT); fewer than 4 is too short to carry anything out. Holiday weeks don't count. */
export const shortest = 4
export const longest = 8

/**
 * Five periods, one in each stretch of school between two holidays. A stretch of more than 8 weeks gives weeks away: the
 * first one (after a holiday a theme is prepared, and in May many schools take a second week off), and what is then
 * still too much at its end, but at its start in the first stretch, when a class gets to know each other.
 */
export function proposePeriods(year: SchoolYear): readonly PeriodDates[] {
  return year.holidays.slice(0, -1).map((holiday, index) => {
    const next = year.holidays[index + 1]
    const weeks = schoolWeeks(year, addDays(holiday.end, 1), addDays(next?.start ?? lastDayOf(year.year), -1))
    const surplus = Math.max(0, weeks.length - longest)
    const skipped = index === 0 ? surplus : Math.min(1, surplus)
    const kept = weeks.slice(skipped, skipped + longest)
    const days = kept.flatMap((monday) => [0, 1, 2, 3, 4].map((offset) => addDays(monday, offset)))
    const schoolDays = days.filter((day) => isSchoolDay(year, day))
    return { number: index + 1, startsOn: schoolDays[0] ?? holiday.end, endsOn: schoolDays.at(-1) ?? holiday.end }
  })
}

/** How many weeks with school a period has. */
export function weeksIn(year: SchoolYear, { startsOn, endsOn }: Omit<PeriodDates, 'number'>): number {
  return schoolWeeks(year, startsOn, endsOn).length
}

/** Why dates can't be; the figures and names are for the sentence. */
export type PeriodFault =
  | { readonly reason: 'ends-before-start' }
  | { readonly reason: 'outside-year' }
  | { readonly reason: 'too-short' | 'too-long'; readonly weeks: number }
  /** It starts before the one before it is over. */
  | { readonly reason: 'overlap'; readonly before: number }

export type PeriodField = `startsOn${number}` | `endsOn${number}`

/** Everything that is wrong with the dates of a year, by the field where it can be put right. Empty: nothing is. */
export function findPeriodFaults(
  year: SchoolYear,
  periods: readonly PeriodDates[],
): Readonly<Partial<Record<PeriodField, PeriodFault>>> {
  const faults: Partial<Record<PeriodField, PeriodFault>> = {}
  const [first, last] = [firstDayOf(year.year), lastDayOf(year.year)]
  periods.forEach((period, index) => {
    const { number, startsOn, endsOn } = period
    const before = periods[index - 1]
    if (startsOn < first || startsOn > last) faults[`startsOn${number}`] = { reason: 'outside-year' }
    else if (before !== undefined && startsOn <= before.endsOn) {
      faults[`startsOn${number}`] = { reason: 'overlap', before: before.number }
    }
    if (endsOn < first || endsOn > last) faults[`endsOn${number}`] = { reason: 'outside-year' }
    else if (endsOn <= startsOn) faults[`endsOn${number}`] = { reason: 'ends-before-start' }
    else {
      const weeks = weeksIn(year, period)
      if (weeks < shortest) faults[`endsOn${number}`] = { reason: 'too-short', weeks }
      if (weeks > longest) faults[`endsOn${number}`] = { reason: 'too-long', weeks }
    }
  })
  return faults
}

/** Where a day stands in a period. `holiday`: the week has no school; `week` is then the one that comes. */
export type Moment =
  | { readonly kind: 'before' | 'after' }
  | { readonly kind: 'week' | 'holiday'; readonly week: number; readonly of: number }

export function momentIn(year: SchoolYear, period: Omit<PeriodDates, 'number'>, day: Day): Moment {
  if (day < period.startsOn) return { kind: 'before' }
  if (day > period.endsOn) return { kind: 'after' }
  const weeks = schoolWeeks(year, period.startsOn, period.endsOn)
  const past = weeks.filter((monday) => addDays(monday, 6) < day).length
  const current = weeks[past]
  const inHoliday = current === undefined || day < current
  return { kind: inHoliday ? 'holiday' : 'week', week: Math.min(past + 1, weeks.length), of: weeks.length }
}

/** The period that a day is in; between two periods the one that comes; after the last one none. */
export function currentPeriod<P extends PeriodDates>(periods: readonly P[], day: Day): P | null {
  return periods.find((period) => day <= period.endsOn) ?? null
}

/** The stages of a theme, in order. */
export const stages = [
  'planned',
  'kick-off',
  'execution',
  'evaluation',
  'look-back',
  'closed',
] as const satisfies readonly Stage[]

/**
 * Whether a theme may still change places: as long as its execution has not begun. What has been carried out happened
 * when it happened.
 */
export function canMove(stage: Stage): boolean {
  return stage === 'planned' || stage === 'kick-off'
}
