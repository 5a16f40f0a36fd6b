import type { Problem } from './problem.ts'

/**
 * Proof that a primary cell is uncertain: two tables that an attacker can't tell from the true one. `up[i]` and `down[i]`
 * are what is added to `cells[i]` in each; whole numbers where the true counts are whole.
 */
export interface Witness {
  readonly cells: readonly number[]
  readonly up: readonly number[]
  readonly down: readonly number[]
}

/**
 * Does a witness prove that the primary cell (by its place in `problem.primary`) is uncertain by the width? Added up anew:
 * only suppressed cells move, none below its least, every sum holds.
 */
export function proves(problem: Problem, suppressed: Uint8Array, { cells, up, down }: Witness, at: number): boolean {
  const { sums, ofCells, rooms, primary, width } = problem
  const target = cells.indexOf(primary[at] ?? -1)
  if (target === -1 || Math.abs((up[target] ?? 0) - (down[target] ?? 0)) < width) return false
  for (const moved of [up, down]) {
    const change = new Map<number, number>()
    for (const [index, cell] of cells.entries()) {
      const by = moved[index] ?? 0
      if (suppressed[cell] !== 1 || by < -(rooms[cell] ?? 0)) return false
      for (let entry = ofCells.starts[cell] ?? 0; entry < (ofCells.starts[cell + 1] ?? 0); entry++) {
        const sum = ofCells.sums[entry] ?? sums.count
        change.set(sum, (change.get(sum) ?? 0) + by * (ofCells.signs[entry] ?? 0))
      }
    }
    for (const total of change.values()) if (total !== 0) return false
  }
  return true
}
