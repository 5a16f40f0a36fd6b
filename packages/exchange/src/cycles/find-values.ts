import type { Budget } from './budget.ts'
import type { Part } from './parts.ts'
import { type Pool, poolMaker } from './pool.ts'
import { priceCycles } from './price.ts'
import { settleArcs, settleValues } from './settle-values.ts'

/** Values of vertices whose sum is near the least that covers every exchange, and the exchanges that nearly need them. */
export interface FoundValues {
  readonly value: Float64Array
  readonly pool: Pool
  /** At which they were settled last. */
  readonly temperature: number
}

const coolings = 7
const roundsPerPool = 12
const poolsPerCooling = 3
/** How many temperatures below their values exchanges still count. */
const depth = 10
/** The same for the pool that the relaxed packing starts from: a wider one saves it rounds. */
const endDepth = 100

/**
 * Cools softly settled values down: first over all exchanges by walking the arcs, then over pools of those that are near what
 * their values need, with each pool priced anew. Stops early where time is over; the values then cover less tightly.
 */
export function findValues(part: Part, budget: Budget): FoundValues {
  const { n } = part
  const value = coveringValues(part)
  const mean = value.reduce((sum, one) => sum + one, 0) / Math.max(1, n)
  let temperature = mean / 16
  let sum = Number.POSITIVE_INFINITY
  for (let round = 0; round < 8 && !budget.over(); round++) {
    const now = settleArcs(part, value, temperature)
    if (now > sum * 0.998) break
    sum = now
  }
  let pool = poolMaker(n).make()
  for (let cooling = 0; cooling < coolings; cooling++) {
    for (let again = 0; again < poolsPerCooling; again++) {
      const maker = poolMaker(n)
      priceCycles(part, value, -depth * temperature, maker.add)
      pool = maker.make()
      if (budget.over()) return { value, pool, temperature }
      let before = Number.POSITIVE_INFINITY
      for (let round = 0; round < roundsPerPool; round++) {
        const after = settleValues(n, pool, value, temperature)
        if (after > before - 1e-5 * before || budget.over()) break
        before = after
      }
    }
    temperature /= 2
  }
  const maker = poolMaker(n)
  priceCycles(part, value, -endDepth * temperature, maker.add)
  return { value, pool: maker.make(), temperature }
}

/** Values that cover every exchange: half the best arc out and half the best arc in. */
function coveringValues({ n, start, weight, inStart, inArc }: Part): Float64Array {
  const value = new Float64Array(n)
  for (let v = 0; v < n; v++) {
    let out = Number.NEGATIVE_INFINITY
    for (let at = start[v] ?? 0; at < (start[v + 1] ?? 0); at++) out = Math.max(out, weight[at] ?? 0)
    let into = Number.NEGATIVE_INFINITY
    for (let at = inStart[v] ?? 0; at < (inStart[v + 1] ?? 0); at++) into = Math.max(into, weight[inArc[at] ?? 0] ?? 0)
    value[v] = Math.max(0, (out + into) / 2)
  }
  return value
}
