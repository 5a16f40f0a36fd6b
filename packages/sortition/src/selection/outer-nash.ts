import type { Solver } from '@kantelpunt/solver'
import { type Budget, limitTime } from './budget.ts'
import { matrixOf, type Outer } from './outer.ts'

export interface OuterNash {
  /** By profile: the probabilities with the greatest product. */
  readonly target: Float64Array
  /** By row of the shape and then by row of the matrix of cuts. */
  readonly multipliers: Float64Array
}

/** Steps of e^h, up and down, at which the logarithm is bent around the last answer. */
const bends = [-6, -3, -1.5, -0.5, 0.5, 1.5, 3, 6]

/**
 * max Σ n·log(x / n) over the polyhedron: a sum of concave functions of one variable each, and so a linear programme where each is
 * made of straight pieces (steepest first, as they are concave). Pieces are made finer around the answer until it stands
 * still: about ten programmes with as few rows as the polyhedron has. null where the polyhedron is empty or the time was over.
 */
export function outerNash(
  solver: Solver,
  outer: Outer,
  impossible: ReadonlySet<number>,
  budget: Budget,
): OuterNash | null {
  if (budget.over()) return null
  const { profiles, seats } = outer.shape
  const { starts, columns, values, low, high } = matrixOf(outer)
  const rows = low.length
  const members = profiles.map((): { row: number; value: number }[] => [])
  for (let row = 0; row < rows; row++)
    for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at++)
      members[columns[at] ?? 0]?.push({ row, value: values[at] ?? 0 })
  const sizes = profiles.map(({ people }) => people.length)
  const possible = sizes.reduce((sum, size, profile) => sum + (impossible.has(profile) ? 0 : size), 0)
  let center = Float64Array.from(sizes, (size) => Math.min(1, seats / Math.max(1, possible)) * size)
  const wide = new Float64Array(sizes.length).fill(1)
  let multipliers: Float64Array = new Float64Array(rows)
  for (let round = 0; round < 40; round++) {
    const cost: number[] = []
    const upper: number[] = []
    const from = [0]
    const indices: number[] = []
    const entries: number[] = []
    const owner: number[] = []
    sizes.forEach((size, profile) => {
      if (impossible.has(profile)) return
      const middle = Math.max(1e-6 * size, center[profile] ?? 0)
      const cuts = bends.map((bend) => middle * Math.exp(bend * (wide[profile] ?? 1))).filter((cut) => cut < size)
      const edges = [0, ...cuts, size]
      for (let piece = 1; piece < edges.length; piece++) {
        const [a, b] = [edges[piece - 1] ?? 0, edges[piece] ?? 0]
        // The first piece would be infinitely steep.
        const slope = piece === 1 ? (4 * size) / b : (size * Math.log(b / a)) / (b - a)
        cost.push(slope)
        upper.push(b - a)
        owner.push(profile)
        for (const { row, value } of members[profile] ?? []) {
          indices.push(row)
          entries.push(value)
        }
        from.push(indices.length)
      }
    })
    const model = solver.createModel({
      numCols: cost.length,
      numRows: rows,
      sense: solver.constants.objectiveSense.maximize,
      colCost: cost,
      colLower: new Float64Array(cost.length),
      colUpper: upper,
      rowLower: low,
      rowUpper: high,
      matrix: { format: 'csc', numRows: rows, numCols: cost.length, starts: from, indices, values: entries },
    })
    const next = new Float64Array(sizes.length)
    try {
      model.options.set({ output_flag: false, dual_feasibility_tolerance: 1e-9 })
      limitTime(model, budget)
      model.run()
      if (model.getModelStatus() !== solver.constants.modelStatus.optimal) return null
      const { colValue, rowDual } = model.getSolution()
      colValue.forEach((value, piece) => {
        const profile = owner[piece] ?? 0
        next[profile] = (next[profile] ?? 0) + value
      })
      multipliers = rowDual
    } finally {
      model.dispose()
    }
    let widest = 0
    next.forEach((value, profile) => {
      if (impossible.has(profile)) return
      const h = wide[profile] ?? 1
      const moved = Math.abs(Math.log(Math.max(value, 1e-9) / Math.max(center[profile] ?? 0, 1e-9)))
      wide[profile] = moved > 3.1 * h ? Math.min(1, 2 * h) : Math.max(1e-7, 0.3 * h)
      widest = Math.max(widest, wide[profile] ?? 0)
    })
    center = next
    if (widest < 2e-6) break
  }
  return { target: center.map((value, profile) => value / (sizes[profile] ?? 1)), multipliers }
}
