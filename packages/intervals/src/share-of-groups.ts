import { betaQuantile, student975, z975 } from './distributions.ts'
import { type Interval, type TooFew, tooFew } from './estimate.ts'
import type { ShareCounts } from './share.ts'

/** A share of which the interval is null where groups are too few to tell how much they differ. */
export interface GroupedShare {
  readonly ok: true
  readonly n: number
  readonly groups: number
  readonly value: number
  readonly interval: Interval | null
}

/** With fewer groups than this, how much they differ can't be told. */
const leastGroups = 4
/** How many degrees of freedom the usual difference between groups counts for beside what is seen. */
const usualDegrees = 3
/** How much alike things of one group usually are (intraclass correlation). */
const usualAlike = 0.25

/**
 * The share of yes among things that come in groups, such as goals of teams: those of one group hang together, so that ten
 * goals of two teams tell less than ten of ten. How much less follows from how much groups differ, drawn towards what is usual and never below chance; as many goals as remain go into Jeffreys'
 * interval, for a part widened as Student's t (Jeffreys' does the rest). The interval is about groups such as these. Throws on counts that can't be.
 */
export function shareOfGroups(groups: readonly ShareCounts[]): GroupedShare | TooFew {
  const asked = groups.filter(({ n }) => n > 0)
  for (const { yes, n } of groups)
    if (!Number.isInteger(yes) || !Number.isInteger(n) || yes < 0 || yes > n) throw new RangeError(`${yes} of ${n}`)
  const yes = asked.reduce((sum, group) => sum + group.yes, 0)
  const n = asked.reduce((sum, group) => sum + group.n, 0)
  const refused = tooFew(n)
  if (refused) return refused
  const shown = { ok: true, n, groups: asked.length, value: yes / n } as const
  if (asked.length < leastGroups) return { ...shown, interval: null }
  const share = (yes + 0.5) / (n + 1)
  const chance = n * share * (1 - share)
  const own = asked.length - 1
  // The design effect of Kish (1965): by how much more than by chance counts usually differ, for groups as large as these.
  const usualDesign = 1 + (asked.reduce((sum, group) => sum + group.n ** 2, 0) / n - 1) * usualAlike
  const squares = asked.reduce((sum, group) => sum + (group.yes - share * group.n) ** 2, 0)
  const degrees = own + usualDegrees
  const seen = (asked.length * squares + usualDegrees * usualDesign * chance) / degrees
  const left = Math.min(1, chance / seen) * (z975 / student975(degrees))
  const [a, b] = [yes * left + 0.5, (n - yes) * left + 0.5]
  const low = yes === 0 ? 0 : betaQuantile(0.025, a, b)
  const high = yes === n ? 1 : betaQuantile(0.975, a, b)
  return { ...shown, interval: [Math.min(shown.value, low), Math.max(shown.value, high)] }
}
