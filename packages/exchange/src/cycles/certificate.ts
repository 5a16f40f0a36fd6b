/** A choice on the way to a leaf: whoever takes part uses the arc u → v where u or v takes part, or nobody uses it. */
export interface Decision {
  readonly arc: readonly [number, number]
  readonly used: boolean
}

/**
 * Why no exchanges within a part that follow the decisions are worth more than Σ values + Σ sets' value × ⌊size / 2⌋, divided
 * by `times` and rounded down: each allowed exchange is worth, times `times`, at most the values of who takes part plus, for
 * each set, its value × ⌊how many of them are in it / 2⌋.
 */
export interface Leaf {
  readonly decisions: readonly Decision[]
  /** By place in the part's vertices: integers of 0 or more. */
  readonly values: readonly number[]
  /** Sets of three: no two disjoint exchanges both take two of three. */
  readonly sets: readonly { readonly vertices: readonly number[]; readonly value: number }[]
}

/** Vertices that no exchange of positive worth joins to others; the leaves together leave no possibility out. */
export interface PartProof {
  readonly vertices: readonly number[]
  readonly leaves: readonly Leaf[]
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
