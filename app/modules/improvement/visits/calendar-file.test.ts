import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { amsterdamDay, amsterdamTime } from '../../../platform/text/days.ts'
import { calendarLimits, readCalendar } from './calendar-file.ts'

const from = Date.parse('2026-10-01T00:00:00Z')
const until = Date.parse('2026-12-01T00:00:00Z')

const file = (...events: readonly string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//test', ...events, 'END:VCALENDAR'].join('\r\n')
const event = (uid: string, ...lines: readonly string[]) =>
  ['BEGIN:VEVENT', `UID:${uid}`, 'SUMMARY:Oudergesprek met mevrouw X', ...lines, 'END:VEVENT'].join('\r\n')

/** Day and time in Amsterdam, as people read them. */
function read(text: string): readonly string[] {
  const calendar = readCalendar(text, { from, until })
  if (!calendar.ok) throw new Error(calendar.reason)
  return calendar.spans.map((span) => {
    const [begin, end] = [new Date(span.from), new Date(span.until)]
    return `${amsterdamDay(begin)} ${amsterdamTime(begin)}–${amsterdamTime(end)}`
  })
}

/**
 * How many steps the parser takes in some work: calls of its methods, which do not depend on how busy the machine is. Past `most`
 * it is stopped, so that what would look forever fails as well.
 */
function stepsOf(most: number, work: () => void): number {
  let steps = 0
  const counted = [ICAL.RecurIterator, ICAL.RecurExpansion, ICAL.Event, ICAL.Component].flatMap(({ prototype }) =>
    Object.entries(Object.getOwnPropertyDescriptors(prototype)).flatMap(([name, descriptor]) => {
      const method: unknown = descriptor.value
      if (typeof method !== 'function' || name === 'constructor') return []
      const value = function (this: unknown, ...args: unknown[]): unknown {
        if (++steps > most) throw new Error('too many steps')
        return Reflect.apply(method, this, args)
      }
      Object.defineProperty(prototype, name, { ...descriptor, value })
      return [() => Object.defineProperty(prototype, name, descriptor)]
    }),
  )
  try {
    work()
  } finally {
    for (const restore of counted) restore()
  }
  return steps
}

const zone = [
  'BEGIN:VTIMEZONE',
  'TZID:W. Europe Standard Time',
  'BEGIN:STANDARD',
  'DTSTART:16010101T030000',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10',
  'END:STANDARD',
  'BEGIN:DAYLIGHT',
  'DTSTART:16010101T020000',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3',
  'END:DAYLIGHT',
  'END:VTIMEZONE',
].join('\r\n')

describe('a calendar file', () => {
  it('says when somebody is busy, and keeps nothing else', () => {
    const text = file(event('a', 'DTSTART:20261103T083000Z', 'DTEND:20261103T093000Z'))
    const calendar = readCalendar(text, { from, until })
    expect(calendar).toEqual({
      ok: true,
      spans: [{ from: Date.parse('2026-11-03T08:30:00Z'), until: Date.parse('2026-11-03T09:30:00Z') }],
      skipped: 0,
    })
    expect(JSON.stringify(calendar)).not.toContain('Oudergesprek')
  })

  it('finds what repeats since long ago as well, in step with where it began', () => {
    const since = (year: number, rule: string, uid: string) =>
      event(uid, `DTSTART:${year}0105T090000`, `DTEND:${year}0105T093000`, `RRULE:${rule}`)
    // More days than may be looked at, one by one.
    const daily = Array.from({ length: 30 }, (_, i) => since(1950, 'FREQ=DAILY;UNTIL=20261105T230000', `old ${i}`))
    const found = read(file(...daily, event('z', 'DTSTART:20261102T110000', 'DTEND:20261102T120000')))
    expect(found).toContain('2026-11-04 09:00–09:30')
    expect(found).toContain('2026-11-02 11:00–12:00')
    expect(found).not.toContain('2026-11-06 09:00–09:30')
    for (const [freq, days, interval] of [
      ['DAILY', 1, 3],
      ['WEEKLY', 7, 2],
      ['WEEKLY', 7, 5],
    ] as const) {
      const rule = `FREQ=${freq};INTERVAL=${interval}`
      const dates = read(file(since(1998, rule, rule))).map((words) => words.slice(0, 10))
      // Counted by hand, in days since it began.
      const expected: string[] = []
      const began = Date.parse('1998-01-05T00:00:00Z')
      for (let at = began; at < until; at += days * interval * 24 * 3_600_000) {
        if (at + 9 * 3_600_000 >= from) expected.push(new Date(at).toISOString().slice(0, 10))
      }
      expect(dates, rule).toEqual(expected)
    }
  })

  it('finds an old occurrence of a long series that was moved to now', () => {
    const daily = event(
      'd',
      'DTSTART:20200106T090000',
      'DTEND:20200106T093000',
      'RRULE:FREQ=WEEKLY;UNTIL=20210101T000000',
    )
    const moved = event('d', 'RECURRENCE-ID:20200113T090000', 'DTSTART:20261014T140000', 'DTEND:20261014T143000')
    expect(read(file(daily, moved))).toEqual(['2026-10-14 14:00–14:30'])
  })

  it('reads thousands of events with as many exceptions in some steps for each', () => {
    const series = Array.from({ length: 2500 }, (_, i) =>
      event(`s${i}`, 'DTSTART:20261005T090000', 'DTEND:20261005T093000', 'RRULE:FREQ=WEEKLY;COUNT=4'),
    )
    const exceptions = Array.from({ length: 2500 }, (_, i) =>
      event(`s${i}`, 'RECURRENCE-ID:20261012T090000', 'DTSTART:20261012T140000', 'DTEND:20261012T143000'),
    )
    let found: readonly string[] = []
    // Some sixty for each of 5,000; each with each would be millions.
    const steps = stepsOf(1_000_000, () => {
      found = read(file(...series, ...exceptions))
    })
    expect(steps).toBeLessThan(500_000)
    expect(found).toContain('2026-10-12 14:00–14:30')
    expect(found).not.toContain('2026-10-12 09:00–09:30')
  })

  it('follows what repeats, over the end of summer time, with its exceptions', () => {
    const weekly = event(
      'b',
      'DTSTART;TZID=W. Europe Standard Time:20261012T090000',
      'DTEND;TZID=W. Europe Standard Time:20261012T100000',
      'RRULE:FREQ=WEEKLY;UNTIL=20261109T230000Z',
      'EXDATE;TZID=W. Europe Standard Time:20261019T090000',
    )
    const moved = event(
      'b',
      'RECURRENCE-ID;TZID=W. Europe Standard Time:20261102T090000',
      'DTSTART;TZID=W. Europe Standard Time:20261103T140000',
      'DTEND;TZID=W. Europe Standard Time:20261103T150000',
    )
    expect(read(file(zone, weekly, moved))).toEqual([
      '2026-10-12 09:00–10:00',
      '2026-10-26 09:00–10:00',
      '2026-11-03 14:00–15:00',
      '2026-11-09 09:00–10:00',
    ])
  })

  it('takes times without a zone, and zones that it does not explain, as Amsterdam', () => {
    const floating = event('c', 'DTSTART:20261020T090000', 'DURATION:PT45M')
    const unknown = event(
      'd',
      'DTSTART;TZID=Europe/Amsterdam:20261104T101500',
      'DTEND;TZID=Europe/Amsterdam:20261104T110000',
    )
    expect(read(file(floating, unknown))).toEqual(['2026-10-20 09:00–09:45', '2026-11-04 10:15–11:00'])
  })

  it('counts whole days, and leaves out what is cancelled or leaves somebody free', () => {
    const day = event('e', 'DTSTART;VALUE=DATE:20261105', 'DTEND;VALUE=DATE:20261106')
    const cancelled = event('f', 'DTSTART:20261106T080000Z', 'DTEND:20261106T090000Z', 'STATUS:CANCELLED')
    const free = event('g', 'DTSTART:20261106T080000Z', 'DTEND:20261106T090000Z', 'TRANSP:TRANSPARENT')
    expect(read(file(day, cancelled, free))).toEqual(['2026-11-05 00:00–00:00'])
  })

  it('takes only what is in the time that was asked', () => {
    const before = event('h', 'DTSTART:20260901T080000Z', 'DTEND:20260901T090000Z')
    const after = event('i', 'DTSTART:20270901T080000Z', 'DTEND:20270901T090000Z')
    const endless = event('j', 'DTSTART:20200106T080000Z', 'DTEND:20200106T090000Z', 'RRULE:FREQ=WEEKLY')
    const days = read(file(before, after, endless)).map((words) => words.slice(0, 10))
    expect(days).toEqual([
      ...['2026-10-05', '2026-10-12', '2026-10-19', '2026-10-26'],
      ...['2026-11-02', '2026-11-09', '2026-11-16', '2026-11-23', '2026-11-30'],
    ])
  })

  it('is bounded: a rule without end and a thousand years of seconds cost little', () => {
    const seconds = event('k', 'DTSTART:19700101T000000Z', 'DTEND:19700101T000001Z', 'RRULE:FREQ=SECONDLY')
    const daily = event('k', 'DTSTART:00010101T000000Z', 'DTEND:00010101T000001Z', 'RRULE:FREQ=DAILY')
    const lines = Array.from({ length: 50 }, () => [seconds, daily]).flat()
    expect(readCalendar(file(...lines), { from, until })).toEqual({ ok: true, spans: [], skipped: 50 })
    const dense = Array.from({ length: 100 }, (_, i) =>
      event(
        `l${i}`,
        `DTSTART:20261001T${String(i % 24).padStart(2, '0')}00${String(i % 60).padStart(2, '0')}Z`,
        'DURATION:PT1S',
        'RRULE:FREQ=DAILY',
      ),
    )
    const steps = stepsOf(1_000_000, () => {
      const many = readCalendar(file(...dense), { from, until })
      expect(many.ok && many.spans.length).toBe(calendarLimits.spans)
    })
    expect(steps).toBeLessThan(200_000)
    const crowd = Array.from({ length: calendarLimits.events + 1 }, (_, i) =>
      event(`m${i}`, 'DTSTART:20261001T000000Z'),
    )
    expect(readCalendar(file(...crowd), { from, until })).toEqual({ ok: false, reason: 'too-many-events' })
  })

  it.each([
    '',
    'geen kalender',
    'BEGIN:VCARD\r\nFN:Piet\r\nEND:VCARD',
    'BEGIN:VCALENDAR\r\nBEGIN:VEVENT',
    '\u0000\u0001',
  ])('refuses what is no calendar: %j', (text) =>
    expect(readCalendar(text, { from, until })).toEqual({ ok: false, reason: 'not-a-calendar' }),
  )

  it('goes on where one event makes no sense, and says how many it did not follow', () => {
    const right = event('o', 'DTSTART:20261103T083000Z', 'DTEND:20261103T093000Z')
    const never = event('p', 'DTSTART:20260101T080000Z', 'DURATION:PT1H', 'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30')
    const calendar = readCalendar(file(never, right, event('q', 'SUMMARY:geen begin')), { from, until })
    expect(calendar).toMatchObject({ ok: true, spans: [{ from: Date.parse('2026-11-03T08:30:00Z') }], skipped: 1 })
  })

  it('never looks for a day that does not come, whatever the rule', () => {
    const days = fc.constantFrom('MO', 'TU', 'SU', '1MO', '5FR', '-1WE', '6MO', '-5TU')
    const rule = fc
      .record({
        freq: fc.constantFrom('SECONDLY', 'MINUTELY', 'HOURLY', 'DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'),
        interval: fc.option(fc.constantFrom(0, 1, 2, 7, 12, 14, 365, 1_000_000_000)),
        byDay: fc.option(fc.array(days, { minLength: 1, maxLength: 3 })),
        byMonth: fc.option(fc.constantFrom(2, 4, 13)),
        byMonthDay: fc.option(fc.constantFrom(1, 29, 30, 31, -31)),
        byWeek: fc.option(fc.constantFrom(53, -53), { freq: 8 }),
        bySet: fc.option(fc.constantFrom(5, -5), { freq: 8 }),
      })
      .map(({ freq, interval, byDay, byMonth, byMonthDay, byWeek, bySet }) =>
        [
          `RRULE:FREQ=${freq}`,
          interval === null ? [] : `INTERVAL=${interval}`,
          byDay === null ? [] : `BYDAY=${byDay.join()}`,
          byMonth === null ? [] : `BYMONTH=${byMonth}`,
          byMonthDay === null ? [] : `BYMONTHDAY=${byMonthDay}`,
          byWeek === null ? [] : `BYWEEKNO=${byWeek}`,
          bySet === null ? [] : `BYSETPOS=${bySet}`,
        ]
          .flat()
          .join(';'),
      )
    fc.assert(
      fc.property(rule, fc.constantFrom('20260131T080000Z', '20240229T080000Z', '20260105T080000Z'), (line, start) => {
        const steps = stepsOf(1_000_000, () =>
          readCalendar(file(event('r', `DTSTART:${start}`, 'DURATION:PT1H', line)), { from, until }),
        )
        expect(steps, line).toBeLessThan(500_000)
      }),
      // The same rules every time.
      { numRuns: 400, seed: 20261122 },
    )
  }, 60_000)
})
