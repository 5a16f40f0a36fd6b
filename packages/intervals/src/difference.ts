import type { Estimate } from './estimate.ts'

/**
 * How much `after` is more than `before`, of two figures that were found apart: shares, means or rates. From their own
 * intervals (MOVER: Zou & Donner 2008; for shares Newcombe 1998, his tenth), so that it leans the way they do. `n` is the smaller. Where partly
 * the same people answered without being linked, the interval is wider than need be.
 */
export function difference(before: Estimate, after: Estimate): Estimate {
  const value = after.value - before.value
  const down = Math.hypot(after.value - after.interval[0], before.interval[1] - before.value)
  const up = Math.hypot(after.interval[1] - after.value, before.value - before.interval[0])
  return { ok: true, n: Math.min(before.n, after.n), value, interval: [value - down, value + up] }
}
