/**
 * Who could take over whose job. Vertices are 0 … n − 1 (a teacher with school and buddy), an arc u → v says that u could
 * come into v's place; its weight, an integer, says how good that would be. Parallel arrays: arc k is `from[k]` → `to[k]`.
 */
export interface ArcGraph {
  readonly n: number
  readonly from: Int32Array
  readonly to: Int32Array
  /** Integers of at most 2^40 in size: sums of three, doubled, over 10^5 vertices stay exact. */
  readonly weight: Float64Array
}

/** The same where both directions are acceptable: edge k joins `from[k]` and `to[k]`, and each pair occurs at most once. */
export interface EdgeGraph {
  readonly n: number
  readonly from: Int32Array
  readonly to: Int32Array
  readonly weight: Float64Array
}

/** A set of exchanges in which nobody occurs twice: of two, [a, b], or of three, [a, b, c] with a → b → c → a. */
export type Cycles = readonly (readonly number[])[]
