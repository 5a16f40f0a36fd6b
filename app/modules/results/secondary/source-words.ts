import { type Day, formatDay } from '../../../platform/text/days.ts'
import type { Locale } from '../../../platform/text/dictionary.ts'
import type { Source } from './country.ts'
import { secondaryText } from './text.ts'

/** Where figures come from, in a sentence that says no more of the day than is known. */
export function sourceWords(locale: Locale, { name, day, dayFrom, schoolYear }: Source): string {
  const words = secondaryText(locale)
  const date = formatDay(locale, day as Day, 'long')
  const since = { given: words.published, 'day-in-name': words.published, loaded: words.loaded }
  return words.source(name, [
    ...(dayFrom === 'school-year' ? [] : [since[dayFrom](date)]),
    ...(schoolYear === null ? [] : [words.upTo(schoolYear)]),
  ])
}
