import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  amsterdamDay,
  amsterdamTime,
  daysBetween,
  formatDay,
  formatDays,
  mondayOf,
  parseDay,
  startOfDay,
  weekdayOf,
} from './days.ts'

const aDay = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

describe('days in the Netherlands', () => {
  test.each([
    ['2026-12-31T22:59:59Z', '2026-12-31'],
    ['2026-12-31T23:00:00Z', '2027-01-01'],
    ['2026-07-31T21:59:59Z', '2026-07-31'],
    ['2026-07-31T22:00:00Z', '2026-08-01'],
    ['2028-02-29T12:00:00Z', '2028-02-29'],
  ])('at %s it is %s', (moment, day) => {
    expect(amsterdamDay(new Date(moment))).toBe(day)
  })

  test.each([
    ['2026-03-29', '2026-03-28T23:00:00.000Z'],
    ['2026-03-30', '2026-03-29T22:00:00.000Z'],
    ['2026-10-25', '2026-10-24T22:00:00.000Z'],
    ['2026-10-26', '2026-10-25T23:00:00.000Z'],
    ['2027-01-01', '2026-12-31T23:00:00.000Z'],
  ])('%s begins at %s, also around the change of the clock', (day, moment) => {
    expect(startOfDay(day).toISOString()).toBe(moment)
  })

  test('a day holds from its first moment to the one before the next day', () => {
    fc.assert(
      fc.property(aDay, (day) => {
        expect(amsterdamDay(startOfDay(day))).toBe(day)
        expect(amsterdamDay(new Date(startOfDay(day).getTime() - 1))).toBe(addDays(day, -1))
        const hours = (startOfDay(addDays(day, 1)).getTime() - startOfDay(day).getTime()) / 3_600_000
        expect([23, 24, 25]).toContain(hours)
      }),
    )
  })
})

describe('counting days', () => {
  test('adding days and counting them are each other’s opposite', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: -4000, max: 4000 }), (day, count) => {
        expect(daysBetween(day, addDays(day, count))).toBe(count)
      }),
    )
  })

  test('every week has one Monday', () => {
    fc.assert(
      fc.property(aDay, (day) => {
        const monday = mondayOf(day)
        // An independent way to find the weekday: the date object of the machine.
        expect(new Date(`${monday}T00:00:00Z`).getUTCDay()).toBe(1)
        expect(daysBetween(monday, day)).toBe(weekdayOf(day) - 1)
      }),
    )
  })

  test('weeks go on over the year’s end', () => {
    expect(mondayOf('2027-01-01')).toBe('2026-12-28')
    expect(weekdayOf('2027-01-03')).toBe(7)
    expect(addDays('2028-02-28', 2)).toBe('2028-03-01')
  })
})

describe('reading a day', () => {
  test.each([
    ['2026-11-28', '2026-11-28'],
    ['28-11-2026', '2026-11-28'],
    ['1/9/2026', '2026-09-01'],
    [' 29-2-2028 ', '2028-02-29'],
    ['29-2-2027', null],
    ['2026-02-30', null],
    ['2026-13-01', null],
    ['morgen', null],
    ['', null],
    ['28-11-26', null],
  ])('%j is %j', (typed, day) => {
    expect(parseDay(typed)).toBe(day)
  })

  test('every day is read back in both ways of writing it', () => {
    fc.assert(
      fc.property(aDay, (day) => {
        expect(parseDay(day)).toBe(day)
        expect(parseDay(`${Number(day.slice(8))}-${Number(day.slice(5, 7))}-${day.slice(0, 4)}`)).toBe(day)
      }),
    )
    expect(parseDay('2026-9-1')).toBeNull()
  })
})

describe('days in words', () => {
  test('in Dutch and in English', () => {
    expect(formatDay('nl', '2026-03-01')).toBe('1 mrt')
    expect(formatDay('nl', '2026-08-24', 'spoken')).toBe('maandag 24 augustus')
    expect(formatDay('nl', '2026-11-28', 'weekday')).toBe('za 28 nov')
    expect(formatDay('en', '2026-08-24', 'long')).toBe('24 August 2026')
    expect(formatDays('nl', '2026-08-24', '2026-10-16')).toBe('24 aug – 16 okt')
    expect(formatDays('nl', '2027-01-04', '2027-01-08')).toBe('4 – 8 jan')
    expect(formatDays('en', '2027-01-04', '2027-01-04')).toBe('4 Jan')
  })
})

test('a clock in Amsterdam says what it says there, in winter and in summer', () => {
  expect(amsterdamTime(new Date('2026-11-23T13:05:00Z'))).toBe('14:05')
  expect(amsterdamTime(new Date('2026-06-23T22:30:00Z'))).toBe('00:30')
})
