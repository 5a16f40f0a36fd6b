import type { Budget } from './budget.ts'
import { type Chosen, chooseInOrder } from './choose.ts'
import { type Column, columnOf } from './column.ts'
import type { Part } from './parts.ts'
import { type Pool, poolMaker, reducedOf } from './pool.ts'
import { priceCycles } from './price.ts'
import { settleValues } from './settle-values.ts'

const shareAtOnce = 0.015
const rounds = 6
const depth = 10

/**
 * A choice from settled values alone: takes the few exchanges that count for most, settles the values of who is left, and so
 * on. Within a per cent of the bound on markets, for what a few looks at the market cost.
 */
export function decimate(part: Part, values: Float64Array, temperature: number, budget: Budget): Chosen {
  const { n } = part
  const value = values.slice()
  const chosen: Column[] = []
  let free = n
  while (free > 1 && !budget.over()) {
    const maker = poolMaker(n)
    priceCycles(part, value, -depth * temperature, maker.add)
    const pool = maker.make()
    if (pool.count === 0) break
    settleFree(pool)
    const order = Array.from({ length: pool.count }, (_, k) => ({ k, reduced: reducedOf(pool, value, k) }))
    order.sort((one, other) => other.reduced - one.reduced)
    let seats = Math.max(3, Math.ceil(free * shareAtOnce))
    for (const { k } of order) {
      const column = columnOf(pool, k)
      const of = [column.a, column.b, ...(column.c < 0 ? [] : [column.c])]
      if (column.weight <= 0 || of.some((v) => value[v] === taken)) continue
      for (const v of of) value[v] = taken
      chosen.push(column)
      free -= of.length
      seats -= of.length
      if (seats <= 0) break
    }
    if (chosen.length === 0) break
  }
  return chooseInOrder(n, chosen, () => 0)

  function settleFree(pool: Pool) {
    const held = value.slice()
    for (let round = 0; round < rounds; round++) {
      settleValues(n, pool, value, temperature)
      // Who is taken has nothing in the pool, and would be settled at 0.
      for (let v = 0; v < n; v++) if (held[v] === taken) value[v] = taken
    }
  }
}

/** A value that no exchange is worth. */
const taken = 1e15
