import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, mondayOf } from '../../platform/text/days.ts'
import { countedWeeks, rhythmOf } from './rhythm.ts'

const autumn = { start: '2026-10-10', end: '2026-10-18' }

describe('the rhythm of a team', () => {
  test('four sessions in four weeks are one a week', () => {
    const days = ['2026-10-26', '2026-11-03', '2026-11-10', '2026-11-17']
    const rhythm = rhythmOf(days, '2026-10-26', '2026-11-20', [autumn])
    expect(rhythm).toEqual({ weeks: [true, true, true, true], sessions: 4, perMonth: 4.3, weeksSince: 0 })
  })

  test('a week of holiday does not count, unless the team met all the same', () => {
    const days = ['2026-10-06', '2026-10-20']
    expect(rhythmOf(days, '2026-10-05', '2026-10-23', [autumn]).weeks).toEqual([true, true])
    expect(rhythmOf([...days, '2026-10-13'], '2026-10-05', '2026-10-23', [autumn]).weeks).toEqual([true, true, true])
  })

  test('the week that is going on counts only once the team has met', () => {
    expect(rhythmOf([], '2026-11-09', '2026-11-17', []).weeks).toEqual([false])
    expect(rhythmOf(['2026-11-17'], '2026-11-09', '2026-11-17', []).weeks).toEqual([false, true])
  })

  test('the rate leaves out holidays and the week that is going on, met or not', () => {
    const since = '2026-10-05'
    const rate = (days: readonly string[], today: string) => rhythmOf(days, since, today, [autumn]).perMonth
    // Weeks of 5 and 19 October count, that of 12 October is off and that of 26 October is going on.
    expect(countedWeeks(since, '2026-10-28', [autumn])).toEqual(['2026-10-05', '2026-10-19'])
    expect(rate(['2026-10-06'], '2026-10-28')).toBe(2.2)
    expect(rate(['2026-10-06', '2026-10-13', '2026-10-27'], '2026-10-28')).toBe(2.2)
    expect(rate(['2026-10-06', '2026-10-20'], '2026-10-28')).toBe(4.3)
    expect(rhythmOf(['2026-10-27'], '2026-10-26', '2026-10-28', [autumn]).perMonth).toBeNull()
  })

  test('a board of today has no rhythm yet', () => {
    expect(rhythmOf([], '2026-11-17', '2026-11-17', [])).toEqual({
      weeks: [],
      sessions: 0,
      perMonth: null,
      weeksSince: 0,
    })
  })

  test('says how long ago the last session was, in school weeks', () => {
    expect(rhythmOf(['2026-10-06'], '2026-09-01', '2026-11-02', [autumn]).weeksSince).toBe(2)
  })

  test('every session of the weeks shown is counted once, whatever the order', () => {
    const today = '2026-11-22'
    const aDay = fc.integer({ min: 0, max: 49 }).map((back) => addDays(today, -back))
    fc.assert(
      fc.property(fc.array(aDay, { maxLength: 20 }), (days) => {
        const rhythm = rhythmOf(days, '2026-01-01', today, [])
        const mondays = new Set(days.map(mondayOf))
        expect(rhythm.weeks.length).toBeLessThanOrEqual(8)
        expect(rhythm.weeks.filter(Boolean).length).toBe([...mondays].filter((monday) => monday >= '2026-09-28').length)
        expect(rhythmOf([...days].reverse(), '2026-01-01', today, [])).toEqual(rhythm)
      }),
    )
  })
})
