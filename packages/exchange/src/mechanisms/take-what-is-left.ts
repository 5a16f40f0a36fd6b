import type { Lists } from './teacher-market.ts'

/** Lets those who stay exchange among themselves, in the order, each to the best place from which an exchange comes back. */
export function takeWhatIsLeft(open: Lists, order: readonly number[], longest: 2 | 3, place: Int32Array): void {
  const goes = open.map((wished) => new Set(wished))
  for (const u of order) {
    const exchange = findLeft(open, goes, longest, place, u)
    for (const [at, t] of exchange.entries()) place[t] = exchange[(at + 1) % exchange.length] ?? t
  }
}

/** The best exchange of two or three for u among those who stay; empty where there is none. */
function findLeft(
  open: Lists,
  goes: readonly ReadonlySet<number>[],
  longest: 2 | 3,
  place: Int32Array,
  u: number,
): readonly number[] {
  if (place[u] !== u) return []
  for (const v of open[u] ?? []) {
    if (place[v] !== v) continue
    if (goes[v]?.has(u)) return [u, v]
    if (longest === 2) continue
    for (const w of open[v] ?? []) if (w !== u && place[w] === w && goes[w]?.has(u)) return [u, v, w]
  }
  return []
}
