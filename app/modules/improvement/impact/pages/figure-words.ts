import type { Interval } from '@kantelpunt/intervals'
import type { Locale } from '../../../../platform/text/dictionary.ts'
import { ownInstrument } from '../../visits/own-instrument.ts'
import type { Absent, Figure, FigureName, FigureUnit } from '../impact.ts'
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
  const plus = unit === 'points' && value > 0 ? '+' : ''
  return impactText(locale).units[unit](plus + sayPlain(locale, unit, value))
}

export function sayBetween(locale: Locale, unit: FigureUnit, [low, high]: Interval): string {
  return impactText(locale).between(sayPlain(locale, unit, low), sayPlain(locale, unit, high))
}

/** What was counted: weeks, answers, teachers, goals. */
export function sayCount(locale: Locale, { unit, teams }: Pick<Figure, 'unit' | 'teams'>, n: number): string {
  const { counts } = impactText(locale)
  switch (unit) {
    case 'per-month':
      return counts.weeks(n, teams ?? 0)
    case 'of-five':
    case 'points':
    case 'agreement':
      return counts.answers(n)
    case 'of-four':
      return counts.teachers(n)
    case 'share':
      return counts.goals(n)
  }
}

/** Why there is no figure. */
export function sayAbsent(locale: Locale, absent: Absent): string {
  const words = impactText(locale).absent
  switch (absent.reason) {
    case 'not-measured':
      return words['not-measured']
    case 'too-few':
      return words.tooFew(absent.n, absent.least)
    case 'still-open':
      return words['still-open'](absent.n)
  }
}
