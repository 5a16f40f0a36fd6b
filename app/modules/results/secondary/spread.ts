/** How a figure lies over locations: each part as what it can be behind the masks. */
export interface CountrySpread {
  readonly locations: number
  readonly lower: Ends
  readonly median: Ends
  readonly upper: Ends
}

interface Ends {
  readonly low: number
  readonly high: number
}

/** Fewer locations than this are no country to be held beside. */
const fewest = 5

/**
 * Median and quartiles of figures that are known between two ends. The n-th of any filling lies between the n-th of the low ends and
 * the n-th of the high ends. Undefined of fewer than five.
 */
export function spreadOf(figures: readonly Ends[]): CountrySpread | undefined {
  if (figures.length < fewest) return undefined
  const lows = figures.map(({ low }) => low).toSorted((one, other) => one - other)
  const highs = figures.map(({ high }) => high).toSorted((one, other) => one - other)
  const at = (share: number): Ends => ({ low: quantile(lows, share), high: quantile(highs, share) })
  return { locations: figures.length, lower: at(0.25), median: at(0.5), upper: at(0.75) }
}

function quantile(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1)
  const [below, above] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0]
  return below + (above - below) * (place - Math.floor(place))
}
