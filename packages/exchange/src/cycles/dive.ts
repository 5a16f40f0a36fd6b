import type { Budget } from './budget.ts'
import type { Decision } from './certificate.ts'
import { type Chosen, chooseInOrder } from './choose.ts'
import { allows } from './decisions.ts'
import type { Market } from './market.ts'
import type { Column, Master, Relaxed } from './master.ts'

const roundsWithNew = 1
const largeMarket = 1500

/**
 * Makes a relaxed packing whole: settles the exchanges that it uses most, relaxes what is left, with what that lacks added,
 * and so on; stops where what is left can't be worth more than `worth`.
 */
export function dive(
  master: Master,
  market: Market,
  from: Relaxed,
  decisions: readonly Decision[],
  worth: number,
  budget: Budget,
  better: (choice: Chosen) => void,
): void {
  const settled = new Int32Array(market.n)
  let count = 0
  let { x, objective } = from
  const allowed = (column: Column) => {
    const first = settled[column.a]
    if (settled[column.b] !== first || (column.c >= 0 && settled[column.c] !== first)) return false
    return first !== 0 || allows(decisions, column)
  }
  while (!budget.over() && Math.floor(objective + 1e-6) > worth) {
    const { columns } = master
    const open: number[] = []
    let fractional = 0
    for (let k = 0; k < x.length; k++) {
      const share = x[k] ?? 0
      const column = columns[k]
      if (share < 1e-6 || column === undefined || settled[column.a] !== 0) continue
      open.push(k)
      if (share < 1 - 1e-6) fractional++
    }
    if (fractional === 0) break
    open.sort((one, other) => (x[other] ?? 0) - (x[one] ?? 0))
    let bold = Math.max(1, Math.ceil(fractional / (market.n > largeMarket ? 8 : 25)))
    for (const k of open) {
      const column = columns[k]
      const share = x[k] ?? 0
      if (column === undefined || (share < 1 - 1e-6 && bold-- <= 0)) break
      const seats = [column.a, column.b, ...(column.c < 0 ? [] : [column.c])]
      if (seats.some((v) => settled[v] !== 0)) continue
      count++
      for (const v of seats) settled[v] = count
    }
    const relaxed = master.relax(allowed, budget, roundsWithNew)
    if (relaxed === undefined) break
    x = relaxed.x
    objective = relaxed.objective
  }
  better(chooseInOrder(market.n, master.columns, (k) => (x[k] ?? 0) + 1e-9 * (master.columns[k]?.weight ?? 0)))
}
