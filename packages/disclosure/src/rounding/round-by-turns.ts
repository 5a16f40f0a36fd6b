import type { Sums } from '../table/sums.ts'

/**
 * Rounds the bottom cells to a neighbouring multiple and adds up, so that every margin holds by itself; then turns cells
 * over, one by one, for as long as that brings the table nearer to the true one (Σ shift² over all cells, margins included).
 * For tables that are too large for a programme: margins may move by more than the base. Undefined where the sums are not
 * those of one table, so that adding up the bottom cells doesn't satisfy them all.
 */
export function roundByTurns(values: Float64Array, sums: Sums, base: number): Float64Array | undefined {
  const definition = new Map<number, readonly number[]>()
  for (let sum = 0; sum < sums.count; sum++) {
    const [total = 0, ...parts] = sums.cells.subarray(sums.starts[sum] ?? 0, sums.starts[sum + 1] ?? 0)
    if (!definition.has(total)) definition.set(total, parts)
  }
  const memo = new Map<number, readonly number[]>()
  const bottomsOf = (cell: number): readonly number[] => {
    const known = memo.get(cell)
    if (known !== undefined) return known
    const parts = definition.get(cell)
    const list = parts === undefined ? [cell] : parts.flatMap(bottomsOf)
    memo.set(cell, list)
    return list
  }
  const bottoms = [...values.keys()].filter((cell) => !definition.has(cell))
  const above = new Map<number, number[]>(bottoms.map((cell) => [cell, [cell]]))
  for (const total of definition.keys()) for (const cell of bottomsOf(total)) above.get(cell)?.push(total)

  const rounded = new Float64Array(values.length)
  for (const cell of bottoms) {
    const nearest = base * Math.round((values[cell] ?? 0) / base)
    for (const each of above.get(cell) ?? []) rounded[each] = (rounded[each] ?? 0) + nearest
  }
  for (let turned = true, pass = 0; turned && pass < 100; pass++) {
    turned = false
    for (const cell of bottoms) {
      const value = values[cell] ?? 0
      if (value % base === 0) continue
      const other = (rounded[cell] ?? 0) > value ? -base : base
      let gain = 0
      for (const each of above.get(cell) ?? [])
        gain -= 2 * ((rounded[each] ?? 0) - (values[each] ?? 0)) * other + other ** 2
      if (gain <= 1e-9) continue
      turned = true
      for (const each of above.get(cell) ?? []) rounded[each] = (rounded[each] ?? 0) + other
    }
  }
  for (let sum = 0; sum < sums.count; sum++) {
    let balance = 0
    for (let at = sums.starts[sum] ?? 0; at < (sums.starts[sum + 1] ?? 0); at++)
      balance += (sums.signs[at] ?? 0) * (rounded[sums.cells[at] ?? 0] ?? 0)
    if (balance !== 0) return undefined
  }
  return rounded
}
