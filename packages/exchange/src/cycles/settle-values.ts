import type { Part } from './parts.ts'
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
    const settled = soften(needs, to - from, most, temperature)
    value[v] = settled
    sum += settled
  }
  return sum
}

/** The same over all exchanges, found by walking the arcs out of each vertex and those after them. */
export function settleArcs(part: Part, value: Float64Array, temperature: number): number {
  const { n, start, head, weight, inStart, tail, inArc } = part
  const home = new Int32Array(n).fill(-1)
  const needs: number[] = []
  let sum = 0
  for (let v = 0; v < n; v++) {
    for (let at = inStart[v] ?? 0; at < (inStart[v + 1] ?? 0); at++) home[tail[at] ?? 0] = inArc[at] ?? 0
    let most = 0
    let count = 0
    const need = (amount: number) => {
      if (amount < most - 30 * temperature) return
      needs[count++] = amount
      if (amount > most) most = amount
    }
    for (let one = start[v] ?? 0; one < (start[v + 1] ?? 0); one++) {
      const u = head[one] ?? 0
      const soFar = (weight[one] ?? 0) - (value[u] ?? 0)
      const back = home[u] ?? -1
      if (back >= 0) need(soFar + (weight[back] ?? 0))
      for (let two = start[u] ?? 0; two < (start[u + 1] ?? 0); two++) {
        const x = head[two] ?? 0
        const three = home[x] ?? -1
        if (three >= 0) need(soFar + (weight[two] ?? 0) - (value[x] ?? 0) + (weight[three] ?? 0))
      }
    }
    for (let at = inStart[v] ?? 0; at < (inStart[v + 1] ?? 0); at++) home[tail[at] ?? 0] = -1
    const settled = soften(needs, count, most, temperature)
    value[v] = settled
    sum += settled
  }
  return sum
}

/** The value at which `count` needs, each for e^(need − value) / temperature, count for 1 together; at least 0. */
function soften(needs: ArrayLike<number>, count: number, most: number, temperature: number): number {
  let total = 0
  const floor = most - 30 * temperature
  for (let i = 0; i < count; i++) {
    const need = needs[i] ?? 0
    if (need > floor) total += Math.exp((need - most) / temperature)
  }
  return total === 0 ? 0 : Math.max(0, most + temperature * Math.log(total))
}

function longest(n: number, start: Int32Array): number {
  let most = 0
  for (let v = 0; v < n; v++) most = Math.max(most, (start[v + 1] ?? 0) - (start[v] ?? 0))
  return most
}
