import type { WeighedPanel } from '../selection/selection.ts'
import { exchange } from './exchange.ts'
import { leastChange } from './least-change.ts'

export interface Rounded {
  /** How many of the panels of the lottery are this one, in the order given; they add up to the size of the lottery. */
  readonly counts: Int32Array
  /** By how much the chance of a person changes at most, in probability; and what no lottery of this size can stay below. */
  readonly largestChange: number
  readonly bound: number
}

export interface RoundOptions {
  /** How many panels the lottery has. */
  readonly size: number
  /** Uniform on [0, 1); the same numbers give the same lottery. */
  readonly random: () => number
  /** How often it starts anew (3), and how many exchanges it tries each time (1500). */
  readonly starts?: number
  readonly exchanges?: number
}

/**
 * Rounds a distribution over panels to a list of `size` panels of which each is as likely, so that nobody's chance changes
 * much (Flanigan, Kehne, Procaccia, Fair sortition made transparent, NeurIPS 2021: there by pipage rounding or an integer
 * programme). Whole parts stand; the rest is given out by systematic sampling, which keeps each panel within one of its
 * share; then panels are exchanged one by one as long as that lowers the largest change.
 */
export function roundPanels(panels: readonly WeighedPanel[], people: number, options: RoundOptions): Rounded {
  const { size, random, starts = 3, exchanges = 1500 } = options
  const total = panels.reduce((sum, { probability }) => sum + probability, 0)
  const shares = panels.map(({ probability }) => (size * probability) / total)
  const targets = new Float64Array(people)
  panels.forEach(({ members }, at) => {
    for (const person of members) targets[person] = (targets[person] ?? 0) + (shares[at] ?? 0)
  })
  const members = panels.map((panel) => Int32Array.from(panel.members))
  const bound = leastChange(targets)
  let best: { readonly counts: Int32Array; readonly change: number } | undefined
  for (let start = 0; start < starts && (best === undefined || best.change > bound + 1e-9); start++) {
    const found = exchange(members, targets, bySystematicSampling(shares, size, random), exchanges, bound)
    if (best === undefined || found.change < best.change - 1e-12) best = found
  }
  return {
    counts: best?.counts ?? new Int32Array(panels.length),
    largestChange: (best?.change ?? 0) / size,
    bound: bound / size,
  }
}

/** Every panel gets its share, rounded down or up, and the sum is exact. */
function bySystematicSampling(shares: readonly number[], size: number, random: () => number): Int32Array {
  const order = shares.map((_, at) => at)
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1))
    const [one, two] = [order[at] ?? 0, order[other] ?? 0]
    order[at] = two
    order[other] = one
  }
  const counts = new Int32Array(shares.length)
  const offset = random()
  let given = 0
  let sum = 0
  for (const [place, at] of order.entries()) {
    sum += shares[at] ?? 0
    // The last one takes what floating-point sums have left.
    const upTo = place === order.length - 1 ? size : Math.min(size, Math.floor(sum + offset))
    counts[at] = upTo - given
    given = upTo
  }
  return counts
}
