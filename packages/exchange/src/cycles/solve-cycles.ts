import type { Solver } from '@kantelpunt/solver'
import type { ArcGraph, Cycles } from '../graph/graph.ts'
import { openBudget } from './budget.ts'
import type { CyclesCertificate, PartProof, Proof } from './certificate.ts'
import { type PartState, startPart } from './part-state.ts'
import { partsOf } from './parts.ts'
import { searchPart } from './search-part.ts'
import { settlePart } from './settle-part.ts'

export interface SolveCyclesOptions {
  /** Milliseconds that only go up. */
  readonly clock: () => number
  /** Milliseconds. */
  readonly timeLimit: number
  readonly onProgress?: (progress: { readonly objective: number; readonly bound: number }) => void
}

/** The best exchanges of two and three that were found, and how much better they could be at most. */
export interface SolvedCycles {
  readonly cycles: Cycles
  readonly objective: number
  /** Nothing is worth more than this, which the certificate proves. */
  readonly bound: number
  /** (bound − objective) / bound. */
  readonly gap: number
  /** bound = objective. */
  readonly optimal: boolean
  /** Of integer weights: `scale` is 1. */
  readonly certificate: CyclesCertificate
}

/**
 * Disjoint exchanges of two and three of greatest weight, with a proof of how much they could lack. Ends at the time limit
 * with the best so far; the proof is in whole numbers and needs no trust in HiGHS.
 */
export function solveCycles(solver: Solver, graph: ArcGraph, options: SolveCyclesOptions): SolvedCycles {
  const { clock, timeLimit, onProgress } = options
  // A last packing may take a little longer than it is given.
  const budget = openBudget(clock, 0.995 * timeLimit)
  const times = timesFor(graph)
  const states = partsOf(graph).map((part) => startPart(part, times, budget.share(budget.left() * 0.6)))
  const tell = () => onProgress?.({ objective: sumOf(states, 'worth'), bound: sumOf(states, 'bound') })
  tell()
  // Small parts first: they end soon, and what they don't need is for the large ones.
  const order = [...states.keys()].sort((one, other) => sizeOf(states[one]) - sizeOf(states[other]))
  for (const again of [false, true]) {
    const unproven = order.filter((p) => isUnproven(states[p]))
    let open = unproven.reduce((sum, p) => sum + workOf(states[p]), 0)
    for (const p of unproven) {
      const state = states[p]
      if (state === undefined) continue
      const improve = sizeOf(state) > mostToSettle && !again ? searchPart : settlePart
      const share = again ? budget.left() : budget.left() * Math.min(1, workOf(state) / open)
      states[p] = improve(solver, state, times, budget.share(share))
      open -= workOf(state)
      tell()
    }
  }
  const objective = sumOf(states, 'worth')
  const bound = sumOf(states, 'bound')
  return {
    cycles: states.flatMap(cyclesOf),
    objective,
    bound,
    gap: bound === 0 ? 0 : (bound - objective) / bound,
    optimal: bound === objective,
    certificate: { kind: 'cycles', scale: 1, times, parts: states.map(proofOf) },
  }
}

/** In parts of more arcs a relaxed packing takes HiGHS long, and searching comes first. */
const mostToSettle = 30_000

/** As fine as sums over all vertices allow, at most a ten-thousandth. */
function timesFor({ n, weight }: ArcGraph): number {
  const most = weight.reduce((largest, one) => Math.max(largest, Math.abs(one)), 1)
  let times = 10_000
  while (times > 1 && 3 * most * Math.max(n, 8) * times > 2 ** 51) times /= 10
  return times
}

function isUnproven(state: PartState | undefined): boolean {
  return state !== undefined && state.best.worth < state.bound
}

/** Work grows faster than size. */
function workOf(state: PartState | undefined): number {
  return sizeOf(state) ** 1.4
}

function sizeOf(state: PartState | undefined): number {
  return state === undefined ? 0 : state.part.head.length
}

function sumOf(states: readonly PartState[], what: 'worth' | 'bound'): number {
  return states.reduce((sum, { best, bound }) => sum + (what === 'worth' ? best.worth : bound), 0)
}

function cyclesOf({ part: { vertices }, best }: PartState): number[][] {
  return best.cycles.map(({ a, b, c }) => [a, b, c].filter((v) => v >= 0).map((v) => vertices[v] ?? 0))
}

function proofOf({ part: { vertices }, bound, proof }: PartState): PartProof {
  const name = (v: number) => vertices[v] ?? 0
  const named = ({ values, cuts, branch }: Proof): Proof => ({
    values,
    cuts: cuts.map((cut) => ({ ...cut, vertices: cut.vertices.map(name) })),
    ...(branch === undefined
      ? {}
      : {
          branch: {
            pair: [name(branch.pair[0]), name(branch.pair[1])],
            together: named(branch.together),
            apart: named(branch.apart),
          },
        }),
  })
  return { vertices: [...vertices], bound, proof: named(proof) }
}
