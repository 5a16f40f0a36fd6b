import type { QuotaCells } from '../pool/quota-cells.ts'

/**
 * How far a panel is from what it has to be, in people: for each value of each feature how many are missing below its
 * minimum or too many above its maximum, plus the empty seats. 0 is a panel that is full and keeps all quotas.
 * (Assos, Baharav, Flanigan, Procaccia, Alternates, Assemble!, EC 2025, take the deviations from the quotas too; there each
 * may be weighed, here each counts as one, and an empty seat is a deviation.)
 */
export function quotaLoss({ min, max }: QuotaCells, counts: Int32Array, empty: number): number {
  let loss = empty
  for (let cell = 0; cell < counts.length; cell++) loss += away(min, max, cell, counts[cell] ?? 0)
  return loss
}

/** What the loss changes by when one person comes (`by` 1) or goes (−1). */
export function changeOf({ min, max }: QuotaCells, counts: Int32Array, cells: Int32Array, by: 1 | -1): number {
  let change = -by
  for (const cell of cells) {
    const count = counts[cell] ?? 0
    change += away(min, max, cell, count + by) - away(min, max, cell, count)
  }
  return change
}

/** The same when one takes the other's place. */
export function changeBySwap(
  { min, max }: QuotaCells,
  counts: Int32Array,
  goes: Int32Array,
  comes: Int32Array,
): number {
  let change = 0
  for (let feature = 0; feature < goes.length; feature++) {
    const [less, more] = [goes[feature] ?? 0, comes[feature] ?? 0]
    if (less === more) continue
    const [fewer, extra] = [counts[less] ?? 0, counts[more] ?? 0]
    change += away(min, max, less, fewer - 1) - away(min, max, less, fewer)
    change += away(min, max, more, extra + 1) - away(min, max, more, extra)
  }
  return change
}

export function addTo(counts: Int32Array, cells: Int32Array, by: 1 | -1): void {
  for (const cell of cells) counts[cell] = (counts[cell] ?? 0) + by
}

function away(min: Int32Array, max: Int32Array, cell: number, count: number): number {
  return Math.max(0, (min[cell] ?? 0) - count, count - (max[cell] ?? 0))
}
