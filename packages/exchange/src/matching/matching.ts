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
 * than half of Σ y(v) + Σ z(B) (|B| − 1) / 2 (Edmonds 1965). Any two sets are apart or nested, so they are written as a
 * forest, from inside to outside, which takes no more room than the vertices however deeply they nest.
 */
export interface MatchingDuals {
  /** y, by vertex. */
  readonly vertices: Float64Array
  /** By vertex the smallest set that it is in, −1 for none. */
  readonly innermost: Int32Array
  /** z, by set. */
  readonly sets: Float64Array
  /** By set the smallest other set around it, which has a higher number; −1 for none. */
  readonly around: Int32Array
}
