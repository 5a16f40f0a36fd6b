import { exactly, type Interval, sum } from '../cells/interval.ts'
import { type Cell, intervalOf } from '../cells/read-cell.ts'
import { domains, type Indicator, type NormSet, normFor } from '../norms/norm-set.ts'
import type { InspectorateSchool } from './inspectorate-school.ts'
import { type Share, type ShareBounds, wholeNumberBehind } from './share.ts'
import { type Basis, compare, exactBounds, type Judgement, type Verdict } from './verdict.ts'

type Year = InspectorateSchool['years'][number]

/** Each pupil has a level in each of the domains, and the percentage is of all of these levels together. */
const levelsPerPupil = domains.length

/** `<5` pupils over three years is written `*`, says the explanation in the file. */
const maskedTotal: Interval = { low: 0, high: 4 }

/**
 * Judges one indicator of a school as the Inspectorate does (leerresultaten po, sheets Toelichting and Bestandsbeschrijving):
 * the mean of three school years, weighted by pupils, over the domains together, against the norm; not under 15 pupils.
 *
 * Percentages are published rounded. Where whole numbers are behind all of them those are compared, else the percentages as
 * printed. Masked years are made good by the school's own figure over three years, where it is published.
 */
export function judgeTogether(
  school: InspectorateSchool,
  indicator: Indicator,
  norms: NormSet,
  decimals: number,
): Judgement {
  const pupils = pupilsOf(school)
  const about = { indicator, aspect: 'together', pupils } as const
  const not = (reason: Extract<Verdict, { readonly verdict: 'not-judged' }>['reason']): Judgement => ({
    ...about,
    outcome: { verdict: 'not-judged', reason },
  })
  const yearMissing = school.years.some(({ pupils: count, shares }) => isMissing(count) || isMissing(shares[indicator]))
  if (yearMissing || school.years.length === 0) return not('year-missing')
  if (pupils.high < norms.minimumPupils) return not('judged-over-five-years')
  const norm = normFor(norms, indicator, 'together', school.weighting)
  if (!norm.ok) return not(norm.reason)
  const found = boundsOf(school, indicator, decimals)
  if (found === undefined) return not('all-masked')
  const outcome: Verdict =
    pupils.low < norms.minimumPupils ? { verdict: 'depends-on-masked' } : compare(found.bounds, norm.value)
  return { ...about, ...found, norm: norm.value, outcome }
}

/** Pupils of the three years: the sum of the years where these are known, else the published total. */
function pupilsOf({ years, threeYears }: InspectorateSchool): Interval {
  const perYear = years.map(({ pupils }) => (pupils.kind === 'missing' ? exactly(0) : intervalOf(pupils)))
  const total = sum(perYear.map((each) => each ?? { low: 0, high: Number.POSITIVE_INFINITY }))
  if (Number.isFinite(total.high)) return total
  if (threeYears.pupils.kind === 'masked') return maskedTotal
  return intervalOf(threeYears.pupils) ?? total
}

function boundsOf(
  { years, threeYears }: InspectorateSchool,
  indicator: Indicator,
  decimals: number,
): { readonly bounds: ShareBounds; readonly basis: Basis } | undefined {
  if (years.every(({ pupils, shares }) => pupils.kind === 'known' && shares[indicator].kind === 'known')) {
    const whole = sumOfWholes(years, indicator, decimals)
    if (whole !== undefined) return { bounds: exactBounds(whole), basis: 'counts' }
    return { bounds: exactBounds(printed(years, indicator)), basis: 'printed-percentages' }
  }
  const { pupils, shares } = threeYears
  const share = shares[indicator]
  if (share.kind === 'known') {
    const total = pupils.kind === 'known' ? pupils.value * levelsPerPupil : 0
    const above = total === 0 ? undefined : wholeNumberBehind(share.value, decimals, total)
    const figure = above === undefined ? asPrinted(share.value, 1) : { above, total }
    return { bounds: exactBounds(figure), basis: 'three-year-figure' }
  }
  const bounds = masked(years, indicator)
  return bounds === undefined ? undefined : { bounds, basis: 'printed-percentages' }
}

function sumOfWholes(years: readonly Year[], indicator: Indicator, decimals: number): Share | undefined {
  let above = 0
  let total = 0
  for (const { pupils, shares } of years) {
    const share = shares[indicator]
    if (pupils.kind !== 'known' || share.kind !== 'known') return undefined
    const levels = pupils.value * levelsPerPupil
    const reached = wholeNumberBehind(share.value, decimals, levels)
    if (reached === undefined) return undefined
    above += reached
    total += levels
  }
  return total === 0 ? undefined : { above, total }
}

/** The mean of the percentages as printed, weighted by pupils. */
function printed(years: readonly Year[], indicator: Indicator): Share {
  return weighted(
    years,
    indicator,
    (interval) => interval.low,
    (interval) => interval.low,
  )
}

/**
 * The lowest and highest weighted mean where years are masked: it moves one way with each share, and with each number of
 * pupils, so that it is extreme at ends of the intervals. Undefined where nothing bounds the pupils.
 */
function masked(years: readonly Year[], indicator: Indicator): ShareBounds | undefined {
  const ends = years.map(({ pupils }) => intervalOf(pupils))
  if (ends.some((each) => each === undefined || !Number.isFinite(each.high))) return undefined
  let low: Share | undefined
  let high: Share | undefined
  for (let choice = 0; choice < 2 ** years.length; choice++) {
    const end = (interval: Interval, year: number) => (choice & (1 << year) ? interval.high : interval.low)
    const lowest = weighted(years, indicator, end, (interval) => interval.low)
    const highest = weighted(years, indicator, end, (interval) => interval.high)
    if (lowest.total === 0) continue
    if (low === undefined || lowest.above * low.total < low.above * lowest.total) low = lowest
    if (high === undefined || highest.above * high.total > high.above * highest.total) high = highest
  }
  return low === undefined || high === undefined ? undefined : { low, high }
}

function weighted(
  years: readonly Year[],
  indicator: Indicator,
  pupilsAt: (interval: Interval, year: number) => number,
  shareAt: (interval: Interval) => number,
): Share {
  let above = 0
  let total = 0
  for (const [year, { pupils, shares }] of years.entries()) {
    const count = pupilsAt(intervalOf(pupils) ?? exactly(0), year)
    const part = asPrinted(shareAt(intervalOf(shares[indicator]) ?? exactly(0)), count)
    above += part.above
    total += part.total
  }
  return { above, total }
}

/** A percentage of up to four decimals as whole numbers. */
function asPrinted(percentage: number, weight: number): Share {
  return { above: Math.round(percentage * 10_000) * weight, total: 1_000_000 * weight }
}

function isMissing(cell: Cell): boolean {
  return cell.kind === 'missing'
}
