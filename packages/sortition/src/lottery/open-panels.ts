import type { Pool } from '../pool/pool.ts'
import { quotaCells } from '../pool/quota-cells.ts'

/** In one panel one person makes place for another. */
export interface Swap {
  readonly panel: number
  readonly out: number
  readonly into: number
}

export interface Panels {
  readonly people: number
  /** Numbers of the panels that a person is on. */
  readonly of: readonly Set<number>[]
  /** The members of each panel. */
  readonly members: readonly (readonly number[])[]
  /** Whether all quotas and limits hold when one makes place for the other. */
  allowsOne(panel: number, out: number, into: number): boolean
  /** Whether they hold when all of these go and all of those come at once. */
  allows(panel: number, outs: readonly number[], intos: readonly number[]): boolean
  /** What a swap alone would break: cells of the quotas with one too few, which a second one has to bring, and too many. */
  breaks(
    panel: number,
    out: number,
    into: number,
  ): { readonly tooFew: readonly number[]; readonly tooMany: readonly number[] }
  /** Whether a person counts in all of these cells. */
  hasAll(person: number, cells: readonly number[]): boolean
  swap(panel: number, out: number, into: number): void
}

/** The panels of a list, ready for swaps; `list` is changed by them. */
export function openPanels(pool: Pool, list: readonly number[][]): Panels {
  const people = pool.people.length
  const of = Array.from({ length: people }, () => new Set<number>())
  const { count: width, min, max, of: answersOf, limitsOf } = quotaCells(pool)
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
  const change = new Int32Array(width)
  const none = new Int32Array()
  // A panel that broke a quota before, as the pool may have other quotas than the result, may at least not get worse.
  const fits = (panel: number, cell: number) => {
    const by = change[cell] ?? 0
    const count = (filled[panel * width + cell] ?? 0) + by
    return (by >= 0 || count >= (min[cell] ?? 0)) && (by <= 0 || count <= (max[cell] ?? 0))
  }
  const keepsLimits = (panel: number, into: number, outs: readonly number[], intos: readonly number[]) =>
    (limitsOf[into] ?? []).every((limit) => {
      const isIn = (person: number) => limitsOf[person]?.includes(limit) === true
      const there = (onLimit[panel]?.get(limit) ?? 0) - outs.filter(isIn).length + intos.filter(isIn).length
      return there <= (pool.limits[limit]?.most ?? 0)
    })
  return {
    people,
    of,
    members: list,
    allowsOne(panel, out, into) {
      if (closed.has(into) || closed.has(out) || of[into]?.has(panel) || !of[out]?.has(panel)) return false
      const [leaves, comes] = [answersOf[out] ?? none, answersOf[into] ?? none]
      for (let feature = 0; feature < leaves.length; feature++) {
        const [less, more] = [leaves[feature] ?? 0, comes[feature] ?? 0]
        if (less === more) continue
        if ((filled[panel * width + less] ?? 0) <= (min[less] ?? 0)) return false
        if ((filled[panel * width + more] ?? 0) >= (max[more] ?? 0)) return false
      }
      return limitsOf[into]?.length === 0 || keepsLimits(panel, into, [out], [into])
    },
    allows(panel, outs, intos) {
      if (outs.some((out) => closed.has(out) || !of[out]?.has(panel))) return false
      if (intos.some((into) => closed.has(into) || of[into]?.has(panel))) return false
      for (const out of outs) for (const cell of answersOf[out] ?? []) change[cell] = (change[cell] ?? 0) - 1
      for (const into of intos) for (const cell of answersOf[into] ?? []) change[cell] = (change[cell] ?? 0) + 1
      const touched = [...outs, ...intos]
      const keeps = touched.every((person) => (answersOf[person] ?? none).every((cell) => fits(panel, cell)))
      for (const person of touched) for (const cell of answersOf[person] ?? none) change[cell] = 0
      return keeps && intos.every((into) => keepsLimits(panel, into, outs, intos))
    },
    breaks(panel, out, into) {
      const [leaves, comes] = [answersOf[out] ?? none, answersOf[into] ?? none]
      const differs = [...leaves.keys()].filter((feature) => leaves[feature] !== comes[feature])
      const [less, more] = [leaves, comes].map((cells) => differs.map((feature) => cells[feature] ?? 0))
      return {
        tooFew: (less ?? []).filter((cell) => (filled[panel * width + cell] ?? 0) <= (min[cell] ?? 0)),
        tooMany: (more ?? []).filter((cell) => (filled[panel * width + cell] ?? 0) >= (max[cell] ?? 0)),
      }
    },
    hasAll: (person, cells) => cells.every((cell) => answersOf[person]?.includes(cell) === true),
    swap(panel, out, into) {
      put(panel, out, -1)
      put(panel, into, 1)
      const members = list[panel]
      if (members !== undefined) members[members.indexOf(out)] = into
    },
  }
}
