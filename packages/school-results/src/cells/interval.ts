/** Every number that a cell can stand for: from `low` to `high`, both included. `high` may be Infinity. */
export interface Interval {
  readonly low: number
  readonly high: number
}

export function exactly(value: number): Interval {
  return { low: value, high: value }
}

/** The sums that are possible where each part is anywhere in its own interval. */
export function sum(parts: Iterable<Interval>): Interval {
  let low = 0
  let high = 0
  for (const part of parts) {
    low += part.low
    high += part.high
  }
  return { low, high }
}

export function isExact({ low, high }: Interval): boolean {
  return low === high
}
