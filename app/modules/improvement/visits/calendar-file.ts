import ICAL from 'ical.js'
import { amsterdamDay, startOfDay } from '../../../platform/text/days.ts'
import { instantOn } from '../session-rhythm.ts'
import type { Span } from './free-hours.ts'

/** What a calendar file may ask of the server; beyond it is no week of a teacher. */
export const calendarLimits = { bytes: 1024 * 1024, events: 5000, occurrences: 20_000, spans: 2000 } as const

export type CalendarRead =
  | {
      readonly ok: true
      readonly spans: readonly Span[]
      /** Repeated events whose rule is not followed; see `canFollow`. */
      readonly skipped: number
    }
  | { readonly ok: false; readonly reason: 'not-a-calendar' | 'too-many-events' }

/**
 * When a calendar (.ics, RFC 5545) says that somebody is busy between two moments: from when until when, never what.
 * Repeated events are followed with their exceptions; what is cancelled or does not make busy is left out. A time without
 * a zone, or of a zone that the file does not explain, is taken as Amsterdam's. At most `calendarLimits` is looked at.
 */
export function readCalendar(text: string, { from, until }: Span): CalendarRead {
  const calendars = parseCalendars(text)
  if (calendars === null) return { ok: false, reason: 'not-a-calendar' }
  const components = calendars.flatMap((calendar) => calendar.getAllSubcomponents('vevent'))
  if (components.length > calendarLimits.events) return { ok: false, reason: 'too-many-events' }
  const events = components.filter((component) => component.getFirstProperty('dtstart') !== null).map(asEvent)
  const series = events.filter((event) => !event.isRecurrenceException())
  const byUid = new Map(series.toReversed().map((each) => [each.uid, each]))
  const exceptions = events.filter((event) => event.isRecurrenceException())
  for (const exception of exceptions) byUid.get(exception.uid)?.relateException(exception)
  const spans: Span[] = []
  let looked = 0
  const mayLook = () => looked++ < calendarLimits.occurrences && spans.length < calendarLimits.spans
  const followed = series.filter(canFollow)
  const followedUids = new Set(followed.map(({ uid }) => uid))
  for (const event of followed) spans.push(...spansOf(event, { from, until }, mayLook))
  // Also where the time that it replaces lies before the window, or its series is not in the file.
  const left = exceptions.filter(({ uid }) => !byUid.has(uid) || followedUids.has(uid))
  for (const event of left) spans.push(...once(event, { from, until }))
  const skipped = series.length - followed.length
  return { ok: true, spans: distinct(spans).slice(0, calendarLimits.spans), skipped }
}

/** Parts of a rule that calendars of people have, by how often it comes. */
const usualParts: Readonly<Record<string, readonly string[]>> = {
  DAILY: ['BYDAY'],
  WEEKLY: ['BYDAY'],
  MONTHLY: ['BYDAY', 'BYMONTHDAY'],
  YEARLY: ['BYMONTH', 'BYDAY', 'BYMONTHDAY'],
}
const longestInterval: Readonly<Record<string, number>> = { DAILY: 366, WEEKLY: 60, MONTHLY: 60, YEARLY: 10 }

/**
 * Whether a rule is one that people's calendars have. Others can ask for a day that never comes, and the parser would look
 * for it forever: nothing more often than daily, no unusual parts, and no days named beside an interval, but by the week.
 */
function canFollow({ component }: ICAL.Event): boolean {
  return component.getAllProperties('rrule').every((property) => {
    const rule = property.getFirstValue()
    if (!(rule instanceof ICAL.Recur)) return false
    const { freq, interval, parts } = rule
    const named = Object.keys(parts)
    if (!named.every((part) => usualParts[freq]?.includes(part))) return false
    if (interval < 1 || interval > (longestInterval[freq] ?? 0)) return false
    return named.length === 0 || interval === 1 || freq === 'WEEKLY'
  })
}

function asEvent(component: ICAL.Component): ICAL.Event {
  // Without this list it would look for exceptions among all events itself, for each event, and take them for its own.
  return new ICAL.Event(component, { strictExceptions: true, exceptions: [] })
}

