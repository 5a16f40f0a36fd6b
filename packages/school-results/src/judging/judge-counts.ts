import type { Interval } from '../cells/interval.ts'
import { type Aspect, domains, type Indicator, type NormSet, normFor } from '../norms/norm-set.ts'
import { type DomainCounts, hasEveryYear, pupilsOver } from './domain-counts.ts'
import { shareOver } from './share-over.ts'
import { compare, type Judgement, type NotJudgedReason } from './verdict.ts'

/**
 * Judges one domain of a school, or its domains together, from numbers of pupils per level. `pupils` is the number of
 * pupils where another file has it; else it follows from the counts, and a school that may have too few depends on its
 * masked cells.
 */
export function judgeCounts(
  counts: DomainCounts,
  indicator: Indicator,
  aspect: Aspect,
  norms: NormSet,
  about: { readonly weighting: number | undefined; readonly pupils?: Interval },
): Judgement {
  const of = aspect === 'together' ? domains : [aspect]
  const each = of.map((domain) => pupilsOver(counts, norms.schoolYears, domain))
  const pupils = about.pupils ?? {
    low: Math.min(...each.map(({ low }) => low)),
    high: Math.max(...each.map(({ high }) => high)),
  }
  const base = { indicator, aspect, pupils }
  const not = (reason: NotJudgedReason): Judgement => ({ ...base, outcome: { verdict: 'not-judged', reason } })
  if (!hasEveryYear(counts, norms.schoolYears)) return not('year-missing')
  if (pupils.high < norms.minimumPupils) return not('judged-over-five-years')
  const norm = normFor(norms, indicator, aspect, about.weighting)
  if (!norm.ok) return not(norm.reason)
  const bounds = shareOver(counts, norms.schoolYears, of, indicator)
  if (bounds === undefined) return not('year-missing')
  const outcome =
    pupils.low < norms.minimumPupils ? ({ verdict: 'depends-on-masked' } as const) : compare(bounds, norm.value)
  return { ...base, bounds, basis: 'counts', norm: norm.value, outcome }
}
