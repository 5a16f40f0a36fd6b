import type { Panels, Swap } from './open-panels.ts'

/** Breadth first from any of `from` to one for whom `isEnd` holds; in order of people and panels, always the same. */
export function shortestWay(
  state: Panels,
  from: readonly number[],
  isEnd: (person: number) => boolean,
): readonly Swap[] | undefined {
  const cameBy = new Map<number, Swap | undefined>(from.map((person) => [person, undefined]))
  const unseen = new Set(
    Array.from({ length: state.people }, (_, person) => person).filter((each) => !cameBy.has(each)),
  )
  for (const out of cameBy.keys()) {
    const panels = [...(state.of[out] ?? [])]
    for (const into of unseen) {
      const panel = panels.find((each) => state.allowsOne(each, out, into))
      if (panel === undefined) continue
      unseen.delete(into)
      cameBy.set(into, { panel, out, into })
      if (isEnd(into)) return wayTo(cameBy, into)
    }
  }
  return undefined
}

function wayTo(cameBy: ReadonlyMap<number, Swap | undefined>, end: number): readonly Swap[] {
  const way: Swap[] = []
  for (let swap = cameBy.get(end); swap !== undefined; swap = cameBy.get(swap.out)) way.unshift(swap)
  return way
}

/**
 * Two swaps at once in one panel, of which neither could be alone: where quotas leave no room, one person's place goes to
 * another and a second swap makes up for what they differ in. The first is one of `first`; the second takes a place from
 * someone who `canGive` for someone who `canTake`. Every pair that is looked at is taken from the budget.
 */
export function doubleSwap(
  state: Panels,
  first: { readonly out: readonly number[]; readonly into: readonly number[] },
  canGive: (person: number) => boolean,
  canTake: (person: number) => boolean,
  budget: { pairs: number },
): readonly Swap[] | undefined {
  const takers = Array.from({ length: state.people }, (_, person) => person).filter(canTake)
  for (const out of first.out) {
    for (const panel of state.of[out] ?? []) {
      const givers = (state.members[panel] ?? []).filter((person) => person !== out && canGive(person))
      for (const into of first.into) {
        if (state.of[into]?.has(panel) === true) continue
        // Only who makes up for what the first swap breaks is worth a closer look.
        const { tooFew, tooMany } = state.breaks(panel, out, into)
        const leaving = givers.filter((person) => state.hasAll(person, tooMany))
        budget.pairs -= givers.length + (leaving.length === 0 ? 0 : takers.length)
        if (leaving.length === 0) continue
        const coming = takers.filter((person) => state.hasAll(person, tooFew))
        for (const other of leaving) {
          for (const taker of coming) {
            if (taker === into || taker === out || state.of[taker]?.has(panel) === true) continue
            budget.pairs -= 1
            if (budget.pairs < 0) return undefined
            if (state.allows(panel, [out, other], [into, taker]))
              return [
                { panel, out, into },
                { panel, out: other, into: taker },
              ]
          }
        }
      }
    }
  }
  return undefined
}