/** The calendars in a file; null where it is none. The parser throws on what it can't read. */
function parseCalendars(text: string): readonly ICAL.Component[] | null {
  try {
    const parsed: unknown[] = ICAL.parse(text)
    // One calendar comes by itself, several as a list.
    const list = typeof parsed[0] === 'string' ? [parsed] : parsed
    const calendars = list.map((each) => new ICAL.Component(each as unknown[]))
    return calendars.length > 0 && calendars.every((each) => each.name === 'vcalendar') ? calendars : null
  } catch {
    return null
  }
}

function spansOf(event: ICAL.Event, window: Span, mayLook: () => boolean): readonly Span[] {
  if (!event.isRecurring()) return once(event, window)
  const spans: Span[] = []
  try {
    const occurrences = event.iterator(nearStart(event, window.from))
    for (;;) {
      const next = mayLook() ? occurrences.next() : null
      if (!next || instantOf(next) >= window.until) break
      const { item, startDate, endDate } = event.getOccurrenceDetails(next)
      if (makesBusy(item)) spans.push(...inside(startDate, endDate, window))
    }
  } catch {
    // A rule that can't be followed is left out; the rest of the calendar still counts.
  }
  return spans
}

/**
 * Where a series that began long ago is looked at from: shortly before the window, in step with its beginning, so that its
 * past takes no time. A rule that counts its occurrences needs all of them, and one by month or year has few.
 */
function nearStart({ component, startDate, duration }: ICAL.Event, from: number): ICAL.Time {
  const rules = component.getAllProperties('rrule').map((property) => property.getFirstValue())
  const [rule] = rules
  if (rules.length !== 1 || !(rule instanceof ICAL.Recur) || rule.count) return startDate
  if (rule.freq !== 'DAILY' && rule.freq !== 'WEEKLY') return startDate
  // Whole weeks keep the weekdays, and whole intervals the rhythm.
  const period = 7 * rule.interval
  const day = 24 * 3_600_000
  const ahead = Math.floor((from - instantOf(startDate) - duration.toSeconds() * 1000) / day / period) - 1
  if (ahead <= 0) return startDate
  const start = startDate.clone()
  start.adjust(ahead * period, 0, 0, 0)
  return start
}

function once(event: ICAL.Event, window: Span): readonly Span[] {
  try {
    return makesBusy(event) ? inside(event.startDate, event.endDate, window) : []
  } catch {
    return []
  }
}

function makesBusy({ component }: ICAL.Event): boolean {
  const value = (name: string) => String(component.getFirstPropertyValue(name) ?? '').toUpperCase()
  return value('status') !== 'CANCELLED' && value('transp') !== 'TRANSPARENT'
}

function inside(start: ICAL.Time, end: ICAL.Time, window: Span): readonly Span[] {
  const span = { from: instantOf(start), until: instantOf(end) }
  return span.from < span.until && span.from < window.until && window.from < span.until ? [span] : []
}

/** A whole day begins at midnight in Amsterdam; so is a time read whose zone nobody explains. */
function instantOf(time: ICAL.Time): number {
  if (!time.isDate && time.zone !== ICAL.Timezone.localTimezone) return time.toJSDate().getTime()
  const utc = new Date(Date.UTC(time.year, time.month - 1, time.day))
  const day = utc.toISOString().slice(0, 10)
  return time.isDate
    ? startOfDay(day).getTime()
    : instantOn(day, time.hour * 60 + time.minute).getTime() + time.second * 1000
}

/** Two calendars in one file may say the same. Sorted, so that the nearest are kept where there are too many. */
function distinct(spans: readonly Span[]): readonly Span[] {
  const sorted = spans.toSorted((a, b) => a.from - b.from || a.until - b.until)
  return sorted.filter((span, i) => span.from !== sorted[i - 1]?.from || span.until !== sorted[i - 1]?.until)
}

/** How far ahead busy hours are kept: as long as visits are planned. */
export function calendarWindow(now: Date): Span {
  const from = startOfDay(amsterdamDay(now)).getTime()
  return { from, until: from + 60 * 24 * 3_600_000 }
}
