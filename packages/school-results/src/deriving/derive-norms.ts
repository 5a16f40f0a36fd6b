import type { Interval } from '../cells/interval.ts'
import { type DomainCounts, hasEveryYear } from '../judging/domain-counts.ts'
import { percentage } from '../judging/share.ts'
import { shareOver } from '../judging/share-over.ts'
import type { Verdict } from '../judging/verdict.ts'
import {
  classOf,
  type Domain,
  domains,
  type Indicator,
  indicators,
  type NormClass,
  type NormSet,
  type NormTable,
} from '../norms/norm-set.ts'
import { maskedRange, matchingValue, samplingRange } from './matching-value.ts'

/** A school with its verdict on the domains together and its numbers per domain. */
export interface SchoolToDeriveFrom {
  readonly weighting: number | undefined
  readonly counts: DomainCounts
  readonly together: Readonly<Record<Indicator, Verdict>>
}

export type DerivedNorms =
  | { readonly ok: true; readonly norms: NormSet; readonly schools: number }
  /** No school has a verdict, a schoolweging and counts of every school year. */
  | { readonly ok: false; readonly reason: 'no-schools' }

/**
 * Norms per domain that are as strict, class by class of schoolweging, as `base` is for the domains together: in every class
 * the same share of schools is below. Schools whose verdict on the domains together is not certain are left out.
 */
export function deriveNorms(base: NormSet, schools: readonly SchoolToDeriveFrom[], id: string): DerivedNorms {
  const usable = schools.filter(
    ({ weighting, counts, together }) =>
      weighting !== undefined &&
      hasEveryYear(counts, base.schoolYears) &&
      indicators.every((indicator) => isCertain(together[indicator])),
  )
  const classes = classesOf(base)
  const tables = indicators.flatMap((indicator): readonly NormTable[] => {
    const perClass = classes.map((each) => ({
      ...each,
      schools: usable.filter(({ weighting }) => weighting !== undefined && classOf(classes, weighting) === each),
    }))
    return domains.map((domain) => ({
      indicator,
      aspect: domain,
      values: {
        byWeighting: perClass.flatMap(({ from, to, schools: inClass }) => {
          const derived = derivedValue(base, inClass, indicator, domain)
          return derived === undefined ? [] : [{ from, to, ...derived }]
        }),
      },
    }))
  })
  if (usable.length === 0) return { ok: false, reason: 'no-schools' }
  return {
    ok: true,
    schools: usable.length,
    norms: {
      id,
      title: `Per domain, as strict as ${base.title}`,
      source: `Derived from DUO's reference levels per domain: in every class of schoolweging as many of ${usable.length} schools below as with ${base.id}`,
      basedOn: base.id,
      validFrom: base.validFrom,
      schoolYears: base.schoolYears,
      minimumPupils: base.minimumPupils,
      tables,
    },
  }
}

function derivedValue(
  base: NormSet,
  schools: readonly SchoolToDeriveFrom[],
  indicator: Indicator,
  domain: Domain,
): Pick<NormClass, 'value' | 'derived'> | undefined {
  if (schools.length === 0) return undefined
  const below = schools.filter(({ together }) => together[indicator].verdict === 'below').length
  const shares = schools.flatMap(({ counts }): readonly Interval[] => {
    const bounds = shareOver(counts, base.schoolYears, [domain], indicator)
    return bounds === undefined ? [] : [{ low: percentage(bounds.low), high: percentage(bounds.high) }]
  })
  // Rounded down: up would put the next school below.
  const value = Math.floor(matchingValue(shares, below) * 100 + 1e-6) / 100
  const [least, most] = maskedRange(shares, below)
  const [low, high] = samplingRange(shares, below)
  return {
    value,
    derived: {
      schools: schools.length,
      below,
      masked: [rounded(least), rounded(most)],
      sampling: [low === null ? null : rounded(low), high === null ? null : rounded(high)],
    },
  }
}

/** The classes of schoolweging that the base has for any of its tables. */
function classesOf({ tables }: NormSet): readonly { readonly from: number; readonly to: number }[] {
  for (const { values } of tables) if ('byWeighting' in values) return values.byWeighting
  return [{ from: 0, to: 100 }]
}

function isCertain({ verdict }: Verdict): boolean {
  return verdict === 'above' || verdict === 'below'
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100
}
