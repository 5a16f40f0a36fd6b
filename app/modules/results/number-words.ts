import type { Locale } from '../../platform/text/dictionary.ts'

const tags = { nl: 'nl-NL', en: 'en-GB' } as const satisfies Readonly<Record<Locale, string>>
type Decimals = 0 | 1 | 2

// Making a formatter costs a hundred times as much as using one.
const formats = { nl: formatsOf(tags.nl), en: formatsOf(tags.en) } as const satisfies Readonly<Record<Locale, unknown>>
const lists = {
  nl: new Intl.ListFormat(tags.nl, { type: 'conjunction' }),
  en: new Intl.ListFormat(tags.en, { type: 'conjunction' }),
} as const satisfies Readonly<Record<Locale, unknown>>

/** A number with so many decimals at most, as the reader writes it. */
export function numberWords(locale: Locale, value: number, decimals: Decimals = 1): string {
  return formats[locale][decimals].format(value)
}

/** One, two and three. */
export function listWords(locale: Locale, parts: readonly string[]): string {
  return lists[locale].format(parts)
}

function formatsOf(tag: string): Readonly<Record<Decimals, Intl.NumberFormat>> {
  const format = (maximumFractionDigits: Decimals) => new Intl.NumberFormat(tag, { maximumFractionDigits })
  return { 0: format(0), 1: format(1), 2: format(2) }
}
