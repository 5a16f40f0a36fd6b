import type { Estimate } from './estimate.ts'

/**
 * How much the share `after` is more than the share `before`, of two groups apart: from the intervals of the two
 * (Newcombe 1998, his tenth; MOVER: Zou & Donner 2008), so that it leans the way they do. `n` is the smaller.
 */
export function differenceOfShares(before: Estimate, after: Estimate): Estimate {
  const value = after.value - before.value
  const down = Math.hypot(after.value - after.interval[0], before.interval[1] - before.value)
  const up = Math.hypot(after.interval[1] - after.value, before.value - before.interval[0])
  return { ok: true, n: Math.min(before.n, after.n), value, interval: [value - down, value + up] }
}
