import type { Market } from '../market/market.ts'
import { type Kinds, kindsOf, kindToDrop } from './choose-out.ts'
import { type IsLater, raise, sink } from './heap.ts'
import type { GoesBefore } from './order.ts'

/** The seats of all programmes, held for the time being. */
export interface Seats {
  /** The candidate who goes away with empty hands: an earlier one, the applicant, or −1 where there was room. */
  offer(candidate: number, application: number): number
}

/**
 * Heaps with the last in order on top, one a programme in one array, or one a kind where a programme has quotas. `held` tells by
 * candidate the application whose seat is held.
 */
export function openSeats(market: Market, held: Int32Array, goesBefore: GoesBefore): Seats {
  const { programme, score, seats, quotas, groupsOf, starts } = market
  const applicants = new Int32Array(seats.length)
  const count = starts.at(-1) ?? 0
  for (let k = 0; k < count; k++) {
    const at = programme[k] ?? 0
    applicants[at] = (applicants[at] ?? 0) + 1
  }
  // A programme with more seats than applicants needs no room for the rest.
  const room = new Int32Array(seats.length + 1)
  for (let p = 0; p < seats.length; p++) room[p + 1] = (room[p] ?? 0) + Math.min(seats[p] ?? 0, applicants[p] ?? 0)
  const heap = new Int32Array(room.at(-1) ?? 0)
  const sizes = new Int32Array(seats.length)
  // Who is below the bar is not better than all who hold a seat, and never will be.
  const bar = new Float64Array(seats.length).fill(Number.NEGATIVE_INFINITY)
  // By candidate, of the application that is held: close together, where applications are far apart.
  const worth = new Float64Array(groupsOf.length)
  const isLater = (one: number, other: number) => {
    const [a, b] = [worth[one] ?? 0, worth[other] ?? 0]
    return a === b ? goesBefore(other, held[other] ?? 0, one, held[one] ?? 0) : a < b
  }
  const withQuotas = quotas.map((its, p) =>
    its.length === 0 ? undefined : openKinds(kindsOf(seats[p] ?? 0, its), groupsOf, worth, isLater),
  )
  return {
    offer(candidate, application) {
      const p = programme[application] ?? 0
      const its = score[application] ?? 0
      if (its < (bar[p] ?? 0)) return candidate
      worth[candidate] = its
      held[candidate] = application
      const kinds = withQuotas[p]
      let out: number
      if (kinds !== undefined) out = kinds(candidate)
      else {
        const base = room[p] ?? 0
        const size = sizes[p] ?? 0
        if (size < (room[p + 1] ?? 0) - base) {
          sizes[p] = size + 1
          raise(heap, base, size, candidate, isLater)
          return -1
        }
        const last = size === 0 ? candidate : (heap[base] ?? 0)
        if (size === 0 || !isLater(last, candidate)) out = candidate
        else {
          sink(heap, base, size, candidate, isLater)
          out = last
          bar[p] = worth[heap[base] ?? 0] ?? 0
        }
      }
      if (out >= 0) held[out] = -1
      return out
    },
  }
}

function openKinds(
  kinds: Kinds,
  groupsOf: Int32Array,
  worth: Float64Array,
  isLater: IsLater,
): (candidate: number) => number {
  const heaps: number[][] = []
  const counts: number[] = []
  // By kind: choices are substitutable, so who was let go does not come back, nor does who is below.
  const bars: number[] = []
  return (candidate) => {
    const kind = kinds.kindOf(groupsOf[candidate] ?? 0)
    for (let k = heaps.length; k <= kind; k++) {
      heaps.push([])
      counts.push(0)
      bars.push(Number.NEGATIVE_INFINITY)
    }
    if ((worth[candidate] ?? 0) < (bars[kind] ?? 0)) return candidate
    const heap = heaps[kind] ?? []
    raise(heap, 0, heap.length, candidate, isLater)
    counts[kind] = heap.length
    const drop = kindToDrop(kinds, counts, (one, other) => isLater(heaps[one]?.[0] ?? 0, heaps[other]?.[0] ?? 0))
    if (drop < 0) return -1
    const from = heaps[drop] ?? []
    const out = from[0] ?? 0
    bars[drop] = worth[out] ?? 0
    const moved = from.pop() ?? 0
    if (from.length > 0) sink(from, 0, from.length, moved, isLater)
    counts[drop] = from.length
    return out
  }
}
