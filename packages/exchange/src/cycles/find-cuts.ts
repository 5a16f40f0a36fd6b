import { type Column, seatsOf } from './column.ts'
import type { Cut } from './cut.ts'

/** How long a search goes on from one vertex, and for how many steps it leaves alone what it changed. */
const steps = 25
const rest = 4
/** How far a packing must be over a cut for it to be worth a row. */
const least = 0.02

/**
 * Cuts that a fractional packing x goes furthest over, at most `most`, with shares in whole parts of the divisors. A cut of shares m / k goes over by (Σ m mod k) / k less
 * what rounding costs, Σ x (what a column's shares are over a multiple of k) / k, and less the shares of who is not packed: so
 * it looks for shares with which nearly all columns are at a multiple of k and all vertices together are not (mod-k cuts,
 * Caprara, Fischetti and Letchford 2000). From each vertex a descent that does not turn back at once (tabu search) changes a
 * share at a time where a column is off.
 */
export function findCuts(
  n: number,
  columns: readonly Column[],
  x: Float64Array,
  most: number,
  divisors: readonly number[],
): readonly Cut[] {
  const search = openSearch(n, packingOf(n, columns, x))
  const found = new Map<string, FoundCut>()
  for (const divisor of divisors)
    for (let v = 0; v < n; v++)
      for (let share = 1; share < divisor; share++) {
        const cut = search(divisor, v, share)
        if (cut !== undefined) found.set(nameOf(cut.cut), cut)
      }
  return [...found.values()]
    .sort((one, other) => other.over - one.over)
    .slice(0, most)
    .map(({ cut }) => cut)
}

/** The columns that are packed in part, and how much of each vertex is not packed. */
interface Packing {
  readonly x: Float64Array
  /** Three by column, −1 where there are two. */
  readonly seats: Int32Array
  /** The columns of v are `of[start[v]]` … `of[start[v + 1] − 1]`. */
  readonly start: Int32Array
  readonly of: Int32Array
  readonly slack: Float64Array
}

function packingOf(n: number, columns: readonly Column[], x: Float64Array): Packing {
  const slack = new Float64Array(n).fill(1)
  const seats: number[] = []
  const parts: number[] = []
  for (const [k, column] of columns.entries()) {
    const part = x[k] ?? 0
    if (part < 1e-6) continue
    for (const v of seatsOf(column)) slack[v] = (slack[v] ?? 0) - part
    if (part > 1 - 1e-6) continue
    seats.push(column.a, column.b, column.c)
    parts.push(part)
  }
  const columnsOf: number[][] = Array.from({ length: n }, () => [])
  for (const [at, v] of seats.entries()) if (v >= 0) columnsOf[v]?.push(Math.floor(at / 3))
  const start = new Int32Array(n + 1)
  for (const [v, of] of columnsOf.entries()) start[v + 1] = (start[v] ?? 0) + of.length
  return {
    x: Float64Array.from(parts),
    seats: Int32Array.from(seats),
    start,
    of: Int32Array.from(columnsOf.flat()),
    slack: slack.map((one) => (one < 1e-7 ? 0 : one)),
  }
}

type Search = (divisor: number, first: number, share: number) => FoundCut | undefined

/** Opens the search in one packing; its room to work in is made once. */
function openSearch(n: number, { x, seats, start, of, slack }: Packing): Search {
  const share = new Int32Array(n)
  const until = new Int32Array(n)
  const seen = new Int32Array(n)
  const sum = new Int32Array(x.length)
  // The columns that are off, and the place of each among them plus one.
  const off = new Int32Array(x.length)
  const offAt = new Int32Array(x.length)
  const changed: number[] = []
  let count = 0
  let clock = 0
  let cost = 0
  let total = 0

  function change(v: number, by: number, divisor: number) {
    const before = share[v] ?? 0
    const after = (before + by) % divisor
    share[v] = after
    changed.push(v)
    total += after - before
    cost += (slack[v] ?? 0) * (after - before)
    for (let at = start[v] ?? 0; at < (start[v + 1] ?? 0); at++) {
      const k = of[at] ?? 0
      const was = sum[k] ?? 0
      const now = (was + by) % divisor
      sum[k] = now
      cost += (x[k] ?? 0) * (now - was)
      if (was === 0) {
        off[count++] = k
        offAt[k] = count
      } else if (now === 0) {
        const last = off[--count] ?? 0
        const place = (offAt[k] ?? 0) - 1
        off[place] = last
        offAt[last] = place + 1
      }
    }
  }

  function costOf(v: number, by: number, divisor: number): number {
    const before = share[v] ?? 0
    let more = (slack[v] ?? 0) * (((before + by) % divisor) - before)
    for (let at = start[v] ?? 0, end = start[v + 1] ?? 0; at < end; at++) {
      const k = of[at] ?? 0
      const now = (sum[k] ?? 0) + by
      more += (x[k] ?? 0) * (now >= divisor ? by - divisor : by)
    }
    return more
  }

  return (divisor, first, firstShare) => {
    if (start[first] === start[first + 1]) return undefined
    count = 0
    cost = 0
    total = 0
    changed.length = 0
    until.fill(0)
    change(first, firstShare, divisor)
    until[first] = rest
    let best: FoundCut | undefined
    for (let step = 1; step <= steps && count > 0 && cost < 1.2 * divisor; step++) {
      clock++
      let next = -1
      let nextBy = 0
      let lowest = Number.POSITIVE_INFINITY
      for (let i = 0; i < count; i++) {
        const k = off[i] ?? 0
        for (let at = 3 * k; at < 3 * k + 3; at++) {
          const v = seats[at] ?? -1
          if (v < 0 || seen[v] === clock || (until[v] ?? 0) > step) continue
          seen[v] = clock
          for (let by = 1; by < divisor; by++) {
            const more = costOf(v, by, divisor)
            if (more >= lowest - 1e-12) continue
            lowest = more
            next = v
            nextBy = by
          }
        }
      }
      if (next < 0) break
      change(next, nextBy, divisor)
      until[next] = step + 1 + rest
      const over = ((total % divisor) - cost) / divisor
      if (over > (best?.over ?? least) + 1e-9) best = { cut: cutOf(share, changed, divisor), over }
    }
    for (const v of changed) share[v] = 0
    sum.fill(0)
    return best
  }
}

interface FoundCut {
  readonly cut: Cut
  readonly over: number
}

function cutOf(share: Int32Array, changed: readonly number[], divisor: number): Cut {
  const vertices = [...new Set(changed)].filter((v) => share[v] !== 0).sort((one, other) => one - other)
  return { vertices, shares: vertices.map((v) => share[v] ?? 0), of: divisor }
}

function nameOf({ vertices, shares, of }: Cut): string {
  return `${of}: ${vertices.map((v, i) => `${v}*${shares[i]}`).join(' ')}`
}
