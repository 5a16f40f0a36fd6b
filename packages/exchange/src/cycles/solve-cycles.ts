import type { Solver } from '@kantelpunt/solver'
import type { ArcGraph, Cycles } from '../graph/graph.ts'
import { openBudget } from './budget.ts'
import type { CyclesCertificate, Decision, PartProof } from './certificate.ts'
import { marketsOf } from './market.ts'
import { improvePart, type PartState, startPart, tightenPart } from './solve-part.ts'

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
  const budget = openBudget(clock, timeLimit)
  const times = timesFor(graph)
  const states = marketsOf(graph).map((market) => startPart(market, times, budget.share(budget.left() * 0.6)))
  const tell = () => onProgress?.({ objective: sumOf(states, 'worth'), bound: sumOf(states, 'bound') })
  tell()
  // Small parts first: they end soon, and what they don't need is for the large ones.
  const order = [...states.keys()].sort((one, other) => sizeOf(states[one]) - sizeOf(states[other]))
  const largest = states.reduce((most, { market }) => Math.max(most, market.n), 0)
  for (const improve of [tightenPart, improvePart]) {
    const unproven = order.filter((p) => isUnproven(states[p]))
    let open = unproven.reduce((sum, p) => sum + workOf(states[p]), 0)
    const whole = budget.share(budget.left() * (improve === tightenPart ? tighteningShare(largest) : 1))
    for (const p of unproven) {
      const state = states[p]
      if (state === undefined) continue
      const share = whole.left() * Math.min(1, workOf(state) / open)
      states[p] = improve(solver, state, times, whole.share(share))
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

/** Large parts gain more from searching than from branches, which they hardly begin on in a minute. */
const tighteningShare = (largest: number) => (largest > 2000 ? 0.95 : 0.3)

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
  return state === undefined ? 0 : state.market.head.length
}

function sumOf(states: readonly PartState[], what: 'worth' | 'bound'): number {
  return states.reduce((sum, { best, bound }) => sum + (what === 'worth' ? best.worth : bound), 0)
}

function cyclesOf({ market: { vertices }, best }: PartState): number[][] {
  return best.cycles.map(({ a, b, c }) => [a, b, c].filter((v) => v >= 0).map((v) => vertices[v] ?? 0))
}

function proofOf({ market: { vertices }, leaves }: PartState): PartProof {
  const name = (v: number) => vertices[v] ?? 0
  const named = ({ arc: [u, v], used }: Decision): Decision => ({ arc: [name(u), name(v)], used })
  return {
    vertices: [...vertices],
    leaves: leaves.map(({ decisions, values, sets }) => ({
      decisions: decisions.map(named),
      values,
      sets: sets.map((set) => ({ vertices: set.vertices.map(name), value: set.value })),
    })),
  }
}
