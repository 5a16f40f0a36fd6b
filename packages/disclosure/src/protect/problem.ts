import { type Sums, type SumsOfCells, sumsOfCells } from '../table/sums.ts'

/** What makes a small count safe. */
export interface Rule {
  /** Counts of 1 … threshold − 1 are primary: they may not be published. */
  readonly threshold: number
  /** No attacker may place a primary count in an interval narrower than this. */
  readonly width: number
  /** Minimise the number of suppressed cells, or the sum of their counts. Primary cells are in both. */
  readonly objective: 'cells' | 'sum'
  /** May a zero be suppressed to protect another? By default zeros are published. */
  readonly suppressZeros: boolean
  /**
   * Does the attacker know that zeros are never suppressed, and so that every suppressed count is at least 1? Then each
   * interval starts one higher. Left out: no, as is usual in the literature.
   */
  readonly zerosKnown?: boolean
  /** Totals that must stay published, unless they are small themselves: the grand total, or every margin. Left out: none. */
  readonly keep?: 'nothing' | 'total' | 'margins'
}

/** Five as in Dutch practice: counts below 5 are suppressed, and stay uncertain by at least 5. */
export const usualRule: Rule = { threshold: 5, width: 5, objective: 'cells', suppressZeros: false }

/**
 * A table to protect, as the protector sees it. An attacker knows the sums, the published cells and the least that a
 * suppressed count can be.
 * - `rooms`: how far each count is above that least.
 * - `weights`: what suppressing a cell costs; Infinity where it must stay published.
 * - `primary`: cells that must be suppressed, and uncertain by `width`.
 * - `hidden`: cells that nobody publishes anyway (such as a remainder); suppressed at no cost.
 */
export interface Problem {
  readonly rooms: Float64Array
  readonly sums: Sums
  readonly ofCells: SumsOfCells
  readonly weights: Float64Array
  readonly primary: readonly number[]
  readonly hidden: readonly number[]
  readonly width: number
}

/**
 * The problem that a rule makes of counts and their sums. `hidden` cells are protected where they are small, too; `kept`
 * cells stay published unless they are small.
 */
export function problemOf(
  values: Float64Array,
  sums: Sums,
  rule: Rule,
  hidden: readonly number[] = [],
  kept: readonly number[] = [],
): Problem {
  const isHidden = new Set(hidden)
  const primary: number[] = []
  const weights = new Float64Array(values.length)
  const rooms = values.slice()
  values.forEach((value, cell) => {
    if (value >= 1 && value < rule.threshold) primary.push(cell)
    if (rule.zerosKnown === true && !isHidden.has(cell)) rooms[cell] = Math.max(0, value - 1)
    const weight = rule.objective === 'cells' ? 1 : value
    weights[cell] = isHidden.has(cell) ? 0 : value === 0 && !rule.suppressZeros ? Number.POSITIVE_INFINITY : weight
  })
  for (const cell of kept)
    if (!isHidden.has(cell) && ((values[cell] ?? 0) < 1 || (values[cell] ?? 0) >= rule.threshold))
      weights[cell] = Number.POSITIVE_INFINITY
  return { rooms, sums, ofCells: sumsOfCells(sums, values.length), weights, primary, hidden, width: rule.width }
}

/** What a choice of suppressed cells costs. */
export function costOf({ weights }: Problem, suppressed: Uint8Array): number {
  let cost = 0
  for (let cell = 0; cell < suppressed.length; cell++) if (suppressed[cell] === 1) cost += weights[cell] ?? 0
  return cost
}

/** The cells that are suppressed whatever is chosen: primary and hidden ones. */
export function fixedCellsOf({ weights, primary, hidden }: Problem): Uint8Array {
  const fixed = new Uint8Array(weights.length)
  for (const cell of primary) fixed[cell] = 1
  for (const cell of hidden) fixed[cell] = 1
  return fixed
}
