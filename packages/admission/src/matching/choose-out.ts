import type { Quota } from '../market/market.ts'

/**
 * How a programme with quotas chooses. Candidates with the same groups are one kind; of a kind the last in order goes first,
 * so only kinds have to be compared.
 */
export interface Kinds {
  readonly seats: number
  readonly quotas: readonly Quota[]
  /** By kind: numbers of the quotas that it falls under. */
  readonly quotasOf: readonly (readonly number[])[]
  /** The kind of a candidate, by the groups. */
  kindOf(groups: number): number
}

export function kindsOf(seats: number, quotas: readonly Quota[]): Kinds {
  const byMask = new Map<number, number>()
  const quotasOf: number[][] = []
  const relevant = quotas.reduce((mask, { group }) => mask | (1 << group), 0)
  return {
    seats,
    quotas,
    quotasOf,
    kindOf(groups) {
      const mask = groups & relevant
      const known = byMask.get(mask)
      if (known !== undefined) return known
      byMask.set(mask, quotasOf.length)
      quotasOf.push([...quotas.keys()].filter((q) => (mask & (1 << (quotas[q]?.group ?? 0))) !== 0))
      return quotasOf.length - 1
    },
  }
}

/**
 * The kind whose last candidate has to go, or −1 where all may stay: first what breaks most limits, then what costs the fewest
 * reserved seats, then who is last in order. With nested groups this maximises an M♮-concave function from above, so that
 * choices are substitutable and obey the law of aggregate demand (Kojima, Tamura & Yokoo 2018): what the theorems on stable
 * matchings need (Hatfield & Milgrom 2005).
 *
 * `held` counts by kind; `isLaterThan` compares the last candidates of two kinds that have any.
 */
export function kindToDrop(
  { seats, quotas, quotasOf }: Kinds,
  held: ArrayLike<number>,
  isLaterThan: (kind: number, other: number) => boolean,
): number {
  const counts = new Array<number>(quotas.length).fill(0)
  let all = 0
  for (const [kind, its] of quotasOf.entries()) {
    all += held[kind] ?? 0
    for (const q of its) counts[q] = (counts[q] ?? 0) + (held[kind] ?? 0)
  }
  const tooMany = (q: number) => (counts[q] ?? 0) > (quotas[q]?.most ?? 0)
  if (all <= seats && !quotas.some((_, q) => tooMany(q))) return -1
  let drop = -1
  let best: readonly [number, number] = [0, 0]
  for (const [kind, its] of quotasOf.entries()) {
    if ((held[kind] ?? 0) === 0) continue
    const relief = its.filter(tooMany).length
    const cost = its.filter((q) => (counts[q] ?? 0) <= (quotas[q]?.least ?? 0)).length
    const order = drop < 0 ? 1 : relief - best[0] || best[1] - cost || (isLaterThan(kind, drop) ? 1 : -1)
    if (order > 0) {
      drop = kind
      best = [relief, cost]
    }
  }
  return drop
}
