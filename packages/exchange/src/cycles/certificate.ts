import type { Cut } from './cut.ts'

/** A cut and what it counts for: an integer of 0 or more. */
export interface CountedCut extends Cut {
  readonly value: number
}

/**
 * Why no exchanges within a part are worth more than the part's bound. Divided by `times`, `worth` = Σ values + Σ cuts' value ×
 * right side is a bound on what may still be chosen here, as no exchange that may is worth more, times `times`, than its cover:
 * the values of who takes part plus, for each cut, its value × what the exchange counts for in it.
 *
 * An exchange that would bring `worth`, less what its cover is too much, under bound + 1 can be in nothing better than the
 * bound, and is left out of what comes after. Without a branch `worth` itself is under bound + 1.
 */
export interface Proof {
  /** By place in the part's vertices: integers of 0 or more. */
  readonly values: readonly number[]
  readonly cuts: readonly CountedCut[]
  /** Two vertices are in one exchange together, or are in none together. */
  readonly branch?: { readonly pair: readonly [number, number]; readonly together: Proof; readonly apart: Proof }
}

/** Vertices that no exchange of positive worth joins to others, and the proof of what they are worth at most. */
export interface PartProof {
  readonly vertices: readonly number[]
  readonly bound: number
  readonly proof: Proof
}

/** What proves the bound of exchanges in twos and threes. */
export interface CyclesCertificate {
  readonly kind: 'cycles'
  /** What the file's weights were multiplied with to make them integers. */
  readonly scale: number
  /** What those are multiplied with to compare them with values. */
  readonly times: number
  readonly parts: readonly PartProof[]
}
