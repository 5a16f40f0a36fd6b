import type { Market } from '../market/market.ts'

export interface Contender {
  readonly candidate: number
  readonly score: number
}

/** The groups of a candidate that a programme has quotas for, as bits. */
export function groupsThatCount({ quotas, groupsOf }: Market, p: number, candidate: number): number {
  return (quotas[p] ?? []).reduce((bits, { group }) => bits | ((groupsOf[candidate] ?? 0) & (1 << group)), 0)
}

/**
 * Tells of a programme whether it would choose all of these, out of them and those it has (`has`, by programme, best first): by
 * taking again and again who fills most reserved seats, then who has the highest score, among those who may still be added.
 */
export function chooserOf(
  market: Market,
  has: readonly (readonly Contender[])[],
): (p: number, together: readonly Contender[]) => boolean {
  const { quotas, seats } = market
  const kinds = has.map((members, p) => Map.groupBy(members, ({ candidate }) => groupsThatCount(market, p, candidate)))
  return (p, together) => {
    const its = quotas[p] ?? []
    const wanted = new Set(together.map(({ candidate }) => candidate))
    const lists = new Map(kinds[p])
    // The sort keeps the others first among equals.
    for (const [groups, newcomers] of Map.groupBy(together, ({ candidate }) => groupsThatCount(market, p, candidate))) {
      const others = (lists.get(groups) ?? []).filter(({ candidate }) => !wanted.has(candidate))
      lists.set(
        groups,
        [...others, ...newcomers].sort((one, other) => other.score - one.score),
      )
    }
    const counts = its.map(() => 0)
    const nexts = [...lists].map(([groups, list]) => ({ groups, list, next: 0 }))
    for (let taken = 0; taken < (seats[p] ?? 0) && wanted.size > 0; taken++) {
      let best: (typeof nexts)[number] | undefined
      let most = [-1, 0, 0]
      for (const kind of nexts) {
        const one = kind.list[kind.next]
        const mine = its.map(({ group }) => (kind.groups & (1 << group)) !== 0)
        if (one === undefined || its.some((quota, q) => mine[q] === true && (counts[q] ?? 0) >= quota.most)) continue
        const reserved = its.filter((quota, q) => mine[q] === true && (counts[q] ?? 0) < quota.least).length
        const worth = [reserved, one.score, wanted.has(one.candidate) ? 0 : 1]
        const at = worth.findIndex((value, k) => value !== most[k])
        if (best !== undefined && (worth[at] ?? 0) <= (most[at] ?? 0)) continue
        best = kind
        most = worth
      }
      if (best === undefined) return false
      wanted.delete(best.list[best.next++]?.candidate ?? -1)
      for (const [q, { group }] of its.entries())
        if ((best.groups & (1 << group)) !== 0) counts[q] = (counts[q] ?? 0) + 1
    }
    return wanted.size === 0
  }
}
