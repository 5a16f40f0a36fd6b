import type { Solver } from '@kantelpunt/solver'
import type { Budget } from '../selection/budget.ts'
import { matrixOf, type Outer } from '../selection/outer.ts'
import { roundLeaf, type Side, type WholeLeaf } from './leaf.ts'

/** A proof by profile. */
export type WholeProof =
  | { readonly profile: number; readonly atMost: number; readonly fewer: WholeProof; readonly more: WholeProof }
  | WholeLeaf

export type Proved =
  | { readonly ok: true; readonly proof: WholeProof }
  /** A panel was found that weighs more. */
  | { readonly ok: false; readonly reason: 'heavier'; readonly counts: Float64Array }
  | { readonly ok: false; readonly reason: 'no-time' }

/**
 * Branch and bound of our own, as the bound of an integer programme is nothing that others can check: divide the panels by
 * how many of a profile they have, until the multipliers of a linear programme, rounded to whole numbers, prove each part.
 * In the programme each row can be broken at a price, so that parts without panels have multipliers too.
 *
 * @param weights by profile, whole numbers, of each of its people.
 */
export function prove(
  solver: Solver,
  outer: Outer,
  weights: Float64Array,
  most: number,
  budget: Budget,
  nodes = 20_000,
): Proved {
  const { shape, cuts } = outer
  const { profiles } = shape
  const count = profiles.length
  const { starts, columns, values, low, high } = matrixOf(outer)
  const rows = low.length
  const lower = new Float64Array(count)
  const upper = Float64Array.from(profiles, ({ people }) => people.length)
  const heaviest = weights.reduce((top, weight) => Math.max(top, Math.abs(weight)), 1)
  const model = solver.createModel({
    numCols: count,
    numRows: rows,
    sense: solver.constants.objectiveSense.maximize,
    colCost: weights,
    colLower: lower,
    colUpper: upper,
    rowLower: low,
    rowUpper: high,
    matrix: { format: 'csr', numRows: rows, numCols: count, starts, indices: columns, values },
  })
  const scales = cuts.map((cut) => cut.weights.reduce((top, weight) => Math.max(top, Math.abs(weight)), 1))
  let left = nodes
  const sides: Side[] = []
  const price = (to: number) => {
    for (let column = count; column < count + 2 * rows; column++) model.changeColCost(column, -to)
  }
  const branch = (): Proved => {
    if (left-- <= 0 || budget.over()) return { ok: false, reason: 'no-time' }
    for (let broken = 8 * heaviest; ; broken *= 64) {
      price(broken)
      model.run()
      if (model.getModelStatus() !== solver.constants.modelStatus.optimal) {
        model.clearSolver()
        model.run()
      }
      const { colValue, rowDual } = model.getSolution()
      const multipliers = rowDual.map((dual, row) => dual / (scales[row - shape.rows.length] ?? 1))
      const leaf = roundLeaf(shape, cuts, weights, multipliers, sides)
      if (leaf.total < leaf.scale * (most + 1)) return { ok: true, proof: leaf }
      let widest = -1
      let off = 1e-6
      for (let column = 0; column < count; column++) {
        const value = colValue[column] ?? 0
        const far = Math.abs(value - Math.round(value))
        if (far > off) {
          off = far
          widest = column
        }
      }
      const breaks = colValue.slice(count).some((by) => by > 1e-6)
      if (widest === -1 && breaks && broken < heaviest * 2 ** 22) continue
      if (widest === -1) {
        return breaks
          ? { ok: false, reason: 'no-time' }
          : { ok: false, reason: 'heavier', counts: colValue.slice(0, count) }
      }
      const atMost = Math.floor(colValue[widest] ?? 0)
      const [l, u] = [lower[widest] ?? 0, upper[widest] ?? 0]
      const go = (more: boolean): Proved => {
        sides.push({ profile: widest, atMost, more })
        if (more) lower[widest] = atMost + 1
        else upper[widest] = atMost
        model.changeColBounds(widest, lower[widest] ?? 0, upper[widest] ?? 0)
        const proved = branch()
        sides.pop()
        lower[widest] = l
        upper[widest] = u
        model.changeColBounds(widest, l, u)
        return proved
      }
      const fewer = go(false)
      if (!fewer.ok) return fewer
      const more = go(true)
      if (!more.ok) return more
      return { ok: true, proof: { profile: widest, atMost, fewer: fewer.proof, more: more.proof } }
    }
  }
  try {
    model.options.set({ output_flag: false, presolve: 'off' })
    for (let row = 0; row < rows; row++) {
      model.addCol(-1, 0, Number.POSITIVE_INFINITY, { indices: [row], values: [1] })
      model.addCol(-1, 0, Number.POSITIVE_INFINITY, { indices: [row], values: [-1] })
    }
    return branch()
  } finally {
    model.dispose()
  }
}
