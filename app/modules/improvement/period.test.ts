import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { schoolHolidays } from '../../platform/organisations/school-holidays.ts'
import { addDays, type Day } from '../../platform/text/days.ts'
import {
  canMove,
  currentPeriod,
  findPeriodFaults,
  longest,
  momentIn,
  type PeriodDates,
  proposePeriods,
  shortest,
  stages,
} from './period.ts'
import { schoolYear } from './school-year.ts'

const regions = ['noord', 'midden', 'zuid'] as const
const known = [2025, 2026, 2027, 2028, 2029].flatMap((year) => regions.map((region) => [year, region] as const))
const aRegion = fc.constantFrom(...regions)
const aYear = fc.integer({ min: 2000, max: 2099 })
const year2026 = schoolYear(2026, 'midden')

/** Days of school in a stretch, found without the code under test: day by day, from the days off. */
function daysOfSchool(from: Day, to: Day, off: readonly { readonly start: Day; readonly end: Day }[]): readonly Day[] {
  const days: Day[] = []
  for (let time = Date.parse(`${from}T12:00:00Z`); ; time += 86_400_000) {
    const date = new Date(time)
    const day = date.toISOString().slice(0, 10)
    if (day > to) return days
    const weekend = date.getUTCDay() % 6 === 0
    if (!weekend && !off.some((holiday) => holiday.start <= day && day <= holiday.end)) days.push(day)
  }
}

describe('proposing five periods', () => {
  test.each(known)(
    '%i in %s: one between each two holidays, 5 to 8 whole weeks, none of them a holiday',
    (year, region) => {
      const fixed = schoolHolidays(year, region)
      if (!fixed.ok) throw new Error(fixed.reason)
      const periods = proposePeriods(schoolYear(year, region))
      expect(periods.map((period) => period.number)).toEqual([1, 2, 3, 4, 5])
      periods.forEach((period, index) => {
        const days = daysOfSchool(period.startsOn, period.endsOn, fixed.holidays)
        // Whole weeks without a day off inside: five days for each week, Monday to Friday.
        expect(days[0]).toBe(period.startsOn)
        expect(days.at(-1)).toBe(period.endsOn)
        expect(days.length % 5).toBe(0)
        expect(days.length / 5).toBeGreaterThanOrEqual(5)
        expect(days.length / 5).toBeLessThanOrEqual(8)
        expect((Date.parse(period.endsOn) - Date.parse(period.startsOn)) / 86_400_000).toBe((days.length / 5) * 7 - 3)
        const [before, after] = [fixed.holidays[index - 1], fixed.holidays[index]]
        expect(period.startsOn > (before?.end ?? '')).toBe(true)
        expect(period.endsOn < (after?.start ?? '')).toBe(true)
      })
    },
  )

  test('nearly all proposed periods have the 6 to 8 weeks that a theme needs', () => {
    const lengths = known.flatMap(([year, region]) =>
      proposePeriods(schoolYear(year, region)).map(
        ({ startsOn, endsOn }) => (Date.parse(endsOn) - Date.parse(startsOn) + 3 * 86_400_000) / (7 * 86_400_000),
      ),
    )
    expect(lengths).toHaveLength(75)
    expect(lengths.filter((weeks) => weeks < 6)).toEqual([5])
  })

  test('no fault is found in any proposal, of years that are not fixed either', () => {
    fc.assert(
      fc.property(aYear, aRegion, (year, region) => {
        const open = schoolYear(year, region)
        expect(findPeriodFaults(open, proposePeriods(open))).toEqual({})
      }),
    )
  })

  test('2026–2027 in midden', () => {
    expect(proposePeriods(year2026).map((period) => [period.startsOn, period.endsOn])).toEqual([
      ['2026-08-31', '2026-10-16'],
      ['2026-10-26', '2026-12-18'],
      ['2027-01-04', '2027-02-19'],
      ['2027-03-01', '2027-04-23'],
      ['2027-05-10', '2027-07-02'],
    ])
  })
})

