/**
 * Proof that a primary cell is uncertain: two tables that an attacker can't tell from the true one. `up[i]` and `down[i]`
 * are what is added to `cells[i]` in each; whole numbers where the true counts are whole.
 */
export interface Witness {
  readonly cells: readonly number[]
  readonly up: readonly number[]
  readonly down: readonly number[]
}
