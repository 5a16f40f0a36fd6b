import { middleOf, type Range, restOf } from './range.ts'
import type { View } from './release.ts'

/** A line of what is shown: how many chose one of these steps, from 0 (the best) on. */
export interface SaidRow {
  readonly from: number
  readonly to: number
  readonly range: Range
}

/** What is told well: who says yes, who says so fully, and who says no. The steps between are what is left of these. */
export function rowsOf(view: Pick<View, 'n' | 'cuts'>): readonly SaidRow[] {
  const { n, cuts } = view
  const [fully, last] = [cuts[0], cuts.at(-1)]
  if (fully === undefined || last === undefined) return []
  const yes = middleOf(cuts)
  return [
    { from: 0, to: yes, range: yesRange(view) },
    ...(yes > 0 ? [{ from: 0, to: 0, range: fully }] : []),
    { from: cuts.length, to: cuts.length, range: restOf(last, n) },
  ]
}

/** The range of who says yes: the first half of the steps (of three faces only the first). */
function yesRange({ n, cuts }: Pick<View, 'n' | 'cuts'>): Range {
  return cuts[middleOf(cuts)] ?? { low: 0, high: n }
}

export type Change = 'more' | 'less' | 'same'

/**
 * Whether the share that says yes is clearly another one than last time: only where the two ranges don't touch. Both views
 * must be of the same question: 'yes' of three faces is another yes than that of four steps.
 */
export function changeOf(before: Pick<View, 'n' | 'cuts'>, now: Pick<View, 'n' | 'cuts'>): Change {
  if (before.cuts.length !== now.cuts.length) throw new Error('Views of other steps do not compare.')
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
  /** In how many classes more than half says yes, by the whole of the range. */
  readonly mostYes: number
}

/**
 * The school as a whole, added up from what was released of its classes: from nothing else, so that it tells nothing else.
 * All views must be of the same question.
 */
export function schoolFigure(views: readonly Pick<View, 'n' | 'cuts'>[]): SchoolFigure | null {
  if (new Set(views.map(({ cuts }) => cuts.length)).size > 1) throw new Error('Views of other steps do not add up.')
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
