import type { Interval } from '../cells/interval.ts'
import type { SecondaryIndicator, SecondaryTrack } from './indicator.ts'
import { type MeanRule, type SecondaryNormSet, secondaryNormFor } from './secondary-norms.ts'

/** One indicator of one school in one school year, both numbers as what they can be. */
export interface IndicatorYear {
  readonly period: string
  readonly value: Interval
  /** Pupils that it is about; undefined where nothing is said. */
  readonly pupils: Interval | undefined
  /** The school's own norm where the file has it. */
  readonly norm: number | undefined
}

/** `cannot-be-told` comes with why: what is masked, how the mean is taken, what the norm is lowered for, or a year that is missing. */
export type SideOfNorm =
  | { readonly is: 'above' | 'below' | 'no-norm' | 'not-judged' }
  | { readonly is: 'cannot-be-told'; readonly why: 'masked' | 'mean' | 'lowered' | 'years' }

export interface HeldAgainst {
  readonly value: number
  /** The school's own norm in the file, or a version of the norms. */
  readonly by: { readonly is: 'file' } | { readonly is: 'version'; readonly id: string; readonly title: string }
  readonly loweredFor: string | undefined
}

export interface JudgedIndicator {
  readonly indicator: SecondaryIndicator
  readonly track: SecondaryTrack
  /** The years that the mean is over, oldest first: three where they are all there. */
  readonly years: readonly (IndicatorYear & { readonly side: SideOfNorm })[]
  /** The years that it should be over. */
  readonly wanted: readonly string[]
  readonly mean: Interval | undefined
  /** Pupils of those years together; undefined where a year does not say. */
  readonly pupils: Interval | undefined
  readonly norm: HeldAgainst | undefined
  readonly side: SideOfNorm
}

/** The three school years that end with `last`, oldest first, without those that are left out. */
export function threeYears(last: string, leftOut: readonly string[]): readonly string[] {
  const years: string[] = []
  for (let first = Number(last.slice(0, 4)); years.length < 3 && first > 1990; first--) {
    const period = `${first}-${first + 1}`
    if (!leftOut.includes(period)) years.unshift(period)
  }
  return years
}

/**
 * Holds an indicator of a school against its norm: the own norm of the file where that has one, else that of the first
 * version that has one for the judgement year. A norm that is lowered for schools is the highest that a school can have: what is at
 * least that is above for certain, and what is not can't be told. `last` is the newest school year of the file.
 */
export function judgeIndicator(
  {
    indicator,
    track,
    years: all,
    last,
  }: {
    readonly indicator: SecondaryIndicator
    readonly track: SecondaryTrack
    readonly years: readonly IndicatorYear[]
    readonly last: string
  },
  sets: readonly SecondaryNormSet[],
): JudgedIndicator {
  const wanted = threeYears(
    last,
    sets.flatMap(({ leftOutYears }) => leftOutYears),
  )
  const years = wanted.flatMap((period) => all.find((each) => each.period === period) ?? [])
  const year = Number(last.slice(5))
  const found = secondaryNormFor(sets, { indicator, track, year })
  const own = years.at(-1)?.norm
  const norm: HeldAgainst | undefined =
    own !== undefined
      ? { value: own, by: { is: 'file' }, loweredFor: undefined }
      : found === undefined
        ? undefined
        : {
            value: found.norm.value,
            by: { is: 'version', id: found.set.id, title: found.set.title },
            loweredFor: found.norm.loweredFor,
          }
  const notJudged = sets.some((set) =>
    set.notJudged.some((each) => each.indicator === indicator && each.from <= year && year <= each.to),
  )
  const rule = found?.set.mean ?? sets[0]?.mean ?? 'unknown'
  const mean = meanOf(years, rule)
  return {
    indicator,
    track,
    years: years.map((each) => ({
      ...each,
      side: sideOf(each.value, each.norm === undefined ? norm : ownNorm(each.norm)),
    })),
    wanted,
    mean,
    pupils: pupilsOf(years),
    norm,
    side: notJudged
      ? { is: 'not-judged' }
      : norm !== undefined && years.length < 3
        ? { is: 'cannot-be-told', why: 'years' }
        : sideOf(mean, norm, years),
  }
}

const ownNorm = (value: number): HeldAgainst => ({ value, by: { is: 'file' }, loweredFor: undefined })

/** What the mean over years can be, whatever is behind the masks. */
export function meanOf(years: readonly Omit<IndicatorYear, 'norm'>[], rule: MeanRule): Interval | undefined {
  if (years.length === 0) return undefined
  const plain = {
    low: years.reduce((sum, { value }) => sum + value.low, 0) / years.length,
    high: years.reduce((sum, { value }) => sum + value.high, 0) / years.length,
  }
  if (rule === 'plain') return plain
  const weighted = { low: leastWeighted(years, 'low'), high: -leastWeighted(years, 'high') }
  if (rule === 'weighted') return weighted
  return { low: Math.min(plain.low, weighted.low), high: Math.max(plain.high, weighted.high) }
}

/**
 * The least weighted mean of one end (of minus the high ends, for the most). A quotient of linear functions is least at a corner of
 * the weights; a weight without a bound can make its own value all that counts.
 */
function leastWeighted(years: readonly Omit<IndicatorYear, 'norm'>[], end: 'low' | 'high'): number {
  const values = years.map(({ value }) => (end === 'low' ? value.low : -value.high))
  const weights = years.map(({ pupils }) => pupils ?? { low: 0, high: Number.POSITIVE_INFINITY })
  if (weights.some(({ high }) => !Number.isFinite(high) || high <= 0)) return Math.min(...values)
  let least = Number.POSITIVE_INFINITY
  for (let corner = 0; corner < 2 ** years.length; corner++) {
    const chosen = weights.map(({ low, high }, place) => (((corner >> place) & 1) === 0 ? low : high))
    const total = chosen.reduce((sum, weight) => sum + weight, 0)
    if (total <= 0) continue
    const sum = chosen.reduce((so, weight, place) => so + weight * (values[place] ?? 0), 0)
    least = Math.min(least, sum / total)
  }
  return least
}

function pupilsOf(years: readonly IndicatorYear[]): Interval | undefined {
  let [low, high] = [0, 0]
  for (const { pupils } of years) {
    if (pupils === undefined) return undefined
    low += pupils.low
    high += pupils.high
  }
  return years.length === 0 ? undefined : { low, high }
}

/** Means are sums of decimals: what differs by less is the same. */
const same = 1e-9

function sideOf(
  value: Interval | undefined,
  norm: HeldAgainst | undefined,
  years: readonly IndicatorYear[] = [],
): SideOfNorm {
  if (norm === undefined || value === undefined) return { is: 'no-norm' }
  if (value.low >= norm.value - same) return { is: 'above' }
  if (value.high < norm.value - same) {
    return norm.loweredFor === undefined ? { is: 'below' } : { is: 'cannot-be-told', why: 'lowered' }
  }
  const isMasked = years.length === 0 || years.some(({ value: of }) => of.low < of.high)
  return { is: 'cannot-be-told', why: isMasked ? 'masked' : 'mean' }
}
