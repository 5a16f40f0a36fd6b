import type { CyclesCertificate } from '../cycles/certificate.ts'
import type { ArcGraph, Cycles, EdgeGraph } from '../graph/graph.ts'
import { mutualEdges } from '../graph/mutual-edges.ts'
import { matchBest } from '../matching/match-best.ts'
import type { Matching } from '../matching/matching.ts'
import type { ExchangeFile } from '../reading/read-exchange.ts'

/** What proves that no exchanges in twos are better: doubled duals, as in `MatchingDuals`, of the scaled weights. */
export interface MatchingCertificate {
  readonly kind: 'matching'
  /** What weights were multiplied with to make them integers. */
  readonly scale: number
  readonly vertices: readonly number[]
  readonly innermost: readonly number[]
  readonly sets: readonly number[]
  readonly around: readonly number[]
}

/**
 * Why there is nothing to exchange: nobody wants anything, nobody mutually, or nothing that is worth it; in threes nothing
 * worth it among two or three, or nothing found in time; by a mechanism nothing that all in it would take.
 */
export type NothingBecause =
  | 'no-arcs'
  | 'never-mutual'
  | 'never-worth-it'
  | 'never-a-cycle'
  | 'never-found'
  | 'never-accepted'

/** The best exchanges, in the units of the file. */
export interface ExchangeAnswer {
  readonly n: number
  /** Arcs, or edges where the file has edges. */
  readonly arcs: number
  readonly objective: number
  readonly cycles: Cycles
  /** Proven that there is nothing better. */
  readonly optimal: boolean
  /** Nothing is better than this. */
  readonly bound: number
  /** (bound − objective) / bound. */
  readonly gap: number
  readonly certificate: MatchingCertificate | CyclesCertificate
  readonly nothing?: NothingBecause
}

/** The best exchanges in twos, exact and proven. */
export function solveExchange(file: ExchangeFile): ExchangeAnswer {
  const edges = edgesOf(file)
  const matching = matchBest(edges)
  const objective = matching.objective / file.scale
  const cycles = cyclesOf(matching)
  const nothing = nothingBecause(file.graph, edges)
  return {
    n: file.graph.n,
    arcs: file.graph.from.length,
    objective,
    cycles,
    optimal: true,
    bound: objective,
    gap: 0,
    certificate: certificateOf(matching, file.scale),
    ...(cycles.length === 0 ? { nothing } : {}),
  }
}

/** The exchanges of two that a file allows. */
export function edgesOf({ directed, graph }: ExchangeFile): EdgeGraph {
  return directed ? mutualEdges(graph) : graph
}

function cyclesOf({ mate }: Matching): Cycles {
  const cycles: [number, number][] = []
  for (const [v, other] of mate.entries()) if (other > v) cycles.push([v, other])
  return cycles
}

function certificateOf({ duals }: Matching, scale: number): MatchingCertificate {
  const { vertices, innermost, sets, around } = duals
  return {
    kind: 'matching',
    scale,
    vertices: [...vertices],
    innermost: [...innermost],
    sets: [...sets],
    around: [...around],
  }
}

function nothingBecause(graph: ArcGraph, edges: EdgeGraph): NothingBecause {
  if (graph.from.length === 0) return 'no-arcs'
  return edges.from.length === 0 ? 'never-mutual' : 'never-worth-it'
}
