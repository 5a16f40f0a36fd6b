import { mutualEdges } from '../graph/mutual-edges.ts'
import { matchBest } from '../matching/match-best.ts'
import type { ExchangeFile } from '../reading/read-exchange.ts'
import type { Longest } from './mechanism.ts'

/** What it is worth, in the integers of the graph, that everybody goes to her place. */
export function worthOf({ directed, graph }: ExchangeFile, place: Int32Array): number {
  const { from, to, weight } = graph
  let sum = 0
  for (const [k, u] of from.entries()) {
    const v = to[k] ?? 0
    if (place[u] === v && (directed || place[v] === u)) sum += weight[k] ?? 0
  }
  return sum
}

/**
 * No exchanges are worth more: of two exactly the most there is, of more at most what everybody's heaviest way out, or the
 * heaviest way in to everybody's place, add up to.
 */
export function worthAtMost({ directed, graph }: ExchangeFile, longest: Longest): number {
  if (longest === 2) return matchBest(directed ? mutualEdges(graph) : graph).objective
  const { n, from, to, weight } = graph
  const out = new Float64Array(n)
  const into = new Float64Array(n)
  for (const [k, w] of weight.entries()) {
    const [u, v] = [from[k] ?? 0, to[k] ?? 0]
    out[u] = Math.max(out[u] ?? 0, w)
    into[v] = Math.max(into[v] ?? 0, w)
  }
  return Math.min(
    out.reduce((sum, w) => sum + w, 0),
    into.reduce((sum, w) => sum + w, 0),
  )
}
