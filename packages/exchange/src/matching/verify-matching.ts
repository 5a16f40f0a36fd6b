import type { EdgeGraph } from '../graph/graph.ts'
import type { Matching, MatchingDuals } from './matching.ts'

/** What a verifier found: the proof holds, or why it doesn't. */
export type MatchingVerdict =
  | { readonly sound: true }
  | {
      readonly sound: false
      readonly why:
        | 'wrong-length'
        | 'not-mutual'
        | 'not-an-edge'
        | 'wrong-objective'
        | 'no-dual-value'
        | 'not-odd-and-nested'
        | 'edge-not-covered'
        | 'not-the-best'
    }

/** Values up to here add up exactly for one edge. */
const greatest = 2 ** 50

/**
 * Checks a matching and the proof that there is none of greater weight, without trusting who made them: it is a matching of
 * edges of the graph that weighs `objective`; duals are integers ≥ 0, on odd sets of which any two are apart or nested; each
 * edge is covered, y(u) + y(v) + Σ z ≥ 2 w; and Σ y + Σ z (|B| − 1) / 2 is twice the objective. Sums are exact (BigInt).
 */
export function verifyMatching(graph: EdgeGraph, { mate, objective, duals }: Matching): MatchingVerdict {
  if (mate.length !== graph.n || duals.vertices.length !== graph.n) return { sound: false, why: 'wrong-length' }
  const weighed = weigh(graph, mate)
  if (typeof weighed === 'string') return { sound: false, why: weighed }
  if (!Number.isSafeInteger(objective) || weighed !== BigInt(objective)) return { sound: false, why: 'wrong-objective' }
  if (!duals.vertices.every(isValue) || !duals.blossoms.every(({ value }) => isValue(value)))
    return { sound: false, why: 'no-dual-value' }
  const forest = nest(graph.n, duals)
  if (forest === undefined) return { sound: false, why: 'not-odd-and-nested' }
  for (let k = 0; k < graph.from.length; k++) {
    const u = graph.from[k] ?? -1
    const v = graph.to[k] ?? -1
    const sum = (duals.vertices[u] ?? Number.NaN) + (duals.vertices[v] ?? Number.NaN) + sharedValue(forest, u, v)
    if (!(sum >= 2 * (graph.weight[k] ?? Number.NaN))) return { sound: false, why: 'edge-not-covered' }
  }
  let bound = 0n
  for (const value of duals.vertices) bound += BigInt(value)
  for (const { vertices, value } of duals.blossoms) bound += (BigInt(value) * BigInt(vertices.length - 1)) / 2n
  return bound === 2n * weighed ? { sound: true } : { sound: false, why: 'not-the-best' }
}

function isValue(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0 && value <= greatest
}

/** The weight of a matching; what is wrong where it is none. */
function weigh({ n, from, to, weight }: EdgeGraph, mate: Int32Array): bigint | 'not-mutual' | 'not-an-edge' {
  let ends = 0
  for (let v = 0; v < n; v++) {
    const other = mate[v] ?? -1
    if (other === -1) continue
    if (other < 0 || other >= n || other === v || mate[other] !== v) return 'not-mutual'
    ends++
  }
  let sum = 0n
  for (let k = 0; k < from.length; k++) {
    if (mate[from[k] ?? -1] !== to[k]) continue
    sum += BigInt(weight[k] ?? 0)
    ends -= 2
  }
  return ends === 0 ? sum : 'not-an-edge'
}

interface Forest {
  /** By node (vertices, then sets) the smallest set around it, −1 for none. */
  readonly around: Int32Array
  readonly size: Int32Array
  /** By node the sum of its own value and of those around it. */
  readonly total: Float64Array
}

/** The sets as a forest, by rising size; undefined where one is not odd, or overlaps with another. */
function nest(n: number, { blossoms }: MatchingDuals): Forest | undefined {
  const around = new Int32Array(n + blossoms.length).fill(-1)
  const size = new Int32Array(n + blossoms.length).fill(1)
  const order = Array.from(blossoms, (_, at) => at).sort(
    (one, other) => (blossoms[one]?.vertices.length ?? 0) - (blossoms[other]?.vertices.length ?? 0),
  )
  const outermost = Int32Array.from({ length: n }, (_, v) => v)
  for (const at of order) {
    const node = n + at
    const vertices = blossoms[at]?.vertices ?? new Int32Array()
    if (vertices.length % 2 === 0) return undefined
    let inside = 0
    for (const v of vertices) {
      const child = outermost[v]
      // Also a vertex that is named twice ends here.
      if (child === undefined || child === node) return undefined
      if (around[child] === -1) inside += size[child] ?? 0
      if (around[child] !== -1 && around[child] !== node) return undefined
      around[child] = node
      outermost[v] = node
    }
    if (inside !== vertices.length) return undefined
    size[node] = vertices.length
  }
  const total = new Float64Array(n + blossoms.length)
  for (const at of order.toReversed()) total[n + at] = (blossoms[at]?.value ?? 0) + (total[around[n + at] ?? -1] ?? 0)
  return total.every((value) => value <= greatest) ? { around, size, total } : undefined
}

/** The sum of the values of the sets that both vertices are in. */
function sharedValue({ around, size, total }: Forest, u: number, v: number): number {
  let one = u
  let other = v
  while (one !== other) {
    if ((size[one] ?? 0) > (size[other] ?? 0)) [one, other] = [other, one]
    one = around[one] ?? -1
    if (one === -1) return 0
  }
  return total[one] ?? 0
}
