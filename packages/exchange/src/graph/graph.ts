/**
 * Who could take over whose job. Vertices are 0 … n − 1 (a teacher with school and buddy), an arc u → v says that u could
 * come into v's place; its weight, an integer, says how good that would be. Parallel arrays: arc k is `from[k]` → `to[k]`.
 */
export interface ArcGraph {
  readonly n: number
  readonly from: Int32Array
  readonly to: Int32Array
  /** Integers of at most `weightLimit(n)` in size. */
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

/**
 * The largest size of a weight among n vertices. Sums over all vertices, of weights of three arcs, doubled as duals are,
 * then stay below 2^53, where numbers are exact: 2^50 / n, 1.1e10 at 100,000.
 */
export function weightLimit(n: number): number {
  return Math.floor(2 ** 50 / Math.max(n, 8))
}
