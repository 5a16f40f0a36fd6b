import type { Locale } from '../../platform/text/dictionary.ts'

const oneDecimal = { maximumFractionDigits: 1 } as const

// Making a formatter costs a hundred times as much as using one.
const formats = {
  nl: new Intl.NumberFormat('nl-NL', oneDecimal),
  en: new Intl.NumberFormat('en-GB', oneDecimal),
} as const satisfies Readonly<Record<Locale, Intl.NumberFormat>>

/** A number with one decimal at most, as the reader writes it. */
export function numberWords(locale: Locale, value: number): string {
  return formats[locale].format(value)
}
