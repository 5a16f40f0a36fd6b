import { type Domain, type Indicator, percentage, type SchoolFigures } from '@kantelpunt/school-results'
import quickselect from 'quickselect'
import { fewestSimilar } from './similar-schools.ts'

/** The middle of a group of schools, in percent: half of them lie between `low` and `high`, whatever the masked cells are. */
export interface Spread {
  readonly schools: number
  /** First quartile of the lowest shares that the masks allow. */
  readonly low: number
  /** Median of the lowest and of the highest shares. */
  readonly middle: readonly [low: number, high: number]
  /** Third quartile of the highest. */
  readonly high: number
}

/**
 * How the shares of schools spread; undefined where too few have one. No cell is taken in its middle: quartiles are of the
 * ends that the masks allow.
 */
export function spreadOf(schools: readonly SchoolFigures[], domain: Domain, indicator: Indicator): Spread | undefined {
  const lows: number[] = []
  const highs: number[] = []
  for (const { overYears } of schools) {
    const bounds = overYears?.[domain][indicator]
    if (bounds === undefined) continue
    lows.push(percentage(bounds.low))
    highs.push(percentage(bounds.high))
  }
  if (lows.length < fewestSimilar) return undefined
  return {
    schools: lows.length,
    low: quantile(lows, 0.25),
    middle: [quantile(lows, 0.5), quantile(highs, 0.5)],
    high: quantile(highs, 0.75),
  }
}

/** Hyndman and Fan's type 7, as in R: linear between the ordered values. Puts the values in another order. */
function quantile(values: number[], share: number): number {
  const at = (values.length - 1) * share
  const below = Math.floor(at)
  quickselect(values, below)
  const one = values[below] ?? Number.NaN
  if (at === below) return one
  let next = Number.POSITIVE_INFINITY
  for (let each = below + 1; each < values.length; each++) next = Math.min(next, values[each] ?? next)
  return one + (next - one) * (at - below)
}
