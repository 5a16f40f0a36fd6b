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
        | 'not-odd'
        | 'not-nested'
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
  const { vertices, innermost, sets, around } = duals
  if ([mate, vertices, innermost].some(({ length }) => length !== graph.n) || sets.length !== around.length)
    return { sound: false, why: 'wrong-length' }
  const weighed = weigh(graph, mate)
  if (typeof weighed === 'string') return { sound: false, why: weighed }
  if (!Number.isSafeInteger(objective) || weighed !== BigInt(objective)) return { sound: false, why: 'wrong-objective' }
  if (!vertices.every(isValue) || !sets.every(isValue)) return { sound: false, why: 'no-dual-value' }
  const forest = nest(duals)
  if (typeof forest === 'string') return { sound: false, why: forest }
  for (let k = 0; k < graph.from.length; k++) {
    const u = graph.from[k] ?? -1
    const v = graph.to[k] ?? -1
    const sum = (vertices[u] ?? Number.NaN) + (vertices[v] ?? Number.NaN) + sharedValue(duals, forest, u, v)
    if (!(sum >= 2 * (graph.weight[k] ?? Number.NaN))) return { sound: false, why: 'edge-not-covered' }
  }
  let bound = 0n
  for (const value of vertices) bound += BigInt(value)
  for (const [set, value] of sets.entries()) bound += (BigInt(value) * BigInt((forest.size[set] ?? 0) - 1)) / 2n
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
  /** By set how many vertices it has. */
  readonly size: Int32Array
  /** By set the sum of its own value and of those around it. */
  readonly total: Float64Array
}

/** Sizes and sums of the sets, from which comes what is wrong with them. */
function nest({ innermost, sets, around }: MatchingDuals): Forest | 'not-odd' | 'not-nested' | 'no-dual-value' {
  const size = new Int32Array(sets.length)
  const total = new Float64Array(sets.length)
  for (const set of innermost) {
    if (set < -1 || set >= sets.length) return 'not-nested'
    if (set >= 0) size[set] = (size[set] ?? 0) + 1
  }
  for (const [set, outer] of around.entries()) {
    if (outer !== -1 && (outer <= set || outer >= sets.length)) return 'not-nested'
    if ((size[set] ?? 0) % 2 === 0) return 'not-odd'
    if (outer >= 0) size[outer] = (size[outer] ?? 0) + (size[set] ?? 0)
  }
  for (let set = sets.length - 1; set >= 0; set--) {
    total[set] = (sets[set] ?? 0) + (total[around[set] ?? -1] ?? 0)
    if (!((total[set] ?? 0) <= greatest)) return 'no-dual-value'
  }
  return { size, total }
}

/** The sum of the values of the sets that both vertices are in: from the smallest such set outwards. */
function sharedValue({ innermost, around }: MatchingDuals, { total }: Forest, u: number, v: number): number {
  let one = innermost[u] ?? -1
  let other = innermost[v] ?? -1
  while (one !== other) {
    if (one < 0 || other < 0) return 0
    // The lower number can't be around the higher.
    if (one < other) one = around[one] ?? -1
    else other = around[other] ?? -1
  }
  return total[one] ?? 0
}
