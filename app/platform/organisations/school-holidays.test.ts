import { describe, expect, test } from 'vitest'
import { schoolHolidays } from './school-holidays.ts'

const regions = ['noord', 'midden', 'zuid'] as const
const knownYears = [2025, 2026, 2027, 2028, 2029]

/** Weekday and length are rules of the ministry's regulation, so a mistyped date shows up here. */
const lengths = { autumn: 9, christmas: 16, spring: 9, may: 9, summer: 44 }

describe('school holidays', () => {
  test.each(knownYears.flatMap((year) => regions.map((region) => [year, region] as const)))(
    '%i in %s: five holidays in order, from a Saturday to a Sunday, of the regulated length',
    (year, region) => {
      const answer = schoolHolidays(year, region)
      if (!answer.ok) throw new Error(answer.reason)
      expect(answer.holidays.map((holiday) => holiday.name)).toEqual(['autumn', 'christmas', 'spring', 'may', 'summer'])
      for (const { name, start, end } of answer.holidays) {
        const [first, last] = [new Date(start), new Date(end)]
        expect([name, first.getUTCDay(), last.getUTCDay()]).toEqual([name, 6, 0])
        expect([name, (last.getTime() - first.getTime()) / 86_400_000 + 1]).toEqual([name, lengths[name]])
      }
      const starts = answer.holidays.map((holiday) => holiday.start)
      expect(starts).toEqual(starts.toSorted())
      expect(starts[0]?.slice(0, 4)).toBe(String(year))
      expect(answer.source).toContain(`${year}-${year + 1}`)
    },
  )

  test.each(knownYears)('%i: each region has its own summer, and Christmas and May are the same everywhere', (year) => {
    const of = (name: string) =>
      regions.map((region) => {
        const answer = schoolHolidays(year, region)
        return answer.ok ? answer.holidays.find((holiday) => holiday.name === name)?.start : undefined
      })
    expect(new Set(of('summer')).size).toBe(3)
    expect(new Set(of('christmas')).size).toBe(1)
    expect(new Set(of('may')).size).toBe(1)
  })

  test.each(knownYears)('%i: where the region is not known, a day is off when it is off in every region', (year) => {
    const isOff = (day: string, region: (typeof regions)[number] | null) => {
      const answer = schoolHolidays(year, region)
      return answer.ok && answer.holidays.some(({ start, end }) => start <= day && day <= end)
    }
    const days = Array.from({ length: 400 }, (_, i) => new Date(Date.UTC(year, 7, 1 + i)).toISOString().slice(0, 10))
    const off = days.filter((day) => isOff(day, null))
    expect(off).toEqual(days.filter((day) => regions.every((region) => isOff(day, region))))
    expect(off.length).toBeGreaterThanOrEqual(16 + 9)
    expect(off).toContain(`${year}-12-27`)
  })

  test('a year that is not fixed is said to be unknown', () => {
    expect(schoolHolidays(2030, 'noord')).toEqual({ ok: false, reason: 'unknown-year', from: 2025, until: 2029 })
    expect(schoolHolidays(2019, 'zuid').ok).toBe(false)
  })
})
