import type { Interval } from '../cells/interval.ts'

/**
 * The highest value under which no more than `below` of the shares are expected. A share that is masked is taken as
 * equally likely anywhere in its interval: none is put at its middle. For shares that are all known this is the next one
 * above the `below` lowest.
 */
export function matchingValue(shares: readonly Interval[], below: number): number {
  const expected = (value: number) => {
    let total = 0
    for (const { low, high } of shares) {
      if (value > high) total += 1
      else if (value > low) total += (value - low) / (high - low)
    }
    return total
  }
  let from = 0
  let to = 100
  if (expected(to) <= below) return to
  // 50 halvings of 100 points are finer than any share of pupils.
  for (let i = 0; i < 50; i++) {
    const middle = (from + to) / 2
    if (expected(middle) <= below) from = middle
    else to = middle
  }
  return from
}

/** The lowest and highest value that `below` of the shares can lie under, whatever the masked cells are. */
export function maskedRange(shares: readonly Interval[], below: number): readonly [number, number] {
  return [
    ordered(
      shares.map(({ low }) => low),
      below,
    ),
    ordered(
      shares.map(({ high }) => high),
      below,
    ),
  ]
}

/**
 * A 95 % interval for the value in a population of which these schools are a sample, free of any assumption about its form:
 * between two order statistics whose ranks are the 2.5 % and 97.5 % points of a binomial (Conover, Practical Nonparametric
 * Statistics, 3.2). Null where the sample is too small for that end.
 */
export function samplingRange(
  shares: readonly Interval[],
  below: number,
): readonly [low: number | null, high: number | null] {
  const count = shares.length
  const part = below / count
  const [lower, upper] = binomialRanks(count, part)
  const lows = shares.map(({ low }) => low)
  const highs = shares.map(({ high }) => high)
  return [lower < 1 ? null : ordered(lows, lower - 1), upper > count ? null : ordered(highs, upper - 1)]
}

/** Ranks, from 1, of the order statistics between which the quantile lies with at least 95 %. */
function binomialRanks(count: number, part: number): readonly [number, number] {
  if (part <= 0) return [0, 1]
  if (part >= 1) return [count, count + 1]
  let log = count * Math.log1p(-part)
  let cumulative = 0
  let lower = 0
  let upper = count + 1
  for (let successes = 0; successes <= count; successes++) {
    cumulative += Math.exp(log)
    if (cumulative <= 0.025) lower = successes + 1
    if (cumulative >= 0.975) {
      upper = successes + 1
      break
    }
    log += Math.log((count - successes) / (successes + 1)) + Math.log(part / (1 - part))
  }
  return [lower, upper]
}

/** The value with `below` others under it, from 0; the last one where there are no more. */
function ordered(values: readonly number[], below: number): number {
  const sorted = Float64Array.from(values).sort()
  return sorted[Math.min(below, sorted.length - 1)] ?? 100
}
