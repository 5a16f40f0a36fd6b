import type { VoteCollector } from './votes.ts'

interface Person {
  readonly voter?: string | undefined
  readonly group?: string | undefined
}

/** `a > b = c > d` as tiers, the highest first. */
export function tiersOf(text: string): readonly (readonly string[])[] {
  return text.split('>').map((tier) => tier.split('=').map((item) => item.trim()))
}

/**
 * A ranked list as votes between each two of it: all of them, for that keeps estimates of abilities unbiased where adjacent pairs alone
 * do not (Azari Soufiani, Chen, Parkes & Xia 2013). Items of one tier tie; `unlisted` stand below all, and say nothing of each other.
 */
export function addOrder(
  collector: VoteCollector,
  tiers: readonly (readonly string[])[],
  unlisted: readonly string[],
  person: Person,
): void {
  for (const [place, tier] of tiers.entries()) {
    for (const [k, one] of tier.entries()) {
      for (const other of tier.slice(k + 1)) collector.add({ one, other, tied: true, ...person })
      for (const lower of tiers.slice(place + 1)) for (const other of lower) collector.add({ one, other, ...person })
      for (const other of unlisted) collector.add({ one, other, ...person })
    }
  }
}

/** Points over items as votes between each two: more points wins, as many tie, and none for both says nothing. */
export function addPoints(
  collector: VoteCollector,
  items: readonly string[],
  points: ReadonlyMap<string, number>,
  person: Person,
): void {
  const given = items.map((item) => ({ item, points: points.get(item) ?? 0 }))
  const some = given.filter((each) => each.points > 0)
  const none = given.filter((each) => each.points === 0)
  for (const [k, a] of some.entries()) {
    for (const b of some.slice(k + 1)) {
      const [one, other] = a.points >= b.points ? [a.item, b.item] : [b.item, a.item]
      collector.add({ one, other, tied: a.points === b.points, ...person })
    }
    for (const b of none) collector.add({ one: a.item, other: b.item, ...person })
  }
}
