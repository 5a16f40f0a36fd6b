import { amsterdamDay, amsterdamTime, formatDay } from '../../../platform/text/days.ts'
import type { Locale } from '../../../platform/text/dictionary.ts'

/** A moment as people say it: `di 24 nov 09:15`. */
export function whenWords(locale: Locale, at: Date): string {
  return `${formatDay(locale, amsterdamDay(at), 'weekday')} ${amsterdamTime(at)}`
}
