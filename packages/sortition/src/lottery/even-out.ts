import type { Pool } from '../pool/pool.ts'
import { quotaCells } from '../pool/quota-cells.ts'

/**
 * Lowers the largest change further than choosing among the panels can: in single panels of the list a person makes place
 * for another one, where the quotas and limits still hold. Everyone has a whole number of panels as a goal, by largest
 * remainders, which makes the largest change as small as whole numbers allow; whoever is on too many panels gives a place
 * to someone who is on too few, if need be by way of others, by the shortest way. The list itself is changed, and the order
 * of members in it is lost. Answers how many places could not be given on.
 */
export function evenOut(pool: Pool, list: readonly number[][], targets: Float64Array): number {
  const goals = wholeGoals(targets)
  const counts = new Int32Array(targets.length)
  for (const panel of list) for (const person of panel) counts[person] = (counts[person] ?? 0) + 1
  const surplus = (person: number) => (counts[person] ?? 0) - (goals[person] ?? 0)
  const state = openPanels(pool, list)
  const stuck = new Set<number>()
  // Each way lowers the distance to the goals by 2, but for those that end halfway: a limit for the worst case.
  for (let ways = 4 * targets.length * 10; ways > 0; ways--) {
    const from = counts.findIndex((_, person) => surplus(person) > 0 && !stuck.has(person))
    if (from < 0) break
    const way = shortestWay(state, from, (person) => surplus(person) < 0)
    if (way === undefined) {
      stuck.add(from)
      continue
    }
    for (const { panel, out, into } of way) {
      if (!state.allows(panel, out, into)) break
      state.swap(panel, out, into)
      counts[out] = (counts[out] ?? 0) - 1
      counts[into] = (counts[into] ?? 0) + 1
    }
  }
  return counts.reduce((sum, _, person) => sum + Math.max(0, surplus(person)), 0)
}

function wholeGoals(targets: Float64Array): Int32Array {
  // What a solver left of 0.0000001 is nothing, and must not make someone lose a panel.
  const goals = Int32Array.from(targets, (target) => Math.floor(target + 1e-6))
  const sum = Math.round(targets.reduce((total, each) => total + each, 0))
  const rest = sum - goals.reduce((total, each) => total + each, 0)
  const remainder = (person: number) => (targets[person] ?? 0) - (goals[person] ?? 0)
  const order = [...targets.keys()].sort((one, other) => remainder(other) - remainder(one) || one - other)
  for (const person of order.slice(0, rest)) goals[person] = (goals[person] ?? 0) + 1
  return goals
}

interface Swap {
  readonly panel: number
  readonly out: number
  readonly into: number
}

interface Panels {
  readonly people: number
  /** Numbers of the panels that a person is on. */
  readonly of: readonly Set<number>[]
  allows(panel: number, out: number, into: number): boolean
  swap(panel: number, out: number, into: number): void
}

function openPanels(pool: Pool, list: readonly number[][]): Panels {
  const people = pool.people.length
  const of = Array.from({ length: people }, () => new Set<number>())
  const { count: width, min, max, of: answersOf, limitsOf } = quotaCells(pool)
  // A panel that breaks a quota, which a pool with other quotas than the result gives, may at least not get worse.
  const filled = new Int32Array(list.length * width)
  const onLimit = list.map(() => new Map<number, number>())
  const closed = new Set([...pool.selected, ...pool.excluded])
  const put = (panel: number, person: number, by: 1 | -1) => {
    for (const cell of answersOf[person] ?? []) filled[panel * width + cell] = (filled[panel * width + cell] ?? 0) + by
    for (const limit of limitsOf[person] ?? []) onLimit[panel]?.set(limit, (onLimit[panel]?.get(limit) ?? 0) + by)
    if (by === 1) of[person]?.add(panel)
    else of[person]?.delete(panel)
  }
  list.forEach((panel, number) => {
    for (const person of panel) put(number, person, 1)
  })
  return {
    people,
    of,
    allows(panel, out, into) {
      if (closed.has(into) || closed.has(out) || of[into]?.has(panel) || !of[out]?.has(panel)) return false
      const [leaves, comes] = [answersOf[out] ?? [], answersOf[into] ?? []]
      for (let feature = 0; feature < leaves.length; feature++) {
        const [less, more] = [leaves[feature] ?? 0, comes[feature] ?? 0]
        if (less === more) continue
        if ((filled[panel * width + less] ?? 0) <= (min[less] ?? 0)) return false
        if ((filled[panel * width + more] ?? 0) >= (max[more] ?? 0)) return false
      }
      return (limitsOf[into] ?? []).every((limit) => {
        const there = (onLimit[panel]?.get(limit) ?? 0) - (limitsOf[out]?.includes(limit) ? 1 : 0)
        return there < (pool.limits[limit]?.most ?? 0)
      })
    },
    swap(panel, out, into) {
      put(panel, out, -1)
      put(panel, into, 1)
      const members = list[panel]
      if (members !== undefined) members[members.indexOf(out)] = into
    },
  }
}

/** Breadth first from a person to one for whom `isEnd` holds; in order of people and panels, so that it is always the same. */
function shortestWay(state: Panels, from: number, isEnd: (person: number) => boolean): readonly Swap[] | undefined {
  const cameBy = new Map<number, Swap | undefined>([[from, undefined]])
  const unseen = new Set(
    Array.from({ length: state.people }, (_, person) => person).filter((person) => person !== from),
  )
  for (const out of cameBy.keys()) {
    const panels = [...(state.of[out] ?? [])]
    for (const into of unseen) {
      const panel = panels.find((each) => state.allows(each, out, into))
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
