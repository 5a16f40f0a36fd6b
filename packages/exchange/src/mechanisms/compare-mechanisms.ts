import type { ExchangeFile } from '../reading/read-exchange.ts'
import { solveExchange } from '../solve/solve-exchange.ts'
import { type Guarantee, guaranteeOf } from './guarantees.ts'
import type { Longest, Mechanism } from './mechanism.ts'
import { mayBeLongest, solveMechanism } from './solve-mechanism.ts'

/** What a mechanism reaches in a market, in the units of the file. */
export interface Reached {
  readonly mechanism: Mechanism
  readonly longest: Longest
  readonly exchanges: number
  /** How many teachers get another place. */
  readonly teachers: number
  readonly weight: number
  readonly guarantee: Guarantee
}

const kinds: readonly (readonly [Mechanism, Longest])[] = [
  ['optimal', 2],
  ['priority', 2],
  ['ttc', 2],
  ['ttc', 3],
  ['ttc', 'any'],
  ['block', 2],
  ['block', 3],
  ['block', 'any'],
]

/**
 * All mechanisms on one market, for as long exchanges as they and the file allow, so that one sees what a guarantee costs.
 * The best in threes takes a solver and time: `solveThrees`.
 */
export function compareMechanisms(file: ExchangeFile): readonly Reached[] {
  return kinds
    .filter(([mechanism, longest]) => mayBeLongest(file, mechanism, longest))
    .map(([mechanism, longest]) => {
      const { cycles, objective } =
        mechanism === 'optimal' ? solveExchange(file) : solveMechanism(file, mechanism, longest)
      const teachers = cycles.reduce((sum, cycle) => sum + cycle.length, 0)
      const guarantee = guaranteeOf(mechanism, longest)
      return { mechanism, longest, exchanges: cycles.length, teachers, weight: objective, guarantee }
    })
}
