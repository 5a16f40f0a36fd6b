import { type Range, restOf } from './range.ts'
import type { View } from './release.ts'

/** For each step, best first, the range in which the number lies that chose it. */
export function stepRanges({ n, cuts }: Pick<View, 'n' | 'cuts'>): readonly Range[] {
  return [...cuts.keys(), cuts.length].map((step) => {
    const upTo = cuts[step]
    const before = cuts[step - 1]
    if (before === undefined) return upTo ?? { low: 0, high: n }
    if (upTo === undefined) return restOf(before, n)
    return { low: Math.max(0, upTo.low - before.high), high: Math.max(0, upTo.high - before.low) }
  })
}

/** The range of who says yes: the first half of the steps (of three faces only the first). */
export function yesRange({ n, cuts }: Pick<View, 'n' | 'cuts'>): Range {
  return cuts[Math.ceil(cuts.length / 2) - 1] ?? { low: 0, high: n }
}

export type Change = 'more' | 'less' | 'same'

/** Whether the share that says yes is clearly another one than last time: only where the two ranges don't touch. */
export function changeOf(before: Pick<View, 'n' | 'cuts'>, now: Pick<View, 'n' | 'cuts'>): Change {
  const [was, is] = [yesRange(before), yesRange(now)]
  if (is.low / now.n > was.high / before.n) return 'more'
  return is.high / now.n < was.low / before.n ? 'less' : 'same'
}

export interface SchoolFigure {
  /** Of how many classes a view was released. */
  readonly classes: number
  readonly pupils: number
  /** Shares of who says yes, from 0 to 1. */
  readonly low: number
  readonly high: number
  /** In how many classes certainly more than half says yes. */
  readonly mostYes: number
}

/** The school as a whole, added up from what was released of its classes: from nothing else, so that it tells nothing else. */
export function schoolFigure(views: readonly Pick<View, 'n' | 'cuts'>[]): SchoolFigure | null {
  const pupils = views.reduce((sum, { n }) => sum + n, 0)
  if (pupils === 0) return null
  const yes = views.map((view) => ({ ...yesRange(view), n: view.n }))
  return {
    classes: views.length,
    pupils,
    low: yes.reduce((sum, { low }) => sum + low, 0) / pupils,
    high: yes.reduce((sum, { high }) => sum + high, 0) / pupils,
    mostYes: yes.filter(({ low, n }) => low > n / 2).length,
  }
}
