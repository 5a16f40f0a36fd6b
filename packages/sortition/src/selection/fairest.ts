import type { Solver } from '@kantelpunt/solver'
import type { Stage } from '../certificate/certificate.ts'
import type { Pool } from '../pool/pool.ts'
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

/** null where the polyhedron is empty. */
export function fairestOf(
  solver: Solver,
  algorithm: Exclude<Algorithm, 'legacy'>,
  outer: Outer,
  impossible: ReadonlySet<number>,
  pool: Pool,
): Fairest | null {
  switch (algorithm) {
    case 'leximin':
      return fairestLeximin(solver, outer, impossible, pool)
    case 'maximin':
      return fairestMaximin(solver, outer, impossible, pool)
    case 'nash':
      return fairestNash(solver, outer, impossible, pool)
    case 'goldilocks':
      return fairestGoldilocks(solver, outer, impossible, pool)
  }
}
