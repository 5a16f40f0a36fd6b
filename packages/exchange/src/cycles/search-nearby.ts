import type { Solver } from '@kantelpunt/solver'
import type { Budget } from './budget.ts'
import type { Chosen } from './choose.ts'
import { type Column, seatsOf } from './column.ts'
import { offerOnly } from './offer.ts'
import { settle } from './settle.ts'

const seatsAtOnce = 60
const stride = 12
const millisecondsForOne = 300

/**
 * Frees those near a vertex from their exchanges and chooses anew among them, vertex after vertex, until a round
 * brings nothing, `bound` is reached or the budget is over.
 */
export function searchNearby(
  solver: Solver,
  n: number,
  columns: readonly Column[],
  from: Chosen,
  bound: number,
  times: number,
  budget: Budget,
): Chosen {
  const of = Array.from({ length: n }, (): number[] => [])
  for (const [k, column] of columns.entries()) for (const v of seatsOf(column)) of[v]?.push(k)
  const current: (Column | undefined)[] = Array.from({ length: n })
  for (const column of from.cycles) for (const v of seatsOf(column)) current[v] = column
  let worth = from.worth
  const inside = new Int32Array(n).fill(-1)
  // A leap without a common divisor goes past every vertex once, far from the one before.
  const leap = coprimeNear(n * 0.382, n)
  for (let round = 0; round < 4 && worth < bound && !budget.over(); round++) {
    const before = worth
    for (let step = 0, v = 0; step < n && worth < bound && !budget.over(); step += stride, v = (v + leap) % n) {
      const region = regionAround(v)
      for (const [i, u] of region.entries()) inside[u] = i
      const near = new Set<number>()
      for (const u of region)
        for (const k of of[u] ?? []) {
          const column = columns[k]
          if (column !== undefined && seatsOf(column).every((w) => (inside[w] ?? -1) >= 0)) near.add(k)
        }
      const ownCycles = new Set(region.flatMap((u) => current[u] ?? []))
      const own = [...ownCycles].reduce((sum, { weight }) => sum + weight, 0)
      const local = [...near].flatMap((k) => columns[k] ?? [])
      const renamed = local.map((column) => ({
        a: inside[column.a] ?? 0,
        b: inside[column.b] ?? 0,
        c: column.c < 0 ? -1 : (inside[column.c] ?? 0),
        weight: column.weight,
      }))
      const known = { best: { cycles: [], worth: own }, bound: Number.MAX_SAFE_INTEGER }
      const share = budget.share(millisecondsForOne)
      const { best: better } = settle(solver, offerOnly(region.length, renamed), renamed, known, times, share)
      if (better.worth > own) {
        for (const u of region) current[u] = undefined
        for (const { a, b, c, weight } of better.cycles) {
          const column = { a: region[a] ?? 0, b: region[b] ?? 0, c: c < 0 ? -1 : (region[c] ?? 0), weight }
          for (const u of seatsOf(column)) current[u] = column
        }
        worth += better.worth - own
      }
      for (const u of region) inside[u] = -1
    }
    if (worth === before) break
  }
  const cycles = [...new Set(current)].filter((column) => column !== undefined)
  return { cycles, worth }

  function regionAround(first: number): number[] {
    const region: number[] = []
    const seen = new Set<number>()
    const take = (v: number) => {
      for (const u of [v, ...(current[v] === undefined ? [] : seatsOf(current[v]))]) {
        if (seen.has(u)) continue
        seen.add(u)
        region.push(u)
      }
    }
    take(first)
    for (let at = 0; at < region.length && region.length < seatsAtOnce; at++)
      for (const k of of[region[at] ?? 0] ?? []) {
        if (region.length >= seatsAtOnce) break
        const column = columns[k]
        if (column !== undefined) for (const v of seatsOf(column)) take(v)
      }
    return region
  }
}

function coprimeNear(size: number, n: number): number {
  const common = (one: number, other: number): number => (other === 0 ? one : common(other, one % other))
  let stride = Math.max(1, Math.round(size))
  while (common(stride, n) !== 1) stride++
  return stride
}
