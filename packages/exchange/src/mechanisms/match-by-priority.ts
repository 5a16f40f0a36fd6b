import { type EdgeGraph, weightLimit } from '../graph/graph.ts'
import { matchBest } from '../matching/match-best.ts'
import type { Matching } from '../matching/matching.ts'

/** Weights by which a matching of greatest weight serves an order of priority. */
export interface PriorityGraph {
  readonly graph: EdgeGraph
  /** What a place in the order weighs against weight; 1 where weight doesn't count. */
  readonly times: number
}

/**
 * The sets of vertices that a matching can cover are a matroid (Edmonds & Fulkerson 1965), of which greedy in the order of
 * priority finds the same best set as any falling positive weights do: n for the first … 1 for the last. So small numbers do,
 * and duals prove it. Among matchings that serve the order alike the heaviest is taken, where numbers stay exact.
 */
export function priorityGraph({ n, from, to, weight }: EdgeGraph, order: readonly number[]): PriorityGraph {
  const value = new Float64Array(n)
  for (const [place, v] of order.entries()) value[v] = n - place
  let [least, most] = [0, 0]
  for (const w of weight) {
    least = Math.min(least, w)
    most = Math.max(most, w)
  }
  const enough = Math.floor(n / 2) * (most - least) + 1
  const fits = 2 * n * enough + most <= 2 * weightLimit(n)
  const times = fits ? enough : 1
  const ranked = weight.map((w, k) => times * ((value[from[k] ?? 0] ?? 0) + (value[to[k] ?? 0] ?? 0)) + (fits ? w : 0))
  return { graph: { n, from, to, weight: ranked }, times }
}

/**
 * As many exchanges of two as there can be, that serve the order: the first is in one if anybody's can be, the second if hers
 * can be too, and so on. Every edge counts, whatever its weight (Roth, Sönmez & Ünver 2005).
 */
export function matchByPriority(edges: EdgeGraph, order: readonly number[]): Matching & { readonly times: number } {
  const { graph, times } = priorityGraph(edges, order)
  return { ...matchBest(graph), times }
}
