import type { Locale } from './dictionary.ts'

/** A calendar day as `YYYY-MM-DD`, without a time or a zone. Days compare as text. */
export type Day = string

const zone = 'Europe/Amsterdam'
const inAmsterdam = new Intl.DateTimeFormat('en-CA', {
  timeZone: zone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

const msPerHour = 3_600_000
/** The day in the hour that was asked for last: nearly always this hour. */
let asked: { readonly hour: number; readonly day: Day } = { hour: Number.NaN, day: '' }

/** The day that it is in Amsterdam at an instant. Its clock is whole hours ahead of UTC (since 1940): no day begins within an hour. */
export function amsterdamDay(instant: Date): Day {
  const hour = Math.floor(instant.getTime() / msPerHour)
  if (hour !== asked.hour) asked = { hour, day: inAmsterdam.format(instant) }
  return asked.day
}

/** The instant at which a day begins in Amsterdam. */
export function startOfDay(day: Day): Date {
  // The clock there never changes at midnight, so the offset two hours before holds at midnight too.
  const midnight = Date.parse(`${day}T00:00:00Z`)
  return new Date(midnight - msAhead(new Date(midnight - 2 * 3_600_000)))
}

const offsetName = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })

/** How far Amsterdam's clock is ahead of UTC: one hour in winter, two in summer. */
function msAhead(instant: Date): number {
  const name = offsetName.formatToParts(instant).find((part) => part.type === 'timeZoneName')?.value ?? ''
  const [, hours = '0', minutes = '0'] = /GMT\+(\d+):(\d+)/.exec(name) ?? []
  return (Number(hours) * 60 + Number(minutes)) * 60_000
}

const msPerDay = 86_400_000

/** Days since 1 January 1970. Without a Date in between: a board asks this for every card. */
function dayNumber(day: Day): number {
  const digit = (at: number) => day.charCodeAt(at) - 48
  const year = digit(0) * 1000 + digit(1) * 100 + digit(2) * 10 + digit(3)
  return Date.UTC(year, digit(5) * 10 + digit(6) - 1, digit(8) * 10 + digit(9)) / msPerDay
}

/** The day so many days later (earlier where negative). */
export function addDays(day: Day, days: number): Day {
  return new Date((dayNumber(day) + days) * msPerDay).toISOString().slice(0, 10)
}

/** Days from the first to the second; negative where the second is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from)
}

/** 1 Monday … 7 Sunday (ISO 8601). */
export function weekdayOf(day: Day): number {
  // 1 January 1970 was a Thursday.
  return ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1
}

/** The Monday of the week that the day is in (ISO 8601). */
export function mondayOf(day: Day): Day {
  return addDays(day, 1 - weekdayOf(day))
}

/** Whether a text is a day that exists, written as `YYYY-MM-DD`. */
function isDay(text: string): text is Day {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

/** A day as a date field sends it (`2026-11-28`) or as a Dutch reader types it (`28-11-2026`); null for anything else. */
export function parseDay(text: string): Day | null {
  const [, date = '', month = '', year = ''] = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(text.trim()) ?? []
  const day = year === '' ? text.trim() : `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  return isDay(day) ? day : null
}

const clock = new Intl.DateTimeFormat('nl-NL', { timeZone: zone, hour: '2-digit', minute: '2-digit' })

/** What the clock says in Amsterdam: `14:05`, in both languages. */
export function amsterdamTime(instant: Date): string {
  return clock.format(instant)
}

const tags: Readonly<Record<Locale, string>> = { nl: 'nl-NL', en: 'en-GB' }
const formats = {
  /** 28 nov */
  short: { day: 'numeric', month: 'short' },
  /** za 28 nov */
  weekday: { weekday: 'short', day: 'numeric', month: 'short' },
  /** zaterdag 28 november */
  spoken: { weekday: 'long', day: 'numeric', month: 'long' },
  /** 28 november 2026 */
  long: { day: 'numeric', month: 'long', year: 'numeric' },
} as const satisfies Readonly<Record<string, Intl.DateTimeFormatOptions>>
const formatters = new Map<string, Intl.DateTimeFormat>()
// The same few days stand on every card; the words for them are kept until there are this many.
const mostKept = 4000
const kept = new Map<string, string>()

/** A day in words: `short` 28 nov, `weekday` za 28 nov, `spoken` zaterdag 28 november, `long` 28 november 2026. */
export function formatDay(locale: Locale, day: Day, style: keyof typeof formats = 'short'): string {
  const key = locale + style + day
  let words = kept.get(key)
  if (words === undefined) {
    words = formatterOf(locale, style).format(new Date(`${day}T00:00:00Z`))
    if (kept.size >= mostKept) kept.clear()
    kept.set(key, words)
  }
  return words
}

function formatterOf(locale: Locale, style: keyof typeof formats): Intl.DateTimeFormat {
  const key = `${locale} ${style}`
  let formatter = formatters.get(key)
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat(tags[locale], { ...formats[style], timeZone: 'UTC' })
    formatters.set(key, formatter)
  }
  return formatter
}

/** From a day until and with another: `24 aug – 16 okt`, `5 – 9 jan`. */
export function formatDays(locale: Locale, from: Day, to: Day): string {
  if (from === to) return formatDay(locale, from)
  if (from.slice(0, 7) === to.slice(0, 7)) return `${Number(from.slice(8))} – ${formatDay(locale, to)}`
  return `${formatDay(locale, from)} – ${formatDay(locale, to)}`
}
