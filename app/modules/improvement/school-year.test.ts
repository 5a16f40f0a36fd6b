import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { schoolHolidays } from '../../platform/organisations/school-holidays.ts'
import { addDays, daysBetween } from '../../platform/text/days.ts'
import {
  holidayOn,
  holidaysAround,
  isSchoolDay,
  schoolWeeks,
  schoolYear,
  schoolYearName,
  schoolYearOf,
} from './school-year.ts'

const regions = ['noord', 'midden', 'zuid'] as const
const aRegion = fc.constantFrom(...regions)
const aYear = fc.integer({ min: 2000, max: 2099 })

describe('school year', () => {
  test('it begins on 1 August', () => {
    expect(schoolYearOf('2026-07-31')).toBe(2025)
    expect(schoolYearOf('2026-08-01')).toBe(2026)
    expect(schoolYearOf('2027-01-01')).toBe(2026)
    expect(schoolYearName(2026)).toBe('2026–2027')
  })

  test.each(regions)('the fixed holidays of %s stand in it as the ministry has them', (region) => {
    for (const year of [2026, 2027, 2028, 2029]) {
      const fixed = schoolHolidays(year, region)
      if (!fixed.ok) throw new Error(fixed.reason)
      const { holidays, certain } = schoolYear(year, region)
      expect(certain).toBe(true)
      for (const { name, start } of fixed.holidays)
        expect(holidays).toContainEqual(expect.objectContaining({ name, start }))
    }
  })

  test('a year that is not fixed gets the usual weeks and says so', () => {
    expect(schoolYear(2041, 'midden').certain).toBe(false)
    // Fixed itself, but the summer before it is not in the register.
    expect(schoolYear(2025, 'noord').certain).toBe(false)
    expect(schoolYear(2041, 'midden').holidays.map((holiday) => holiday.name)).toEqual([
      'summer',
      'autumn',
      'christmas',
      'spring',
      'may',
      'summer',
    ])
  })

  test('holidays follow each other within the year, from a Saturday, with school in between', () => {
    fc.assert(
      fc.property(aYear, aRegion, (year, region) => {
        const { holidays } = schoolYear(year, region)
        expect(holidays[0]?.start).toBe(`${year}-08-01`)
        expect(holidays.at(-1)?.end).toBe(`${year + 1}-07-31`)
        for (const [index, holiday] of holidays.entries()) {
          const next = holidays[index + 1]
          expect(holiday.start <= holiday.end).toBe(true)
          if (next === undefined) continue
          expect(new Date(next.start).getUTCDay()).toBe(6)
          expect(daysBetween(holiday.end, next.start)).toBeGreaterThan(28)
        }
      }),
    )
  })

  test('around a day in August stands the summer that began in July; without a region, what the country shares', () => {
    const off = (day: string, region: (typeof regions)[number] | null) =>
      holidaysAround(day, region).find(({ start, end }) => start <= day && day <= end)?.name
    expect(off('2026-08-10', 'noord')).toBe('summer')
    expect(off('2026-12-28', null)).toBe('christmas')
    const autumn = ['2026-10-12', '2026-10-19'] as const
    expect(autumn.map((day) => regions.some((region) => off(day, region) === 'autumn'))).toEqual([true, true])
    expect(autumn.map((day) => off(day, null))).toEqual([undefined, undefined])
    expect(holidaysAround('2040-12-28', 'noord')).toEqual([])
  })

  // 52 weeks less 6 of summer, 2 of Christmas and one each of autumn, spring and May leave 41; a summer that comes late
  // or early for the region makes it a week or two more or less.
  test('a school year has between 39 and 43 weeks with school', () => {
    for (let year = 2000; year < 2100; year++) {
      for (const region of regions) {
        const weeks = schoolWeeks(schoolYear(year, region), `${year}-08-01`, `${year + 1}-07-31`).length
        expect(weeks, `${year} ${region}`).toBeGreaterThanOrEqual(39)
        expect(weeks, `${year} ${region}`).toBeLessThanOrEqual(43)
      }
    }
  })

  test('weeks with school are those that a walk over all days finds', () => {
    fc.assert(
      fc.property(aYear, aRegion, fc.nat(360), fc.nat(120), (year, region, offset, length) => {
        const open = schoolYear(year, region)
        const from = addDays(`${year}-08-01`, offset)
        const found = new Set<string>()
        for (let day = 0; day <= length; day++) {
          const date = new Date(Date.parse(`${from}T12:00:00Z`) + day * 86_400_000)
          const text = date.toISOString().slice(0, 10)
          const off = open.holidays.some((holiday) => text >= holiday.start && text <= holiday.end)
          if (off || date.getUTCDay() === 0 || date.getUTCDay() === 6) continue
          date.setUTCDate(date.getUTCDate() - (date.getUTCDay() - 1))
          found.add(date.toISOString().slice(0, 10))
        }
        expect(schoolWeeks(open, from, addDays(from, length))).toEqual([...found])
      }),
    )
  })

  test('a holiday is no school day, and neither is a weekend', () => {
    const year = schoolYear(2026, 'noord')
    expect(holidayOn(year, '2026-10-12')?.name).toBe('autumn')
    expect(isSchoolDay(year, '2026-10-12')).toBe(false)
    expect(isSchoolDay(year, '2026-10-19')).toBe(true)
    expect(isSchoolDay(year, '2026-10-24')).toBe(false)
    expect(isSchoolDay(year, '2026-08-14')).toBe(false)
    expect(isSchoolDay(year, '2027-07-12')).toBe(false)
  })
})
