import type { Locale } from '../../../../platform/text/dictionary.ts'
import { lessonsText } from '../../lessons/text.ts'
import { libraryText } from '../text.ts'

/** How a field of a lesson is called on the page. */
export function fieldName(locale: Locale, field: string): string {
  const own = libraryText(locale).fields
  const words = lessonsText(locale).document
  const number = Number(field.slice(field.indexOf('-') + 1))
  if (field.startsWith('watch-')) return own.watch(number)
  if (field.startsWith('phase-')) return own.phase(number)
  switch (field) {
    case 'credit':
      return libraryText(locale).credit
    case 'title':
    case 'subject':
    case 'year':
    case 'theme':
      return own[field]
    case 'question':
    case 'pupils-do':
    case 'pupils-say':
    case 'materials':
    case 'phases':
      return words[field]
    default:
      return field
  }
}
