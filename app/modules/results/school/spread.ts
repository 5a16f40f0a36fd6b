import quickselect from 'quickselect'
import type { ShareColumn } from './school-index.ts'
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
 * How the shares of schools spread, all of an index or those at some places of it; undefined where too few have one. No cell
 * is taken in its middle: quartiles are of the ends that the masks allow.
 */
export function spreadOf({ low, high }: ShareColumn, places?: readonly number[]): Spread | undefined {
  const lows = valuesOf(low, places)
  if (lows.length < fewestSimilar) return undefined
  const highs = valuesOf(high, places)
  return {
    schools: lows.length,
    low: quantile(lows, 0.25),
    middle: [quantile(lows, 0.5), quantile(highs, 0.5)],
    high: quantile(highs, 0.75),
  }
}

function valuesOf(column: Float64Array, places: readonly number[] | undefined): number[] {
  const found: number[] = []
  const take = (value: number | undefined) => {
    if (value !== undefined && !Number.isNaN(value)) found.push(value)
  }
  if (places === undefined) for (const value of column) take(value)
  else for (const place of places) take(column[place])
  return found
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
