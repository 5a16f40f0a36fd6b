import type { Part } from './parts.ts'

/** Sees an exchange a → b (→ c), c = −1 in exchanges of two, with what it is worth. */
export type SeeCycle = (a: number, b: number, c: number, weight: number) => void

/**
 * Every exchange of two or three that is worth at least `least` more than the values of who takes part, once each, without
 * looking at all of them; what the exchanges are worth is first multiplied by `times`. An arc is reduced by half the values of both its ends; by the cycle lemma an exchange whose
 * reduced arcs add up to s can be begun where the first is s / 3 or more and the first two 2s / 3 or more.
 */
export function priceCycles(part: Part, value: Float64Array, least: number, see: SeeCycle, times = 1): void {
  const { n, start, head, weight, inStart, tail, inArc } = part
  const reduced = new Float64Array(head.length)
  const best = new Float64Array(n).fill(Number.NEGATIVE_INFINITY)
  for (let u = 0; u < n; u++) {
    let most = Number.NEGATIVE_INFINITY
    for (let at = start[u] ?? 0; at < (start[u + 1] ?? 0); at++) {
      const r = (weight[at] ?? 0) * times - ((value[u] ?? 0) + (value[head[at] ?? 0] ?? 0)) / 2
      reduced[at] = r
      if (r > most) most = r
    }
    best[u] = most
  }
  // Thirds round: a hair less keeps what is exactly enough.
  const hair = 1e-7
  const third = least / 3 - hair
  const twoThirds = (2 * least) / 3 - hair
  const enough = least - hair
  const home = new Int32Array(n).fill(-1)
  for (let u = 0; u < n; u++) {
    let mostIn = Number.NEGATIVE_INFINITY
    for (let at = inStart[u] ?? 0; at < (inStart[u + 1] ?? 0); at++) {
      const arc = inArc[at] ?? 0
      home[tail[at] ?? 0] = arc
      if ((reduced[arc] ?? 0) > mostIn) mostIn = reduced[arc] ?? 0
    }
    for (let one = start[u] ?? 0; one < (start[u + 1] ?? 0); one++) {
      const r1 = reduced[one] ?? 0
      const v = head[one] ?? 0
      if (v > u) {
        const back = home[v] ?? -1
        if (back >= 0 && r1 + (reduced[back] ?? 0) >= enough) see(u, v, -1, (weight[one] ?? 0) + (weight[back] ?? 0))
      }
      if (r1 < third || r1 + (best[v] ?? 0) + mostIn < enough) continue
      const needed = Math.max(twoThirds - r1, enough - r1 - mostIn)
      for (let two = start[v] ?? 0; two < (start[v + 1] ?? 0); two++) {
        const r2 = reduced[two] ?? 0
        if (r2 < needed) continue
        const x = head[two] ?? 0
        const three = home[x] ?? -1
        if (three < 0) continue
        const r3 = reduced[three] ?? 0
        if (r1 + r2 + r3 < enough) continue
        // The same exchange begun elsewhere: seen from the lowest vertex where it can be begun.
        if (v < u && r2 >= third && r2 + r3 >= twoThirds) continue
        if (x < u && r3 >= third && r3 + r1 >= twoThirds) continue
        see(u, v, x, (weight[one] ?? 0) + (weight[two] ?? 0) + (weight[three] ?? 0))
      }
    }
    for (let at = inStart[u] ?? 0; at < (inStart[u + 1] ?? 0); at++) home[tail[at] ?? 0] = -1
  }
}
