import type { Locale } from './dictionary.ts'

/** A calendar day as `YYYY-MM-DD`, without a time or a zone. Days compare as text. */
export type Day = string

const inAmsterdam = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Amsterdam',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** The day that it is in Amsterdam at an instant. */
export function amsterdamDay(instant: Date): Day {
  return inAmsterdam.format(instant)
}

/** The day so many days later (earlier where negative). */
export function addDays(day: Day, days: number): Day {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

/** Days from the first to the second; negative where the second is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}

/** The Monday of the week that the day is in (ISO 8601). */
export function mondayOf(day: Day): Day {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
  return addDays(day, -weekday)
}

const tags: Readonly<Record<Locale, string>> = { nl: 'nl-NL', en: 'en-GB' }
const formats = {
  /** 28 nov */
  short: { day: 'numeric', month: 'short' },
  /** vr 28 nov */
  weekday: { weekday: 'short', day: 'numeric', month: 'short' },
  /** 28 november 2026 */
  long: { day: 'numeric', month: 'long', year: 'numeric' },
} as const satisfies Readonly<Record<string, Intl.DateTimeFormatOptions>>
const formatters = new Map<string, Intl.DateTimeFormat>()

/** A day in words: `short` 28 nov, `weekday` vr 28 nov, `long` 28 november 2026. */
export function formatDay(locale: Locale, day: Day, style: keyof typeof formats = 'short'): string {
  const key = `${locale} ${style}`
  let formatter = formatters.get(key)
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat(tags[locale], { ...formats[style], timeZone: 'UTC' })
    formatters.set(key, formatter)
  }
  return formatter.format(new Date(`${day}T00:00:00Z`))
}