describe('dates that somebody typed', () => {
  const proposal = proposePeriods(year2026)
  const changed = (number: number, change: Partial<PeriodDates>) =>
    findPeriodFaults(
      year2026,
      proposal.map((period) => (period.number === number ? { ...period, ...change } : period)),
    )

  test.each([
    ['ends before it starts', 2, { endsOn: '2026-10-25' }, 'endsOn2', { reason: 'ends-before-start' }],
    ['too short', 2, { endsOn: '2026-11-13' }, 'endsOn2', { reason: 'too-short', weeks: 3 }],
    ['too long', 5, { endsOn: '2027-07-09' }, 'endsOn5', { reason: 'too-long', weeks: 9 }],
    ['over the one before', 2, { startsOn: '2026-10-16' }, 'startsOn2', { reason: 'overlap', before: 1 }],
    ['before the year', 1, { startsOn: '2026-07-27' }, 'startsOn1', { reason: 'outside-year' }],
    ['behind the year', 5, { endsOn: '2027-08-01' }, 'endsOn5', { reason: 'outside-year' }],
  ] as const)('%s: named at its own field', (_, number, change, field, fault) => {
    expect(changed(number, change)).toMatchObject({ [field]: fault })
  })

  test('a holiday inside a period does not make it longer', () => {
    // 28 September to 4 December are ten weeks, two of which lie in other periods and one in the autumn holiday.
    const periods = [
      { number: 1, startsOn: '2026-08-31', endsOn: '2026-09-25' },
      { number: 2, startsOn: '2026-10-05', endsOn: '2026-12-04' },
    ]
    expect(findPeriodFaults(year2026, periods)).toEqual({})
  })

  test('whatever is let through has 4 to 8 weeks, lies in the year and overlaps nothing', () => {
    const aDay = fc.integer({ min: -30, max: 400 }).map((offset) => addDays('2026-08-01', offset))
    const somePeriods = fc
      .array(fc.tuple(aDay, fc.integer({ min: -10, max: 80 })), { minLength: 5, maxLength: 5 })
      .map((pairs) =>
        pairs.map(([startsOn, days], i) => ({ number: i + 1, startsOn, endsOn: addDays(startsOn, days) })),
      )
    const nearProposal = fc
      .array(fc.tuple(fc.integer({ min: -14, max: 14 }), fc.integer({ min: -14, max: 14 })), {
        minLength: 5,
        maxLength: 5,
      })
      .map((moves) =>
        proposal.map((period, i) => ({
          ...period,
          startsOn: addDays(period.startsOn, moves[i]?.[0] ?? 0),
          endsOn: addDays(period.endsOn, moves[i]?.[1] ?? 0),
        })),
      )
    let passed = 0
    fc.assert(
      fc.property(fc.oneof(somePeriods, nearProposal), (periods) => {
        const right =
          periods.every(({ startsOn, endsOn }) => {
            const days = daysOfSchool(startsOn, endsOn, year2026.holidays)
            const weeks = new Set(days.map((day) => Math.floor((Date.parse(day) / 86_400_000 + 3) / 7))).size
            return startsOn >= '2026-08-01' && endsOn <= '2027-07-31' && endsOn > startsOn && weeks >= 4 && weeks <= 8
          }) && periods.every((period, i) => i === 0 || period.startsOn > (periods[i - 1]?.endsOn ?? ''))
        expect(Object.keys(findPeriodFaults(year2026, periods)).length === 0).toBe(right)
        if (right) passed += 1
      }),
      { numRuns: 1000 },
    )
    expect(passed).toBeGreaterThan(10)
  })

  test('the shortest and the longest are let through', () => {
    expect([shortest, longest]).toEqual([4, 8])
    expect(changed(2, { endsOn: '2026-11-20' })).toEqual({})
    expect(changed(2, { endsOn: '2026-12-20' })).toEqual({})
  })
})

describe('where a day stands', () => {
  const [, second] = proposePeriods(year2026)
  const period = second ?? { number: 2, startsOn: '', endsOn: '' }

  test.each([
    ['2026-10-25', { kind: 'before' }],
    ['2026-10-26', { kind: 'week', week: 1, of: 8 }],
    ['2026-11-01', { kind: 'week', week: 1, of: 8 }],
    ['2026-11-22', { kind: 'week', week: 4, of: 8 }],
    ['2026-12-18', { kind: 'week', week: 8, of: 8 }],
    ['2026-12-19', { kind: 'after' }],
  ])('%s', (day, moment) => {
    expect(momentIn(year2026, period, day)).toEqual(moment)
  })

  test('a holiday inside a period is between two weeks', () => {
    const around = { startsOn: '2026-10-05', endsOn: '2026-12-04' }
    expect(momentIn(year2026, around, '2026-10-17')).toEqual({ kind: 'week', week: 2, of: 8 })
    expect(momentIn(year2026, around, '2026-10-21')).toEqual({ kind: 'holiday', week: 3, of: 8 })
    expect(momentIn(year2026, around, '2026-10-26')).toEqual({ kind: 'week', week: 3, of: 8 })
  })

  test('between two periods the next one is the one to work on', () => {
    const periods = proposePeriods(year2026)
    expect(currentPeriod(periods, '2026-08-01')?.number).toBe(1)
    expect(currentPeriod(periods, '2026-10-20')?.number).toBe(2)
    expect(currentPeriod(periods, '2027-02-19')?.number).toBe(3)
    expect(currentPeriod(periods, '2027-07-20')).toBeNull()
  })
})

test('only what has not begun changes places', () => {
  expect(stages.filter(canMove)).toEqual(['planned', 'kick-off'])
})
