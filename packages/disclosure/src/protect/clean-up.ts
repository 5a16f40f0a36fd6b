import type { Solver } from '@kantelpunt/solver'
import { openAttacker } from './attacker.ts'
import type { Clock } from './exact.ts'
import { fixedCellsOf, type Problem } from './problem.ts'

/**
 * Publishes again what protects nobody: tries each secondary cell in the given order and lets it go where every primary
 * cell stays uncertain without it. Only primary cells whose last proof moved that cell are asked again. Gives undefined
 * where the choice itself doesn't protect, or time was up before that was known. `known` has, for primary cells that are
 * proven already, the cells that their proof moves.
 */
export function cleanUp(
  solver: Solver,
  problem: Problem,
  choice: Uint8Array,
  order: readonly number[],
  { clock, deadline }: { readonly clock: Clock; readonly deadline: number },
  known: ReadonlyMap<number, ReadonlySet<number>> = new Map(),
): Uint8Array | undefined {
  const { primary, width } = problem
  const fixed = fixedCellsOf(problem)
  // Nothing else will be suppressed: a smaller programme is a faster one.
  const weights = problem.weights.map((weight, cell) => (choice[cell] === 1 ? weight : Number.POSITIVE_INFINITY))
  using attacker = openAttacker(solver, { ...problem, weights }, fixed)
  const kept = choice.slice()
  const usersOf = new Map<number, Set<number>>()
  /** Cells that move in a proof that the primary cell is uncertain; undefined where it isn't. */
  const proof = (cell: number): ReadonlySet<number> | undefined => {
    const used = new Set<number>()
    let far = 0
    for (const direction of [1, -1] as const) {
      const reach = attacker.push(cell, direction)
      far += reach.far
      reach.moved().forEach((value, at) => {
        const other = attacker.movable[at] ?? 0
        if (Math.abs(value) > 1e-9 && fixed[other] === 0) used.add(other)
      })
      if (far >= width - 1e-6) return used
    }
    return undefined
  }
  const note = (cell: number, used: ReadonlySet<number>): void => {
    for (const users of usersOf.values()) users.delete(cell)
    for (const other of used) {
      const users = usersOf.get(other)
      if (users === undefined) usersOf.set(other, new Set([cell]))
      else users.add(cell)
    }
  }
  attacker.look(kept, true)
  for (const cell of primary) {
    const used = known.get(cell) ?? (clock() > deadline ? undefined : proof(cell))
    if (used === undefined) return undefined
    note(cell, used)
  }
  for (const cell of order) {
    if (clock() > deadline) break
    if (kept[cell] !== 1 || fixed[cell] === 1) continue
    attacker.set(cell, false)
    const proofs: (readonly [number, ReadonlySet<number>])[] = []
    let possible = true
    for (const user of usersOf.get(cell) ?? []) {
      const used = proof(user)
      if (used === undefined) {
        possible = false
        break
      }
      proofs.push([user, used])
    }
    if (possible) {
      kept[cell] = 0
      for (const [user, used] of proofs) note(user, used)
    } else attacker.set(cell, true)
  }
  return kept
}
