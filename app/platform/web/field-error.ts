import type { Locale } from '../text/dictionary.ts'
import type { FieldError, FieldErrors } from './form.ts'
import { text } from './text.ts'

/** Sentences by field; `labels` are the words above the fields, `own` the sentences for reasons of the form's own. */
export function describeErrors(
  locale: Locale,
  errors: FieldErrors,
  labels: Readonly<Record<string, string>>,
  own: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(errors).map(([field, error]) => [
      field,
      own[error.reason] ?? sentence(locale, error, labels[field] ?? field),
    ]),
  )
}

function sentence(locale: Locale, { reason, limit = '' }: FieldError, label: string): string {
  const { fieldError } = text(locale)
  switch (reason) {
    case 'required':
      return fieldError.required(label)
    case 'too-long':
      return fieldError.tooLong(label, limit)
    case 'too-short':
      return fieldError.tooShort(label, limit)
    case 'too-large':
      return fieldError.tooLarge(label, limit)
    case 'too-small':
      return fieldError.tooSmall(label, limit)
    case 'not-a-number':
      return fieldError.notANumber(label)
    case 'not-a-date':
      return fieldError.notADate(label)
    case 'not-an-option':
      return fieldError.notAnOption(label)
    default:
      return fieldError.malformed(label)
  }
}
