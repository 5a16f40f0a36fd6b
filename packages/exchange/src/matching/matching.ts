/** A matching of greatest weight, and why there is none of greater. */
export interface Matching {
  /** By vertex, the one it is matched with; −1 where there is none. */
  readonly mate: Int32Array
  /** The sum of the weights of the matched edges. */
  readonly objective: number
  readonly duals: MatchingDuals
}

/**
 * A dual solution of the matching programme, doubled so that all are integers: y(v) ≥ 0 for vertices and z(B) ≥ 0 for odd
 * sets B, so that for every edge uv y(u) + y(v) + Σ z(B) over the B with both ends ≥ 2 w(uv). Then no matching weighs more
 * than half of Σ y(v) + Σ z(B) (|B| − 1) / 2 (Edmonds 1965).
 */
export interface MatchingDuals {
  readonly vertices: Float64Array
  readonly blossoms: readonly { readonly vertices: Int32Array; readonly value: number }[]
}
