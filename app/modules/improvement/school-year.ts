import type { HolidayRegion } from '../../platform/organisations/organisations.ts'
import {
  type SchoolHoliday,
  type SchoolHolidayName,
  schoolHolidays,
} from '../../platform/organisations/school-holidays.ts'
import { addDays, type Day, mondayOf, weekdayOf } from '../../platform/text/days.ts'

/** Days off, both included. */
export type Holiday = Pick<SchoolHoliday, 'name' | 'start' | 'end'>

/** A school year: from 1 August until and with 31 July, with the days on which there is no school. */
export interface SchoolYear {
  /** The year in which it starts: 2026 is 2026–2027. */
  readonly year: number
  /** In order; begins with what is left of the last summer and ends with the part of the next one before 1 August. */
  readonly holidays: readonly Holiday[]
  /** False where the ministry has not fixed these holidays (or not the summer before): then they are the usual weeks. */
  readonly certain: boolean
}

/** The school year that a day is in, by the year in which it starts. */
export function schoolYearOf(day: Day): number {
  const year = Number(day.slice(0, 4))
  return day.slice(5) >= '08-01' ? year : year - 1
}

/** `2026–2027`. */
export function schoolYearName(year: number): string {
  return `${year}–${year + 1}`
}

export function firstDayOf(year: number): Day {
  return `${year}-08-01`
}

export function lastDayOf(year: number): Day {
  return `${year + 1}-07-31`
}

/** The school year as it is in a region. */
export function schoolYear(year: number, region: HolidayRegion): SchoolYear {
  const known = schoolHolidays(year, region)
  const before = summerOf(year - 1, region)
  const holidays = known.ok ? known.holidays : usualHolidays(year)
  const inside = holidays.filter((holiday) => holiday.name !== 'summer')
  const summer = holidays.find((holiday) => holiday.name === 'summer')
  return {
    year,
    holidays: [
      { name: 'summer', start: firstDayOf(year), end: before ?? addDays(usualFirstDay(year), -1) },
      ...inside.map(({ name, start, end }) => ({ name, start, end })),
      { name: 'summer', start: summer?.start ?? lastDayOf(year), end: lastDayOf(year) },
    ],
    certain: known.ok && before !== null,
  }
}

function summerOf(year: number, region: HolidayRegion): Day | null {
  const known = schoolHolidays(year, region)
  return (known.ok ? known.holidays.find((holiday) => holiday.name === 'summer')?.end : undefined) ?? null
}

/** School starts on the last Monday of August but one, or thereabouts: the middle of the three regions. */
function usualFirstDay(year: number): Day {
  return onOrAfter(`${year}-08-20`, 1)
}

/** The weeks in which holidays usually are, for years that are not fixed yet: Saturday until and with Sunday. */
function usualHolidays(year: number): readonly Holiday[] {
  const next = year + 1
  const week = (name: SchoolHolidayName, from: Day, days: number): Holiday => {
    const start = onOrAfter(from, 6)
    return { name, start, end: addDays(start, days - 1) }
  }
  return [
    week('autumn', `${year}-10-14`, 9),
    week('christmas', `${year}-12-19`, 16),
    week('spring', `${next}-02-17`, 9),
    week('may', `${next}-04-24`, 9),
    week('summer', `${next}-07-10`, 44),
  ]
}

/** The first day with that weekday (1 Monday … 7 Sunday) from a day on. */
function onOrAfter(day: Day, weekday: number): Day {
  return addDays(day, (weekday - weekdayOf(day) + 7) % 7)
}

/**
 * The fixed holidays around a day: of its school year and of the one before, whose summer lasts into August. Where the
 * region is not known, only what is off in the whole country; none of years that are not fixed.
 */
export function holidaysAround(day: Day, region: HolidayRegion | null): readonly Holiday[] {
  const year = schoolYearOf(day)
  return [year - 1, year].flatMap((each) => {
    const known = schoolHolidays(each, region)
    return known.ok ? known.holidays : []
  })
}

/** The holiday that a day is in. */
export function holidayOn(year: SchoolYear, day: Day): Holiday | null {
  return year.holidays.find((holiday) => holiday.start <= day && day <= holiday.end) ?? null
}

/** Whether there is school: Monday to Friday, outside of the holidays. Days that a school gives off itself count as school. */
export function isSchoolDay(year: SchoolYear, day: Day): boolean {
  return weekdayOf(day) <= 5 && holidayOn(year, day) === null
}

/** The weeks with school between two days, both included: their Mondays, in order. Holiday weeks are left out. */
export function schoolWeeks(year: SchoolYear, from: Day, to: Day): readonly Day[] {
  const weeks: Day[] = []
  for (let monday = mondayOf(from); monday <= to; monday = addDays(monday, 7)) {
    const days = [0, 1, 2, 3, 4].map((offset) => addDays(monday, offset))
    if (days.some((day) => from <= day && day <= to && isSchoolDay(year, day))) weeks.push(monday)
  }
  return weeks
}
