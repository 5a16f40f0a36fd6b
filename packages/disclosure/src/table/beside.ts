import { type CountTable, sizeOf } from './count-table.ts'
import type { Dimension } from './dimension.ts'

/**
 * Two counts of the same cells, of which one is part of the other (passed, of candidates), as one table: a last dimension
 * with the part, the rest and the whole. The rest is never published, and can be computed where both others are: give its
 * cells to the protector as `hidden`. A published share says what both counts say, and goes where either goes.
 * `part` must have the same dimensions and nowhere be more than `whole`; `at` is the first cell where it is.
 */
export function besides(
  dimensions: readonly Dimension[],
  part: Float64Array,
  whole: Float64Array,
  names: { readonly part: string; readonly rest: string; readonly whole: string },
):
  | { readonly ok: true; readonly table: CountTable; readonly hidden: readonly number[] }
  | { readonly ok: false; readonly reason: 'part-exceeds-whole'; readonly at: number } {
  const at = part.findIndex((count, cell) => count > (whole[cell] ?? 0))
  if (at !== -1) return { ok: false, reason: 'part-exceeds-whole', at }
  const counted: Dimension = {
    name: 'count',
    labels: [names.part, names.rest, names.whole],
    parent: Int32Array.of(2, 2, -1),
    root: 2,
  }
  const values = new Float64Array(sizeOf(dimensions) * 3)
  const hidden: number[] = []
  for (const cell of part.keys()) {
    const [count, all] = [part[cell] ?? 0, whole[cell] ?? 0]
    values.set([count, all - count, all], cell * 3)
    hidden.push(cell * 3 + 1)
  }
  return { ok: true, table: { dimensions: [...dimensions, counted], values }, hidden }
}
