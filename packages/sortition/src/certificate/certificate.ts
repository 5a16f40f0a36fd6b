/**
 * Why a distribution over panels is as fair as its algorithm promises. Everything rests on one kind of fact: people are given
 * weights, and no panel that keeps the quotas weighs more than `most`. Then, whatever the distribution, the people's
 * probabilities, weighed, add up to `most` at the utmost (linear programming duality).
 */
export interface Certificate {
  readonly algorithm: 'leximin' | 'maximin' | 'nash' | 'goldilocks' | 'legacy'
  /** In what is promised, by how much at most a better distribution could exceed this one: in probability, or for NASH
   * and GOLDILOCKS as a share of the objective; null where nothing is promised (LEGACY). */
  readonly gap: number | null
  /** Who is on no panel at all, each with the fact that proves it. */
  readonly impossible: readonly Impossible[]
  /** LEXIMIN: until everyone is settled. MAXIMIN, NASH, GOLDILOCKS: one. LEGACY: none. */
  readonly stages: readonly Stage[]
}

export interface Impossible {
  readonly id: string
  /** With weight 1 for this person alone, no panel weighs more than something below 1. */
  readonly fact: PanelFact
}

export interface Stage {
  /**
   * MAXIMIN and LEXIMIN: the smallest probability among those whom no stage before has settled. NASH: the geometric mean of
   * the probabilities. GOLDILOCKS: its objective.
   */
  readonly value: number
  /** What no distribution exceeds (GOLDILOCKS: falls below), as it follows from the fact. */
  readonly bound: number
  /** Ids of those who are settled here: their weight is above 0, so nobody can raise them without lowering others. */
  readonly settled: readonly string[]
  readonly fact: PanelFact
}

/** No panel weighs more than `most`. All numbers are integers below 2^53: a verifier computes exactly. */
export interface PanelFact {
  /** By id; who is not named has weight 0. */
  readonly weights: Readonly<Record<string, number>>
  readonly most: number
  readonly proof: Proof
}

/** Panels are divided until each part is so narrow that multipliers of the rules prove it. */
export type Proof = Split | Leaf

export interface Split {
  /** Ids: of these, a panel has `atMost` or fewer (`fewer`), or more than that (`more`). */
  readonly people: readonly string[]
  readonly atMost: number
  readonly fewer: Proof
  readonly more: Proof
}

/**
 * For each rule, a multiplier; integers, in units of 1 / `scale` of a weight. With all rules of the form
 * low ≤ Σ x ≤ high over x in {0, 1}: a positive multiplier uses `high`, a negative one `low`. What remains of each weight
 * counts where it is above 0 (x ≤ 1); a panel then weighs at most the sum.
 */
export interface Leaf {
  readonly scale: number
  readonly seats: number
  /** By feature and value in the order of the pool: `quotas[feature][value]`. */
  readonly quotas: readonly (readonly number[])[]
  /** By limit, in the order of the pool; those left out at the end are 0. */
  readonly limits: readonly number[]
  /** By split on the way from the root to this leaf. */
  readonly splits: readonly number[]
}
