import type { Cycles } from '../graph/graph.ts'
import { type MatchingVerdict, verifyMatching } from '../matching/verify-matching.ts'
import type { ExchangeFile } from '../reading/read-exchange.ts'
import { edgesOf } from '../solve/solve-exchange.ts'
import { priorityGraph } from './match-by-priority.ts'
import { gapOf, type MechanismAnswer, mayBeLongest } from './solve-mechanism.ts'
import { type Lists, marketOf, openPlaces } from './teacher-market.ts'
import { worthAtMost } from './worth.ts'

export type MechanismVerdict =
  | MatchingVerdict
  | {
      readonly sound: false
      readonly why:
        | 'another-file'
        | 'no-cycle'
        | 'twice-in-a-cycle'
        | 'claims-too-much'
        /** Somebody would rather have had a place that was still there. */
        | 'not-best-remaining'
        /** Some who stay could exchange among themselves. */
        | 'exchange-left'
    }

/**
 * Checks what a mechanism chose: that both sides accept it, what it is worth, and that it is what the mechanism promises. Of
 * `priority` by duals; of circles of any length by the rounds, which only the one true outcome has; of shorter circles only
 * that none are left. The bound in twos is that of `matchBest`.
 */
export function verifyMechanism(file: ExchangeFile, answer: MechanismAnswer): MechanismVerdict {
  const { mechanism, longest, n, arcs, cycles, objective, bound, optimal, gap, certificate } = answer
  const { scale } = certificate
  if (n !== file.graph.n || arcs !== file.graph.from.length || scale !== file.scale)
    return { sound: false, why: 'another-file' }
  if (!mayBeLongest(file, mechanism, longest) || (certificate.kind === 'priority') !== (mechanism === 'priority'))
    return { sound: false, why: 'claims-too-much' }
  const place = placesOf(cycles, n, longest === 'any' ? n : longest)
  if (typeof place === 'string') return { sound: false, why: place }
  const market = marketOf(file)
  const open = openPlaces(market, mechanism === 'block' ? 'improved' : 'acceptable')
  for (const [u, v] of place.entries())
    if (u !== v && !open[u]?.includes(v)) return { sound: false, why: 'not-an-edge' }
  const worth = addUp(file, place)
  if (worth / scale !== objective) return { sound: false, why: 'wrong-objective' }
  const most = worthAtMost(file, longest)
  if (most / scale !== bound || optimal !== (worth === most) || gap !== gapOf(worth, most))
    return { sound: false, why: 'claims-too-much' }
  if (certificate.kind === 'priority') {
    const { graph, times } = priorityGraph(edgesOf(file), market.order)
    if (times !== certificate.times) return { sound: false, why: 'claims-too-much' }
    const duals = {
      vertices: Float64Array.from(certificate.vertices),
      innermost: Int32Array.from(certificate.innermost),
      sets: Float64Array.from(certificate.sets),
      around: Int32Array.from(certificate.around),
    }
    const mate = place.map((v, u) => (v === u ? -1 : v))
    let served = 0
    for (const [k, u] of graph.from.entries()) if (place[u] === graph.to[k]) served += graph.weight[k] ?? 0
    return verifyMatching(graph, { mate, objective: served, duals })
  }
  if (longest !== 'any') return checkNothingLeft(open, place, longest)
  return checkRounds(open, place, certificate.rounds)
}

function placesOf(cycles: Cycles, n: number, most: number): Int32Array | 'no-cycle' | 'twice-in-a-cycle' {
  const place = Int32Array.from({ length: n }, (_, v) => v)
  const taken = new Uint8Array(n)
  for (const cycle of cycles) {
    if (cycle.length < 2) return 'no-cycle'
    for (const [at, u] of cycle.entries()) {
      if (!Number.isInteger(u) || u < 0 || u >= n) return 'no-cycle'
      if (taken[u] === 1) return 'twice-in-a-cycle'
      taken[u] = 1
      place[u] = cycle[(at + 1) % cycle.length] ?? -1
    }
    if (cycle.length > most) return 'no-cycle'
  }
  return place
}

/** What the exchanges weigh together; an edge is in the file in one direction, and found in that. */
function addUp({ graph: { from, to, weight } }: ExchangeFile, place: Int32Array): number {
  return weight.reduce((sum, w, k) => (place[from[k] ?? 0] === to[k] ? sum + w : sum), 0)
}

/** With strict rankings there is one outcome in which everything that anybody would rather have left in an earlier round. */
function checkRounds(open: Lists, place: Int32Array, rounds: readonly number[]): MechanismVerdict {
  if (rounds.length !== place.length) return { sound: false, why: 'claims-too-much' }
  for (const [u, got] of place.entries()) {
    const when = rounds[u] ?? Number.NaN
    if (rounds[got] !== when) return { sound: false, why: 'claims-too-much' }
    for (const v of open[u] ?? []) {
      if (v === got) break
      if (!((rounds[v] ?? Number.NaN) < when)) return { sound: false, why: 'not-best-remaining' }
    }
  }
  return { sound: true }
}

function checkNothingLeft(open: Lists, place: Int32Array, longest: 2 | 3): MechanismVerdict {
  const staying = open.map((wished, u) => new Set(place[u] === u ? wished.filter((v) => place[v] === v) : []))
  for (const [u, wished] of staying.entries())
    for (const v of wished) {
      if (staying[v]?.has(u)) return { sound: false, why: 'exchange-left' }
      if (longest === 2) continue
      for (const w of staying[v] ?? []) if (staying[w]?.has(u)) return { sound: false, why: 'exchange-left' }
    }
  return { sound: true }
}
