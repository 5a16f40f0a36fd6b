import type { Locale } from '../../platform/text/dictionary.ts'

const formats = {
  nl: new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 2 }),
  en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 }),
} as const satisfies Readonly<Record<Locale, Intl.NumberFormat>>

/** A number as the reader writes it: `3,5` in Dutch, `3.5` in English. */
export function sayNumber(locale: Locale, value: number): string {
  // Whole numbers below a thousand are the same in both languages, and most of what a board says.
  return Number.isInteger(value) && value > -1000 && value < 1000 ? String(value) : formats[locale].format(value)
}
