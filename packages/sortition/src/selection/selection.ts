import type { Certificate } from '../certificate/certificate.ts'

export type Algorithm = 'leximin' | 'maximin' | 'nash' | 'goldilocks' | 'legacy'

/** Panels by places of people, each with its probability; and what that means for everyone. */
export interface Selection {
  readonly algorithm: Algorithm
  readonly panels: readonly WeighedPanel[]
  /** By place of person. */
  readonly probabilities: readonly number[]
  readonly certificate: Certificate
  /** True where the gap of the certificate is at most the gap that was asked, and small beside an equal chance for all. */
  readonly complete: boolean
}

export interface WeighedPanel {
  /** Places of people, ascending. */
  readonly members: readonly number[]
  readonly probability: number
}

export interface SelectOptions {
  readonly algorithm: Algorithm
  /** Uniform on [0, 1); the same numbers give the same selection. */
  readonly random: () => number
  /** Milliseconds, from any beginning. */
  readonly clock: () => number
  /** Milliseconds after which the best answer so far is given, with the gaps that it has. */
  readonly timeLimit: number
  /**
   * How far, in probability, each stage may stay below its bound: 0.001 is 0.1 percentage point; for NASH and GOLDILOCKS the
   * share of their objective. Not more than a twentieth of an equal chance for all is ever borne.
   */
  readonly gap: number
  /** Hears how it goes; answers true to stop with the best so far. */
  readonly onProgress?: (progress: Progress) => boolean | undefined
}

export interface Progress {
  /** From 1; only LEXIMIN has several. */
  readonly stage: number
  /** How many people are settled by the stages before. */
  readonly settled: number
  readonly panels: number
  /** Of this stage: what is reached, and what nobody can exceed. */
  readonly value: number
  readonly bound: number
}

export type SelectAnswer =
  | { readonly ok: true; readonly selection: Selection }
  /** No panel keeps the quotas: `checkPool` says which ones conflict. */
  | { readonly ok: false; readonly reason: 'infeasible' }
  /** The time was over, or it was stopped, before any panel was found. */
  | { readonly ok: false; readonly reason: 'no-time' }
