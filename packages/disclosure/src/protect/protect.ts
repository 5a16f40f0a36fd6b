import type { Solver } from '@kantelpunt/solver'
import type { Sums } from '../table/sums.ts'
import { openAttacker } from './attacker.ts'
import { boundOf } from './bound.ts'
import { cleanUp } from './clean-up.ts'
import { protectByCubes } from './cubes.ts'
import { type Clock, chooseExactly } from './exact.ts'
import { chooseByTables, type TablePart } from './linked-cubes.ts'
import { costOf, fixedCellsOf, type Problem, problemOf, type Rule } from './problem.ts'
import { proves } from './witness.ts'

/** What to protect: counts, the sums that bind them, and how the cells lie where they are one table. */
export interface Protectable {
  /** Whole counts ≥ 0. */
  readonly values: Float64Array
  readonly sums: Sums
  /** The tables that the cells are of, row-major, where they are: then a fast method is at hand. */
  readonly tables?: readonly TablePart[] | undefined
  /** Cells that nobody publishes but an attacker may compute; small ones are protected too. */
  readonly hidden?: readonly number[] | undefined
  /** Cells that must stay published, unless they are small. */
  readonly kept?: readonly number[] | undefined
}

export interface ProtectOptions {
  readonly clock: Clock
  /** Milliseconds that may be spent on finding the best choice; a choice that protects is finished whatever it takes. */
  readonly timeLimit: number
  /** Hears how far it is. */
  readonly say?: (text: string) => void
}

export type ProtectAnswer =
  | {
      readonly ok: true
      readonly primary: readonly number[]
      readonly secondary: readonly number[]
      /** Cells, or the sum of their counts; primary ones included, hidden ones not. */
      readonly objective: number
      /** No choice has a lower objective than this. */
      readonly bound: number
      readonly optimal: boolean
      /** The narrowest interval of a primary cell; Infinity where nothing limits any. At least this wide where not `exact`. */
      readonly minimalWidth: number
      readonly minimalWidthIsExact: boolean
    }
  /** Even with everything suppressed that may be, an attacker gets too near to these cells. */
  | { readonly ok: false; readonly reason: 'cannot-be-protected'; readonly cells: readonly number[] }

/** Tables up to this many cells that can be suppressed are solved exactly; above, only bounded. */
const exactUpTo = 1500

/**
 * Chooses the cells to suppress, so that no attacker who knows the sums, the published cells and that counts are ≥ 0
 * places a primary cell in an interval narrower than the rule asks. Exact within the time limit (chooseExactly); a table
 * that is too large gets the choice of protectByCubes and a bound.
 */
export function protectCounts(
  solver: Solver,
  { values, sums, tables = [], hidden, kept }: Protectable,
  rule: Rule,
  { clock, timeLimit, say }: ProtectOptions,
): ProtectAnswer {
  const problem = problemOf(values, sums, rule, hidden, kept)
  const began = clock()
  const deadline = began + timeLimit
  const dimensions = tables.length === 1 ? tables[0]?.dimensions : undefined
  const candidates = problem.weights.reduce((count, weight) => count + (weight === Number.POSITIVE_INFINITY ? 0 : 1), 0)
  if (dimensions !== undefined && candidates > exactUpTo) {
    say?.(`${candidates} cells may be suppressed: too many to be sure of the best choice, so a good one and a bound.`)
    const { bound, wish } = boundOf(solver, problem, { clock, deadline: began + Math.min(timeLimit / 4, 2500) })
    const { suppressed, witnesses } = protectByCubes(problem, dimensions, {
      clock,
      deadline: clock() + Math.min(timeLimit / 2, 4000),
      wish,
    })
    if (witnesses.every((witness, at) => witness !== undefined && proves(problem, suppressed, witness, at)))
      return answerOf(problem, suppressed, Math.min(bound, costOf(problem, suppressed)), {
        width: rule.width,
        exact: problem.primary.length === 0,
      })
  }
  if (tables.length > 1 && candidates > exactUpTo) {
    const { bound } = boundOf(solver, problem, { clock, deadline: began + Math.min(timeLimit / 4, 2500) })
    const { chosen, witnesses } = chooseByTables(problem, tables, { clock, deadline: began + timeLimit / 2 })
    const known = new Map<number, ReadonlySet<number>>()
    for (const [at, cell] of problem.primary.entries()) {
      const witness = witnesses.get(cell)
      if (witness !== undefined && proves(problem, chosen, witness, at)) known.set(cell, new Set(witness.cells))
    }
    const order = [...chosen.keys()].sort((a, b) => (problem.weights[b] ?? 0) - (problem.weights[a] ?? 0))
    const cleaned = cleanUp(solver, problem, chosen, order, { clock, deadline }, known)
    if (cleaned !== undefined)
      return answerOf(problem, cleaned, Math.min(bound, costOf(problem, cleaned)), { width: rule.width, exact: false })
  }
  const cubes =
    dimensions === undefined
      ? undefined
      : protectByCubes(problem, dimensions, { clock, deadline: began + timeLimit / 5 })
  const start = cubes?.witnesses.every((witness) => witness !== undefined) ? cubes.suppressed : undefined
  const found = chooseExactly(solver, problem, { clock, deadline, start })
  if (found.unprotected.length > 0) return { ok: false, reason: 'cannot-be-protected', cells: found.unprotected }
  return answerOf(problem, found.suppressed, found.bound, narrowest(solver, problem, found.suppressed))
}

function answerOf(
  problem: Problem,
  suppressed: Uint8Array,
  bound: number,
  narrowest: { readonly width: number; readonly exact: boolean },
): ProtectAnswer {
  const fixed = fixedCellsOf(problem)
  const objective = costOf(problem, suppressed)
  return {
    ok: true,
    primary: problem.primary,
    secondary: [...suppressed.keys()].filter((cell) => suppressed[cell] === 1 && fixed[cell] === 0),
    objective,
    bound,
    optimal: bound >= objective,
    minimalWidth: narrowest.width,
    minimalWidthIsExact: narrowest.exact,
  }
}

/** The narrowest interval of a primary cell, by both linear programmes of each. */
function narrowest(
  solver: Solver,
  problem: Problem,
  suppressed: Uint8Array,
): { readonly width: number; readonly exact: boolean } {
  using attacker = openAttacker(solver, problem, fixedCellsOf(problem))
  attacker.look(suppressed, true)
  const unlimited = 1e6 + 4 * problem.rooms.reduce((most, value) => Math.max(most, value), 0)
  let width = Number.POSITIVE_INFINITY
  for (const cell of problem.primary) {
    const up = attacker.push(cell, 1, unlimited).far
    if (up < unlimited) width = Math.min(width, up + attacker.push(cell, -1, unlimited).far)
  }
  // Counts are whole and so are most corners: 9 where the solver says 8.999999999.
  const whole = Math.round(width)
  return { width: Math.abs(width - whole) < 1e-6 ? whole : width, exact: true }
}
