import fc from 'fast-check'
import type { EdgeGraph } from './graph/graph.ts'

/** For tests and benches: graphs of all kinds that matching algorithms stumble over. */

type Row = readonly [number, number, number]

export function graphOf(n: number, rows: Iterable<Row>): EdgeGraph {
  const all = new Map<string, Row>()
  for (const [u, v, weight] of rows) if (u !== v) all.set(`${Math.min(u, v)} ${Math.max(u, v)}`, [u, v, weight])
  const edges = [...all.values()]
  return {
    n,
    from: Int32Array.from(edges, ([u]) => u),
    to: Int32Array.from(edges, ([, v]) => v),
    weight: Float64Array.from(edges, ([, , weight]) => weight),
  }
}

/** Kinds of weights: many ties, none, all alike, with zero and below, and very large. */
const kindsOfWeight: readonly fc.Arbitrary<number>[] = [
  fc.integer({ min: 1, max: 3 }),
  fc.integer({ min: 1, max: 1000 }),
  fc.constant(7),
  fc.integer({ min: -4, max: 4 }),
  fc.integer({ min: -50, max: 200 }),
  fc.integer({ min: 1, max: 2 ** 40 }),
]

/** Graphs of at most `most` vertices: sparse, dense, complete, circles with chords, circles in circles, and near each other. */
export function randomGraph(most: number): fc.Arbitrary<EdgeGraph> {
  return fc.constantFrom(...kindsOfWeight).chain((weight) => {
    const chosen = (n: number, pairs: readonly (readonly [number, number])[]) =>
      fc.array(weight, { minLength: pairs.length, maxLength: pairs.length }).map((weights) => {
        const rows = pairs.map(([u, v], k): Row => [u, v, weights[k] ?? 0])
        return graphOf(n, rows)
      })
    const size = fc.integer({ min: 1, max: most })
    const any = size.chain((n) => {
      const vertex = fc.integer({ min: 0, max: n - 1 })
      return fc
        .tuple(fc.integer({ min: 0, max: 6 }), fc.array(fc.tuple(vertex, vertex), { maxLength: 6 * n, size: 'max' }))
        .chain(([degree, pairs]) => chosen(n, pairs.slice(0, (degree * n) >> 1)))
    })
    const complete = fc.integer({ min: 1, max: Math.min(most, 15) }).chain((n) => chosen(n, [...pairsOf(n)]))
    const circles = fc
      .tuple(fc.array(fc.constantFrom(3, 3, 5, 7), { minLength: 1, maxLength: Math.max(1, most >> 3) }), fc.nat())
      .chain(([lengths, seed]) => {
        const { n, pairs } = nestedCircles(lengths, most, seed)
        return chosen(n, pairs)
      })
    const near = fc
      .array(fc.tuple(fc.nat(100), fc.nat(100)), { minLength: 1, maxLength: most, size: 'max' })
      .chain((places) => {
        const pairs = [...pairsOf(places.length)].filter(([u, v]) => {
          const [x = 0, y = 0] = places[u] ?? []
          const [p = 0, q = 0] = places[v] ?? []
          return Math.hypot(x - p, y - q) < 150 / Math.sqrt(places.length)
        })
        return chosen(places.length, pairs)
      })
    return fc.oneof(any, complete, circles, near)
  })
}

function* pairsOf(n: number): Generator<readonly [number, number]> {
  for (let u = 0; u < n; u++) for (let v = u + 1; v < n; v++) yield [u, v]
}

/** A circle through a circle through …: the graphs on which blossoms nest; with tails that have to get in and out. */
function nestedCircles(lengths: readonly number[], most: number, seed: number) {
  const pairs: [number, number][] = []
  let n = 1
  let state = seed
  const pick = (below: number) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
    return (state >> 8) % below
  }
  for (const length of lengths) {
    if (n + length > most) break
    // From the thing so far round and back to it, at another vertex.
    let before = pick(n)
    const first = n
    for (let k = 1; k < length; k++) {
      pairs.push([before, n])
      before = n++
    }
    pairs.push([before, pick(first)])
    if (n < most) pairs.push([pick(n), n++])
  }
  return { n, pairs }
}

/** The greatest weight of a matching, by trying everything: for at most a dozen vertices. */
export function bestByBruteForce({ n, from, to, weight }: EdgeGraph): number {
  const beside = Array.from({ length: n }, () => new Map<number, number>())
  for (let k = 0; k < from.length; k++)
    beside[Math.min(from[k] ?? 0, to[k] ?? 0)]?.set(Math.max(from[k] ?? 0, to[k] ?? 0), weight[k] ?? 0)
  const known = new Map<number, number>()
  const best = (taken: number): number => {
    let v = 0
    while (v < n && (taken >> v) & 1) v++
    if (v === n) return 0
    const before = known.get(taken)
    if (before !== undefined) return before
    let most = best(taken | (1 << v))
    for (const [u, w] of beside[v] ?? [])
      if (((taken >> u) & 1) === 0) most = Math.max(most, w + best(taken | (1 << v) | (1 << u)))
    known.set(taken, most)
    return most
  }
  return best(0)
}
