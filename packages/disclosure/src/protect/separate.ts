import type { Attacker } from './attacker.ts'
import { type Cut, capacityCut } from './cuts.ts'
import type { Problem } from './problem.ts'

/**
 * Is a primary cell protected by the choice that the attacker looks at, and if not, which capacity cut does the choice
 * break? For a whole choice the answer is exact; for a fractional one `protected` may be said too soon, never too late.
 */
export function attack(
  attacker: Attacker,
  problem: Problem,
  fixed: Uint8Array,
  choice: Float64Array,
  cell: number,
): { readonly protected: boolean; readonly cut?: Cut | undefined } {
  const up = attacker.push(cell, 1)
  if (up.far >= problem.width - 1e-6) return { protected: true }
  const down = attacker.push(cell, -1)
  if (up.far + down.far >= problem.width - 1e-6) return { protected: true }
  const cut = capacityCut(problem, fixed, attacker.movable, up.residual(), down.residual())
  if (cut === undefined) return { protected: false }
  const held = cut.cells.reduce((sum, other, at) => sum + (choice[other] ?? 0) * (cut.coefficients[at] ?? 0), 0)
  return { protected: false, cut: held < cut.least - 1e-4 ? cut : undefined }
}

/** A choice that doesn't protect needs at least one cell more: valid whatever the numerics, as more cells never hurt. */
export function oneMoreCut(open: readonly number[], choice: Float64Array): Cut {
  const cells = open.filter((cell) => choice[cell] === 0)
  return { cells, coefficients: cells.map(() => 1), least: 1 }
}

/**
 * A stronger cut for a whole choice that doesn't protect a cell: adds to the choice all that still doesn't help, and asks
 * again. Then fewer cells are left that could. The attacker is left looking at the larger choice.
 */
export function strengthen(
  attacker: Attacker,
  problem: Problem,
  fixed: Uint8Array,
  open: readonly number[],
  choice: Float64Array,
  cell: number,
  first: Cut,
): Cut {
  const larger = choice.slice()
  let cut = first
  for (let round = 0; round < 3; round++) {
    const coefficient = new Map(cut.cells.map((each, at) => [each, cut.coefficients[at] ?? 0]))
    let slack = cut.least
    for (const [each, c] of coefficient) if (larger[each] === 1) slack -= c
    let added = false
    const outside = open.filter((each) => larger[each] !== 1)
    for (const each of outside.sort((a, b) => (coefficient.get(a) ?? 0) - (coefficient.get(b) ?? 0))) {
      const c = coefficient.get(each) ?? 0
      if (c > 0 && slack - c < 1e-3) break
      slack -= c
      larger[each] = 1
      added = true
    }
    if (!added) break
    attacker.look(larger, true)
    const found = attack(attacker, problem, fixed, larger, cell)
    if (found.cut === undefined) break
    cut = found.cut
  }
  return cut
}
