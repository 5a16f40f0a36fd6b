import type { Interval } from '../cells/interval.ts'
import type { Aspect, Indicator } from '../norms/norm-set.ts'
import { reaches, type Share, type ShareBounds } from './share.ts'

export type NotJudgedReason =
  /** Fewer pupils than the norms are for: the Inspectorate then looks at five years, which these files do not hold. */
  | 'judged-over-five-years'
  /** A school year without results. */
  | 'year-missing'
  | 'weighting-missing'
  | 'weighting-outside-table'
  | 'no-norm'
  /** Not one figure of the school is given. */
  | 'all-masked'

export type Verdict =
  /** Whatever the masked cells are. */
  | { readonly verdict: 'above' | 'below' }
  /** Above for some numbers behind the masked cells and below for others. */
  | { readonly verdict: 'depends-on-masked' }
  | { readonly verdict: 'not-judged'; readonly reason: NotJudgedReason }

/** What a share rests on. */
export type Basis =
  /** Whole numbers of pupils, published or found behind percentages that were rounded. */
  | 'counts'
  /** The percentages as they are printed, weighted by pupils: no whole numbers are behind them. */
  | 'printed-percentages'
  /** The school's figure over three years, where its years are masked. */
  | 'three-year-figure'

export interface Judgement {
  readonly indicator: Indicator
  readonly aspect: Aspect
  readonly pupils: Interval
  readonly bounds?: ShareBounds
  readonly basis?: Basis
  readonly norm?: number
  readonly outcome: Verdict
}

export function compare({ low, high }: ShareBounds, norm: number): Verdict {
  if (reaches(low, norm)) return { verdict: 'above' }
  return reaches(high, norm) ? { verdict: 'depends-on-masked' } : { verdict: 'below' }
}

export function exactBounds(share: Share): ShareBounds {
  return { low: share, high: share }
}
