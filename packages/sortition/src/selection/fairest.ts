import type { Solver } from '@kantelpunt/solver'
import type { Stage } from '../certificate/certificate.ts'
import type { Pool } from '../pool/pool.ts'
import type { Budget } from './budget.ts'
import { fairestGoldilocks } from './fairest-goldilocks.ts'
import { fairestLeximin, fairestMaximin } from './fairest-leximin.ts'
import { fairestNash } from './fairest-nash.ts'
import type { Aim } from './lottery-search.ts'
import type { Outer } from './outer.ts'
import type { Algorithm } from './selection.ts'

/** What is fairest over the polyhedron, and so a bound on what any lottery reaches. */
export interface Fairest {
  readonly aim: Aim
  /** By the probabilities of profiles: what is reached, and the bound. */
  progress(probabilities: Float64Array): { readonly value: number; readonly bound: number }
  /** By the probabilities of people, what the certificate states about them. */
  state(probabilities: readonly number[]): { readonly stages: readonly Stage[]; readonly gap: number }
}

/** Where the time is over, what holds without solving anything. */
export function fairestOf(
  solver: Solver,
  algorithm: Exclude<Algorithm, 'legacy'>,
  outer: Outer,
  impossible: ReadonlySet<number>,
  pool: Pool,
  budget: Budget,
): Fairest {
  switch (algorithm) {
    case 'leximin':
      return fairestLeximin(solver, outer, impossible, pool, budget)
    case 'maximin':
      return fairestMaximin(solver, outer, impossible, pool, budget)
    case 'nash':
      return fairestNash(solver, outer, impossible, pool, budget)
    case 'goldilocks':
      return fairestGoldilocks(solver, outer, impossible, pool, budget)
  }
}
