import type { Locale } from '../../../platform/text/dictionary.ts'

/**
 * How scores are written: with two digits of what an interval is wide, so that scores of 0 to 1 can be read as well as
 * those of 500 to 550, and nothing is written more precisely than it is known. No minus before a zero.
 */
export function scoreWords(
  locale: Locale,
  schools: readonly { readonly lower: number; readonly upper: number }[],
): (value: number) => string {
  const widths = schools.map(({ lower, upper }) => upper - lower).sort((one, other) => one - other)
  const width = widths[widths.length >> 1] ?? 1
  const decimals = width > 0 ? Math.min(6, Math.max(0, 1 - Math.floor(Math.log10(width)))) : 1
  const format = new Intl.NumberFormat(locale === 'nl' ? 'nl-NL' : 'en-GB', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    signDisplay: 'negative',
  })
  return (value) => format.format(value)
}
