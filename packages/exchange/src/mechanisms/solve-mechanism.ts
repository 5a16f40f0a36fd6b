import type { Cycles } from '../graph/graph.ts'
import type { ExchangeFile } from '../reading/read-exchange.ts'
import { edgesOf, type MatchingCertificate, type NothingBecause } from '../solve/solve-exchange.ts'
import { matchByPriority } from './match-by-priority.ts'
import type { Longest, Mechanism } from './mechanism.ts'
import { marketOf, openPlaces, orderOf } from './teacher-market.ts'
import { circlesOf, trade } from './trade.ts'
import { worthAtMost, worthOf } from './worth.ts'

/** Duals of the graph in which weights serve the order: no exchanges of two serve it better. */
export interface PriorityCertificate extends Omit<MatchingCertificate, 'kind'> {
  readonly kind: 'priority'
  readonly times: number
}

/** In which round everybody left: what she would rather have had was gone by then. Empty where circles were limited. */
export interface RoundsCertificate {
  readonly kind: 'rounds'
  readonly scale: number
  readonly rounds: readonly number[]
}

/** The exchanges that a mechanism chooses, in the units of the file. */
export interface MechanismAnswer {
  readonly mechanism: Exclude<Mechanism, 'optimal'>
  readonly longest: Longest
  readonly n: number
  readonly arcs: number
  readonly objective: number
  readonly cycles: Cycles
  /** No exchanges of at most this length are worth more than the bound; here not what is sought. */
  readonly optimal: boolean
  readonly bound: number
  readonly gap: number
  readonly certificate: PriorityCertificate | RoundsCertificate
  readonly nothing?: NothingBecause
}

/**
 * The exchanges by priority (in twos), top trading cycles or block exchange. Throws where `longest` isn't what the mechanism
 * or the file allows: `mayBeLongest` says so before.
 */
export function solveMechanism(
  file: ExchangeFile,
  mechanism: MechanismAnswer['mechanism'],
  longest: Longest,
): MechanismAnswer {
  if (!mayBeLongest(file, mechanism, longest)) throw new Error(`No ${mechanism} with exchanges of ${longest}`)
  const { n, from } = file.graph
  const { scale } = file
  let place: Int32Array
  let certificate: MechanismAnswer['certificate']
  if (mechanism === 'priority') {
    const { mate, times, duals } = matchByPriority(edgesOf(file), orderOf(file))
    place = mate.map((other, v) => (other < 0 ? v : other))
    const { vertices, innermost, sets, around } = duals
    certificate = {
      kind: 'priority',
      scale,
      times,
      vertices: [...vertices],
      innermost: [...innermost],
      sets: [...sets],
      around: [...around],
    }
  } else {
    const market = marketOf(file)
    const open = openPlaces(market, mechanism === 'block' ? 'improved' : 'acceptable')
    const trades = trade(open, market.order, longest)
    place = trades.place
    certificate = { kind: 'rounds', scale, rounds: [...trades.round] }
  }
  const worth = worthOf(file, place)
  const most = worthAtMost(file, longest)
  const cycles = circlesOf(place)
  const nothing = from.length === 0 ? 'no-arcs' : 'never-accepted'
  return {
    mechanism,
    longest,
    n,
    arcs: from.length,
    objective: worth / scale,
    cycles,
    optimal: worth === most,
    bound: most / scale,
    gap: gapOf(worth, most),
    certificate,
    ...(cycles.length === 0 ? { nothing } : {}),
  }
}

/** Whether a mechanism has exchanges of this length in this file: priority in twos only, edges have no directions. */
export function mayBeLongest(
  { directed }: Pick<ExchangeFile, 'directed'>,
  mechanism: Mechanism,
  longest: Longest,
): boolean {
  return longest === 2 || (directed && (mechanism === 'ttc' || mechanism === 'block'))
}

/** How much of the bound is lacking: of a bound of 0 nothing, or all where what was chosen is worth less. */
export function gapOf(worth: number, most: number): number {
  if (most === 0) return worth === 0 ? 0 : 1
  return (most - worth) / most
}
