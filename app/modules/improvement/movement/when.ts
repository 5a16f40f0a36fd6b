import { amsterdamDay, amsterdamTime, formatDay } from '../../../platform/text/days.ts'
import type { Locale } from '../../../platform/text/dictionary.ts'

interface Moment {
  readonly startsAt: Date
  readonly minutes: number
}

/** When an afternoon is: `vrijdag 4 december, 13:30–16:00`. */
export function whenWords(locale: Locale, { startsAt, minutes }: Moment): string {
  const day = formatDay(locale, amsterdamDay(startsAt), 'spoken')
  return `${day}, ${amsterdamTime(startsAt)}–${amsterdamTime(endOf({ startsAt, minutes }))}`
}

export function endOf({ startsAt, minutes }: Moment): Date {
  return new Date(startsAt.getTime() + minutes * 60_000)
}
