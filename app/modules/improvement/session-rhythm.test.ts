import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amsterdamDay, amsterdamTime, weekdayOf } from '../../platform/text/days.ts'
import { comingDays, findRhythm, instantOn } from './session-rhythm.ts'

const at = (text: string) => new Date(text)
const tuesdays = [at('2026-11-17T14:32:00Z'), at('2026-11-10T14:29:00Z'), at('2026-11-03T14:31:00Z')]

describe('the rhythm of a team', () => {
  it('is the weekday and the time that three of the last four sessions had', () => {
    expect(findRhythm(tuesdays, '2026-11-22')).toEqual({ weekday: 2, minutes: 15 * 60 + 30 })
    const once = [tuesdays[0], at('2026-11-12T07:00:00Z'), ...tuesdays.slice(1)].filter((each) => each !== undefined)
    expect(findRhythm(once, '2026-11-22')).toEqual({ weekday: 2, minutes: 15 * 60 + 30 })
  })

  it('is not there for a new team, nor for a team that meets on any day', () => {
    expect(findRhythm([], '2026-11-22')).toBeNull()
    expect(findRhythm(tuesdays.slice(1), '2026-11-22')).toBeNull()
    const anyDay = ['2026-11-17', '2026-11-12', '2026-11-04', '2026-10-27'].map((day) => at(`${day}T14:30:00Z`))
    expect(findRhythm(anyDay, '2026-11-22')).toBeNull()
  })

  it('survives two weeks of holiday and lapses after the summer', () => {
    expect(findRhythm(tuesdays, '2026-12-08')).not.toBeNull()
    expect(findRhythm(tuesdays, '2027-01-12')).toBeNull()
  })

  it('is the same in winter as in summer, by the clock on the wall', () => {
    const overTheChange = [at('2026-10-27T14:30:00Z'), at('2026-10-20T13:30:00Z'), at('2026-10-13T13:30:00Z')]
    expect(findRhythm(overTheChange, '2026-10-28')).toEqual({ weekday: 2, minutes: 15 * 60 + 30 })
  })
})

const days = fc
  .date({ min: at('2025-01-01T12:00:00Z'), max: at('2030-12-31T12:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

describe('the sessions to come', () => {
  it('begin on that weekday, from today on, a week apart', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 7 }), (today, weekday) => {
        const coming = comingDays({ weekday, minutes: 0 }, today, 8, () => false)
        expect(coming).toHaveLength(8)
        expect(coming.every((day) => weekdayOf(day) === weekday && day >= today)).toBe(true)
        expect(coming[0] === today).toBe(weekdayOf(today) === weekday)
      }),
    )
  })

  it('leave out the holidays', () => {
    const coming = comingDays(
      { weekday: 2, minutes: 0 },
      '2026-12-15',
      4,
      (day) => day > '2026-12-18' && day < '2027-01-03',
    )
    expect(coming).toEqual(['2026-12-15', '2027-01-05'])
  })

  it('are at that time by the clock in Amsterdam, whatever the day', () => {
    fc.assert(
      // Not in the hour that is skipped in March.
      fc.property(days, fc.integer({ min: 6 * 12, max: 23 * 12 }), (day, fives) => {
        const instant = instantOn(day, fives * 5)
        expect(amsterdamDay(instant)).toBe(day)
        const [hours, minutes] = [Math.floor(fives / 12), (fives % 12) * 5]
        expect(amsterdamTime(instant)).toBe(`${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`)
      }),
      {
        examples: [
          ['2027-03-28', 168],
          ['2026-10-25', 168],
        ],
      },
    )
  })
})
