import type { Longest } from './mechanism.ts'
import { takeWhatIsLeft } from './take-what-is-left.ts'
import type { Lists } from './teacher-market.ts'

/** Where everybody goes. */
export interface Trades {
  /** By teacher the place she gets: her own where she stays. */
  readonly place: Int32Array
  /** By teacher when she was settled, those of one circle at once; empty where circles were limited. */
  readonly round: Int32Array
}

/**
 * Top trading cycles: everybody points at the best place that is still there, or at her own; who points in a circle trades
 * and leaves (Shapley & Scarf 1974). A circle that is too long is broken at who is last in the order: she gives up the place
 * she points at. Those who stay then take what short exchanges are left, in the order. Looks at each wish a few times at most.
 */
export function trade(open: Lists, order: readonly number[], longest: Longest): Trades {
  const n = open.length
  const place = Int32Array.from({ length: n }, (_, v) => v)
  const round = new Int32Array(n).fill(-1)
  const turn = new Int32Array(n)
  for (const [at, v] of order.entries()) turn[v] = at
  const next = new Int32Array(n)
  const depth = new Int32Array(n).fill(-1)
  const most = longest === 'any' ? n : longest
  let rounds = 0

  const pointsAt = (u: number): number => {
    const wished = open[u] ?? []
    for (; (next[u] ?? 0) < wished.length; next[u] = (next[u] ?? 0) + 1) {
      const v = wished[next[u] ?? 0] ?? u
      if (round[v] === -1) return v
    }
    return u
  }
  const settle = (circle: readonly number[]) => {
    for (const u of circle) place[u] = pointsAt(u)
    for (const u of circle) round[u] = rounds
    rounds++
  }
  const breakAt = (circle: readonly number[]): number => {
    const last = circle.reduce((latest, u) => ((turn[u] ?? 0) > (turn[latest] ?? 0) ? u : latest))
    next[last] = (next[last] ?? 0) + 1
    return last
  }

  for (const first of order) {
    // Who points at whom, from the first; a circle closes at its end, and what is before it goes on from there.
    const path: number[] = []
    let u = first
    while (round[first] === -1) {
      depth[u] = path.length
      path.push(u)
      const v = pointsAt(u)
      const begin = depth[v] ?? -1
      if (begin < 0) {
        u = v
        continue
      }
      const circle = path.slice(begin)
      const short = circle.length <= most
      if (short) settle(circle)
      const from = short ? begin : (depth[breakAt(circle)] ?? 0)
      u = (short ? path[begin - 1] : path[from]) ?? first
      for (const t of path.splice(short ? Math.max(0, begin - 1) : from)) depth[t] = -1
    }
  }
  if (longest === 'any') return { place, round }
  takeWhatIsLeft(open, order, longest, place)
  return { place, round: new Int32Array(0) }
}

/** The exchanges in what everybody gets, each from its lowest number on. */
export function circlesOf(place: Int32Array): number[][] {
  const seen = new Uint8Array(place.length)
  const circles: number[][] = []
  for (const [u, to] of place.entries()) {
    if (to === u || seen[u] === 1) continue
    const circle: number[] = []
    for (let v = u; seen[v] === 0; v = place[v] ?? u) {
      seen[v] = 1
      circle.push(v)
    }
    circles.push(circle)
  }
  return circles
}
