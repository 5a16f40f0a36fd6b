import type { Problem } from './problem.ts'

/** Σ coefficient · y(cell) ≥ least, over cells that may still be chosen; y = 1 where a cell is suppressed. */
export interface Cut {
  readonly cells: readonly number[]
  readonly coefficients: readonly number[]
  readonly least: number
}

const tiny = 1e-7

/**
 * The capacity inequality of Fischetti and Salazar-González (Management Science 47, 2001, section 3.2, sliding
 * protection): for any multipliers of the sums, what an attacker can move primary cell p up plus down is at most
 * Σ (room of cell i) · y(i). `up` and `down` are e(p) − λ·A and −e(p) − μ·A for each cell of `movable`. A cell has its count as room
 * downwards and no limit upwards; every coefficient is cut off at what is asked, which is valid as y is 0 or 1.
 * Undefined where the inequality asks nothing.
 */
export function capacityCut(
  problem: Problem,
  fixed: Uint8Array,
  movable: readonly number[],
  up: Float64Array,
  down: Float64Array,
): Cut | undefined {
  const { rooms: above, weights } = problem
  let least = problem.width
  const cells: number[] = []
  const rooms: number[] = []
  for (const [at, cell] of movable.entries()) {
    const [a, b] = [up[at] ?? 0, down[at] ?? 0]
    if (Math.abs(a) < tiny && Math.abs(b) < tiny) continue
    const unbounded = a > tiny || b > tiny
    const room = unbounded ? Number.POSITIVE_INFINITY : (Math.max(0, -a) + Math.max(0, -b)) * (above[cell] ?? 0)
    if (fixed[cell] === 1) least -= room
    else if (room > 0 && weights[cell] !== Number.POSITIVE_INFINITY) {
      cells.push(cell)
      rooms.push(room)
    }
  }
  if (least <= tiny) return undefined
  return { cells, coefficients: rooms.map((room) => Math.min(room, least)), least }
}

/**
 * The capacity inequalities that each sum of a primary cell gives on its own: cheap, and most of the bound. Sums of
 * more than `longest` entries are passed over.
 */
export function cutsOfSums(problem: Problem, fixed: Uint8Array, longest = 1000): readonly Cut[] {
  const { rooms: above, sums, ofCells, primary } = problem
  const cuts: Cut[] = []
  for (const cell of primary) {
    for (let at = ofCells.starts[cell] ?? 0; at < (ofCells.starts[cell + 1] ?? 0); at++) {
      const sum = ofCells.sums[at] ?? 0
      const own = ofCells.signs[at] ?? 1
      if ((sums.starts[sum + 1] ?? 0) - (sums.starts[sum] ?? 0) > longest) continue
      // Up by this sum; down at most to zero, or by this sum as well.
      const rooms = new Map<number, number>()
      const both = new Map<number, number>()
      for (let entry = sums.starts[sum] ?? 0; entry < (sums.starts[sum + 1] ?? 0); entry++) {
        const other = sums.cells[entry] ?? 0
        if (other === cell) continue
        const same = sums.signs[entry] === own
        rooms.set(other, same ? (above[other] ?? 0) : Number.POSITIVE_INFINITY)
        both.set(other, Number.POSITIVE_INFINITY)
      }
      cuts.push(...cutOf(problem, fixed, rooms, problem.width - (above[cell] ?? 0)))
      if (both.size > 0) cuts.push(...cutOf(problem, fixed, both, problem.width))
    }
  }
  return cuts
}

function cutOf(
  { weights }: Problem,
  fixed: Uint8Array,
  rooms: ReadonlyMap<number, number>,
  asked: number,
): readonly Cut[] {
  let least = asked
  for (const [cell, room] of rooms) if (fixed[cell] === 1) least -= room
  if (least <= tiny) return []
  const open = [...rooms].filter(
    ([cell, room]) => fixed[cell] === 0 && room > 0 && weights[cell] !== Number.POSITIVE_INFINITY,
  )
  return [{ cells: open.map(([cell]) => cell), coefficients: open.map(([, room]) => Math.min(room, least)), least }]
}

/**
 * A suppressed cell that is alone in a sum can be computed, and so protects nobody: each cell that is chosen needs
 * another one in each of its sums (the bridge-less inequalities). Sums of more than `longest` entries are passed over.
 */
export function companionCuts({ sums, weights }: Problem, fixed: Uint8Array, longest = 100): readonly Cut[] {
  const cuts: Cut[] = []
  for (let sum = 0; sum < sums.count; sum++) {
    const [from, to] = [sums.starts[sum] ?? 0, sums.starts[sum + 1] ?? 0]
    if (to - from > longest) continue
    const entries = [...sums.cells.subarray(from, to)]
    if (entries.some((cell) => fixed[cell] === 1)) continue
    const open = entries.filter((cell) => weights[cell] !== Number.POSITIVE_INFINITY)
    for (const cell of open) {
      const cells = [cell, ...open.filter((other) => other !== cell)]
      cuts.push({ cells, coefficients: cells.map((each) => (each === cell ? -1 : 1)), least: 0 })
    }
  }
  return cuts
}
