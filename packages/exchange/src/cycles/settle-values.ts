import type { Pool } from './pool.ts'

/**
 * One round of raising and lowering each vertex's value to what its exchanges need, softly: at temperature t an exchange
 * worth r more than its values counts for e^(r / t), and those of a vertex may count for 1 together. That is coordinate
 * descent on the dual of the entropic programme (Bregman 1967), whose fixed point goes to the dual of packing as t goes
 * to 0. After a round no exchange of the pool is worth more than its values. Returns the sum of the values.
 */
export function settleValues(n: number, pool: Pool, value: Float64Array, temperature: number): number {
  const { a, b, c, weight, start, of } = pool
  const needs = new Float64Array(longest(n, start))
  let sum = 0
  for (let v = 0; v < n; v++) {
    const from = start[v] ?? 0
    const to = start[v + 1] ?? 0
    const own = value[v] ?? 0
    let most = 0
    for (let at = from; at < to; at++) {
      const k = of[at] ?? 0
      const third = c[k] ?? -1
      const others = (value[a[k] ?? 0] ?? 0) + (value[b[k] ?? 0] ?? 0) + (third < 0 ? 0 : (value[third] ?? 0)) - own
      const need = (weight[k] ?? 0) - others
      needs[at - from] = need
      if (need > most) most = need
    }
    let total = 0
    const floor = most - 30 * temperature
    for (let i = 0; i < to - from; i++) {
      const need = needs[i] ?? 0
      if (need > floor) total += Math.exp((need - most) / temperature)
    }
    const settled = total === 0 ? 0 : Math.max(0, most + temperature * Math.log(total))
    value[v] = settled
    sum += settled
  }
  return sum
}

function longest(n: number, start: Int32Array): number {
  let most = 0
  for (let v = 0; v < n; v++) most = Math.max(most, (start[v + 1] ?? 0) - (start[v] ?? 0))
  return most
}
