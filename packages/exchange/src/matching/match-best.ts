import { type EdgeGraph, weightLimit } from '../graph/graph.ts'
import { adjacencyOf, numberByNearness, renumbered } from './adjacency.ts'
import { startFractionally } from './fractional-start.ts'
import { startGreedily } from './greedy-start.ts'
import type { Matching } from './matching.ts'
import { createState, type MatchingState } from './matching-state.ts'
import { resultOf } from './result.ts'
import { settle } from './search.ts'

/**
 * The matching of greatest weight, exact, with duals that prove it: some vertices may stay free, and edges of weight 0 or
 * less are never used. Weights are integers of at most twice `weightLimit(n)` in size, for an edge is the sum of two arcs;
 * throws on others.
 */
export function matchBest(graph: EdgeGraph): Matching {
  return resultOf(solve(graph, graph.n))
}

/** The state in which everybody is settled. */
export function solve(graph: EdgeGraph, capacity: number): MatchingState {
  for (const weight of graph.weight) checkWeight(weight, graph.n)
  const lists = adjacencyOf(graph)
  const numbering = numberByNearness(lists)
  const state = createState(renumbered(lists, numbering, capacity), numbering, capacity)
  startGreedily(state)
  startFractionally(state)
  for (let v = 0; v < state.n; v++) if ((state.mateOut[v] ?? 0) < 0 && (state.y[v] ?? 0) > 0) settle(state, v)
  return state
}

/** Throws where sums would not be exact: what reads a graph has to refuse such a weight. */
export function checkWeight(weight: number, n: number): void {
  if (!Number.isInteger(weight) || Math.abs(weight) > 2 * weightLimit(n))
    throw new Error(`The weight ${weight} is no integer that adds up exactly`)
}
