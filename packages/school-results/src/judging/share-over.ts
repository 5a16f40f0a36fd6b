import { type Interval, sum } from '../cells/interval.ts'
import type { Domain, Indicator } from '../norms/norm-set.ts'
import type { DomainCounts, LevelCounts, YearCounts } from './domain-counts.ts'
import { extremeShare } from './extreme-share.ts'
import type { Share, ShareBounds } from './share.ts'

interface Split {
  readonly reached: Interval
  readonly not: Interval
}

/**
 * The lowest and highest share of levels reached over those school years in those domains, whatever the masked cells are.
 * Undefined where there can't be a pupil.
 *
 * Where a year has the same pupils in every domain their number is tried at every value that all domains allow: with T
 * pupils at least `T − not.high` and at most `T − not.low` reached the level. Elsewhere each cell varies by itself, and the
 * share is extreme where all cells are, for it rises with each pupil who reached the level and falls with each who did not.
 */
export function shareOver(
  { years }: DomainCounts,
  schoolYears: readonly string[],
  of: readonly Domain[],
  indicator: Indicator,
): ShareBounds | undefined {
  const present = schoolYears.flatMap((period) => years.get(period) ?? [])
  const end = (which: 'low' | 'high') =>
    extremeShare(
      present.map((year) => optionsOf(year, of, indicator, which)),
      which,
    )
  const low = end('low')
  const high = end('high')
  return low === undefined || high === undefined ? undefined : { low, high }
}

/** What one year can add to the sums, as far as it can be extreme at that end. */
function optionsOf(
  { levels, pupils }: YearCounts,
  of: readonly Domain[],
  indicator: Indicator,
  end: 'low' | 'high',
): readonly Share[] {
  const splits = of.map((domain) => splitBy(levels[domain], indicator))
  if (pupils === undefined || !Number.isFinite(pupils.high)) return [apart(splits, end)]
  return Array.from({ length: pupils.high - pupils.low + 1 }, (_, i) => {
    const total = pupils.low + i
    const reached = splits.map(({ reached: r, not }) =>
      end === 'low' ? Math.max(r.low, total - not.high) : Math.min(r.high, total - not.low),
    )
    return { above: reached.reduce((one, other) => one + other, 0), total: total * of.length }
  })
}

function splitBy({ below, fundamental, target }: LevelCounts, indicator: Indicator): Split {
  return indicator === '1F'
    ? { reached: sum([fundamental, target]), not: below }
    : { reached: target, not: sum([below, fundamental]) }
}

/** Any number of pupils behind a cell that says nothing (`*`) swamps the others: the share is then 0 or 1. */
const unbounded = 1_000_000

function apart(splits: readonly Split[], end: 'low' | 'high'): Share {
  const reached = sum(splits.map((split) => split.reached))
  const not = sum(splits.map((split) => split.not))
  const above = end === 'low' ? reached.low : Math.min(reached.high, unbounded)
  const others = end === 'low' ? Math.min(not.high, unbounded) : not.low
  return { above, total: above + others }
}
