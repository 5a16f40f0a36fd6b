import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amsterdamDay, amsterdamTime, type Day, weekdayOf } from '../../../platform/text/days.ts'
import { instantOn } from '../session-rhythm.ts'
import { gridHours, type Hours, type Proposal, proposeTimes, slotOf } from './free-hours.ts'

const none: Hours = { lessonSlots: [], offDays: [], lessons: [], appointments: [] }
// A Monday, before school.
const now = new Date('2026-11-23T05:00:00Z')
const isSchoolDay = (day: Day) => weekdayOf(day) <= 5
const propose = (receiver: Hours, visitor: Hours, most = 6) =>
  proposeTimes({ receiver, visitor, now, daysAhead: 13, isSchoolDay, most })
const say = ({ startsAt, talkFollows }: Proposal) =>
  `${amsterdamDay(startsAt)} ${amsterdamTime(startsAt)}${talkFollows ? ' talk' : ''}`

describe('times for a visit', () => {
  it('takes the last quarter of a lesson where both are free right after it', () => {
    const receiver = { ...none, lessonSlots: [slotOf(2, 0)] }
    expect(propose(receiver, none).map(say)).toEqual(['2026-11-24 09:15 talk', '2026-12-01 09:15 talk'])
  })

  it('takes the first time in a lesson where the visitor is free, with the talk later', () => {
    const receiver = { ...none, lessonSlots: [slotOf(2, 0), slotOf(2, 1)] }
    const visitor = { ...none, lessonSlots: [slotOf(2, 0), slotOf(2, 2)] }
    expect(propose(receiver, visitor, 1).map(say)).toEqual(['2026-11-24 09:30'])
  })

  it('proposes nothing where the receiver does not teach, or either is off', () => {
    const receiver = { ...none, lessonSlots: [slotOf(3, 2)] }
    expect(propose(none, none)).toEqual([])
    expect(propose(receiver, { ...none, offDays: [3] })).toEqual([])
    expect(propose({ ...receiver, offDays: [3] }, none)).toEqual([])
  })

  // The checker knows nothing of how times are found: it looks at every minute of every proposal, and for times that
  // were overlooked.
  const minute = 60_000
  const isBusy = (spans: Hours['lessons'], at: number) => spans.some((span) => span.from <= at && at < span.until)
  const teaches = (hours: Hours, at: number) => {
    const day = amsterdamDay(new Date(at))
    const [hour = 0, minutes = 0] = amsterdamTime(new Date(at)).split(':').map(Number)
    const of = gridHours.findIndex((begins) => begins <= hour * 60 + minutes && hour * 60 + minutes < begins + 60)
    return isBusy(hours.lessons, at) || (of >= 0 && hours.lessonSlots.includes(slotOf(weekdayOf(day), of)))
  }
  const fits = (receiver: Hours, visitor: Hours, start: number) =>
    Array.from({ length: 15 }, (_, i) => start + i * minute).every(
      (at) =>
        teaches(receiver, at) &&
        !isBusy(receiver.appointments, at) &&
        !teaches(visitor, at) &&
        !isBusy(visitor.appointments, at),
    )
  const spans = fc.array(
    fc
      .record({
        day: fc.constantFrom('2026-11-23', '2026-11-24', '2026-11-26', '2026-12-02'),
        at: fc.nat(60),
        long: fc.integer({ min: 1, max: 12 }),
      })
      .map(({ day, at, long }) => {
        const from = instantOn(day, 480 + at * 5).getTime()
        return { from, until: from + long * 10 * minute }
      }),
    { maxLength: 6 },
  )
  const hours: fc.Arbitrary<Hours> = fc.record({
    lessonSlots: fc.uniqueArray(
      fc.tuple(fc.integer({ min: 1, max: 5 }), fc.nat(6)).map(([weekday, hour]) => slotOf(weekday, hour)),
      { maxLength: 12 },
    ),
    offDays: fc.uniqueArray(fc.integer({ min: 1, max: 5 }), { maxLength: 2 }),
    lessons: spans,
    appointments: spans,
  })

  it('only ever proposes times that fit, in order, two a day at the most', () => {
    fc.assert(
      fc.property(hours, hours, (receiver, visitor) => {
        const found = propose(receiver, visitor)
        for (const { startsAt, talkFollows } of found) {
          const start = startsAt.getTime()
          expect(fits(receiver, visitor, start)).toBe(true)
          expect([...receiver.offDays, ...visitor.offDays]).not.toContain(weekdayOf(amsterdamDay(startsAt)))
          const after = Array.from({ length: 15 }, (_, i) => start + (15 + i) * minute)
          const free = (who: Hours) => after.every((at) => !teaches(who, at) && !isBusy(who.appointments, at))
          if (talkFollows) expect(free(receiver) && free(visitor)).toBe(true)
        }
        expect(found).toEqual(found.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime()))
        const days = Map.groupBy(found, ({ startsAt }) => amsterdamDay(startsAt))
        expect(Math.max(0, ...[...days.values()].map((each) => each.length))).toBeLessThanOrEqual(2)
      }),
      { numRuns: 200 },
    )
  })

  it('overlooks no lesson of the grid that the visitor could come to from its beginning', () => {
    fc.assert(
      fc.property(hours, hours, (receiver, visitor) => {
        if (propose(receiver, visitor).length > 0) return
        for (let day = 0; day < 12; day++) {
          const date = amsterdamDay(new Date(now.getTime() + day * 24 * 3_600_000))
          if (!isSchoolDay(date) || [...receiver.offDays, ...visitor.offDays].includes(weekdayOf(date))) continue
          for (const begins of gridHours) {
            expect(fits(receiver, visitor, instantOn(date, begins).getTime())).toBe(false)
          }
        }
      }),
      { numRuns: 200 },
    )
  })
})
