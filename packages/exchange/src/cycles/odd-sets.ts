import type { Column } from './master.ts'

/**
 * Sets of three of which a relaxed packing uses two more often than once: rank-one cuts of Chvátal and Gomory, the subset
 * rows of Jepsen et al. (2008). At most `most`, the furthest off first.
 */
export function violatedSets(
  columns: readonly Column[],
  x: Float64Array,
  most: number,
): readonly (readonly number[])[] {
  const together = new Map<number, Map<number, number>>()
  const triples = new Map<string, number>()
  const join = (u: number, v: number, share: number) => {
    for (const [one, other] of [
      [u, v],
      [v, u],
    ] as const) {
      const beside = together.get(one) ?? new Map<number, number>()
      beside.set(other, (beside.get(other) ?? 0) + share)
      together.set(one, beside)
    }
  }
  for (const [k, { a, b, c }] of columns.entries()) {
    const share = x[k] ?? 0
    if (share < 1e-6 || share > 1 - 1e-6) continue
    join(a, b, share)
    if (c < 0) continue
    join(a, c, share)
    join(b, c, share)
    const name = nameOf([a, b, c])
    triples.set(name, (triples.get(name) ?? 0) + share)
  }
  const found = new Map<string, { set: readonly number[]; over: number }>()
  for (const [u, ofU] of together)
    for (const [v, uv] of ofU)
      for (const [w, vw] of together.get(v) ?? []) {
        if (w === u) continue
        const set = [u, v, w]
        const name = nameOf(set)
        if (found.has(name)) continue
        const over = uv + vw + (ofU.get(w) ?? 0) - 2 * (triples.get(name) ?? 0) - 1
        if (over > 0.01) found.set(name, { set: set.sort((one, other) => one - other), over })
      }
  return [...found.values()]
    .sort((one, other) => other.over - one.over)
    .slice(0, most)
    .map(({ set }) => set)
}

function nameOf(set: readonly number[]): string {
  return [...set].sort((one, other) => one - other).join(' ')
}
