import type { Solver } from '@kantelpunt/solver'
import { type SolveCyclesOptions, solveCycles } from '../cycles/solve-cycles.ts'
import type { ExchangeFile } from '../reading/read-exchange.ts'
import type { ExchangeAnswer, NothingBecause } from './solve-exchange.ts'

/**
 * The best exchanges in twos and threes that can be found in the time, in the units of the file, with a proof of their bound.
 * An edge says nothing of one direction alone: a file of edges is refused.
 */
export function solveThrees(
  solver: Solver,
  file: ExchangeFile,
  options: SolveCyclesOptions,
): { readonly ok: true; readonly answer: ExchangeAnswer } | { readonly ok: false; readonly reason: 'no-directions' } {
  const { graph, scale, directed } = file
  if (!directed) return { ok: false, reason: 'no-directions' }
  const solved = solveCycles(solver, graph, options)
  const nothing = nothingBecause(graph.from.length, solved.certificate.parts.length)
  const answer: ExchangeAnswer = {
    ...solved,
    n: graph.n,
    arcs: graph.from.length,
    objective: solved.objective / scale,
    bound: solved.bound / scale,
    certificate: { ...solved.certificate, scale },
    ...(solved.cycles.length === 0 ? { nothing } : {}),
  }
  return { ok: true, answer }
}

function nothingBecause(arcs: number, parts: number): NothingBecause {
  if (arcs === 0) return 'no-arcs'
  return parts === 0 ? 'never-a-cycle' : 'never-found'
}
