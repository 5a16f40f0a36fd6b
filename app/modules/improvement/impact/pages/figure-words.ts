import type { Interval } from '@kantelpunt/intervals'
import type { Locale } from '../../../../platform/text/dictionary.ts'
import { ownInstrument } from '../../visits/own-instrument.ts'
import type { Absent, Figure, FigureName, FigureUnit, Shown } from '../impact.ts'
import { impactText } from '../text.ts'

/** What a figure is about, in a few words. */
export function figureName(locale: Locale, { name, of }: Pick<Figure, 'name' | 'of'>): string {
  if (of !== undefined) return of
  const { figures } = impactText(locale)
  return isDomain(name) ? domainName(locale, name) : figures[name]
}

type DomainName = Extract<FigureName, `domain-${string}`>

function isDomain(name: FigureName): name is DomainName {
  return name.startsWith('domain-')
}

function domainName(locale: Locale, name: DomainName): string {
  const domain = ownInstrument.domains.find(({ id }) => name === `domain-${id}`)
  return domain?.name[locale] ?? domain?.name.nl ?? name
}

const oneDecimal = { minimumFractionDigits: 1, maximumFractionDigits: 1, signDisplay: 'negative' } as const
const formats = {
  nl: new Intl.NumberFormat('nl-NL', oneDecimal),
  en: new Intl.NumberFormat('en-GB', oneDecimal),
} as const satisfies Readonly<Record<Locale, Intl.NumberFormat>>

/** A number as its figure is said: one decimal, or a percentage. */
export function sayPlain(locale: Locale, unit: FigureUnit, value: number): string {
  return unit === 'share' ? `${Math.round(value * 100)} %` : formats[locale].format(value)
}

export function sayFigure(locale: Locale, unit: FigureUnit, value: number): string {
  // What is rounded to nought is neither more nor less.
  const plus = unit === 'points' && value >= 0.05 ? '+' : ''
  return impactText(locale).units[unit](plus + sayPlain(locale, unit, value))
}

/** Where it probably lies; of a figure that is shown without, that it can't be said. */
export function sayBetween(locale: Locale, unit: FigureUnit, interval: Interval | null): string {
  if (interval === null) return impactText(locale).noInterval
  const [low, high] = interval
  return impactText(locale).between(sayPlain(locale, unit, low), sayPlain(locale, unit, high))
}

/** A figure with where it probably lies, in one cell. */
export function sayCell(locale: Locale, unit: FigureUnit, { value, interval }: Shown): string {
  const said = sayFigure(locale, unit, value)
  if (interval === null) return said
  const [low, high] = interval
  return impactText(locale).board.cell(said, sayPlain(locale, unit, low), sayPlain(locale, unit, high))
}

/** What was counted: weeks, answers, teachers, goals. */
export function sayCount(locale: Locale, { unit, teams, both }: Figure, n: number): string {
  const { counts } = impactText(locale)
  switch (unit) {
    case 'per-month':
      return counts.weeks(n, teams ?? 0)
    case 'points':
      return both === undefined ? counts.answers(n) : counts.thenAndNow(...both, teams)
    case 'of-five':
    case 'agreement':
      return counts.answers(n)
    case 'of-four':
      return counts.teachers(n)
    case 'share':
      return counts.goals(n, teams ?? 0)
  }
}

/** Why there is no figure. */
export function sayAbsent(locale: Locale, unit: FigureUnit, absent: Absent): string {
  const words = impactText(locale).absent
  switch (absent.reason) {
    case 'not-measured':
      return words['not-measured']
    case 'too-few':
      return unit === 'per-month' ? words.tooFewWeeks(absent.n, absent.least) : words.tooFew(absent.n, absent.least)
    case 'half-open':
      return words['half-open']
    case 'still-open':
      return words['still-open'](absent.n)
  }
}
