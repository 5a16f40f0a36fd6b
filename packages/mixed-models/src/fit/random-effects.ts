import { interceptName } from '../design/design-column.ts'
import type { Evaluation, Evaluator } from './evaluation.ts'
import type { RandomFactor, Standardised } from './standardise.ts'

/** The covariance matrix of effects that vary together over a group. */
export interface RandomBlock {
  readonly group: string
  readonly terms: readonly string[]
  /** terms × terms, row by row. */
  readonly covariance: Float64Array
}

/** Conditional modes of one grouping factor: levels × terms, row by row. */
export interface GroupModes {
  readonly group: string
  readonly levels: readonly string[]
  readonly terms: readonly string[]
  readonly estimates: Float64Array
  /** Standard deviations given the data and the parameters, as lme4's `condVar` has them. */
  readonly conditionalSd: Float64Array
}

/** Covariances σ² S Λ̃Λ̃' S', where b = S b̃ takes the effects of standardised columns to those of the columns as given. */
export function randomBlocks(
  model: Standardised,
  theta: Float64Array,
  residualVariance: number,
): readonly RandomBlock[] {
  let at = 0
  return model.factors.flatMap((factor) => {
    let first = 0
    return factor.blocks.map((size) => {
      const lambda = new Float64Array(size * size)
      for (let c = 0; c < size; c++) for (let r = c; r < size; r++) lambda[r * size + c] = theta[at++] ?? 0
      const columns = factor.columns.slice(first, first + size)
      first += size
      const root = multiply(unscale(columns), lambda, size)
      return {
        group: factor.name,
        terms: columns.map(({ column }) => column.name),
        covariance: timesOwnTranspose(root, size).map((each) => each * residualVariance),
      }
    })
  })
}

export function conditionalModes(
  model: Standardised,
  evaluator: Evaluator,
  { beta }: Evaluation,
  residualVariance: number,
): readonly GroupModes[] {
  const { inverse, solved, lambdas } = evaluator.effects()
  const { layout, products } = evaluator
  const w = products.p + 1
  return model.factors.map((factor, f) => {
    const q = factor.columns.length
    const firstNode = products.factors[f]?.firstNode ?? 0
    // One matrix for all blocks: Λ and S are zero between them.
    const root = multiply(unscaleFactor(factor), lambdas[f] ?? new Float64Array(q * q), q)
    const estimates = new Float64Array(factor.levels.length * q)
    const conditionalSd = new Float64Array(factor.levels.length * q)
    const u = new Float64Array(q)
    factor.levels.forEach((_, level) => {
      const node = firstNode + level
      const from = (layout.effect[node] ?? 0) * w
      for (let k = 0; k < q; k++) {
        let value = solved[from + k * w + w - 1] ?? 0
        for (let j = 0; j < w - 1; j++) value -= (solved[from + k * w + j] ?? 0) * (beta[j] ?? 0)
        u[k] = value
      }
      const row = layout.denseRow[node] ?? -1
      const [source, at, step] =
        row >= 0
          ? [inverse.dense, row * layout.denseSize + row, layout.denseSize]
          : [inverse.panels, layout.panel[layout.rank[node] ?? 0] ?? 0, q]
      for (let r = 0; r < q; r++) {
        let mode = 0
        let variance = 0
        for (let k = 0; k < q; k++) {
          const rk = root[r * q + k] ?? 0
          mode += rk * (u[k] ?? 0)
          for (let m = 0; m < q; m++) variance += rk * (source[at + k * step + m] ?? 0) * (root[r * q + m] ?? 0)
        }
        estimates[level * q + r] = mode
        conditionalSd[level * q + r] = Math.sqrt(variance * residualVariance)
      }
    })
    return {
      group: factor.name,
      levels: factor.levels,
      terms: factor.columns.map(({ column }) => column.name),
      estimates,
      conditionalSd,
    }
  })
}

/** S of one block: 1/scale on the diagonal, −centre/scale in the row of the intercept. */
function unscale(columns: RandomFactor['columns']): Float64Array {
  const size = columns.length
  const s = new Float64Array(size * size)
  const intercept = columns.findIndex(({ column }) => column.name === interceptName)
  columns.forEach(({ centre, scale }, k) => {
    s[k * size + k] = 1 / scale
    if (centre !== 0) s[intercept * size + k] = -centre / scale
  })
  return s
}

function unscaleFactor({ columns, blocks }: RandomFactor): Float64Array {
  const q = columns.length
  const s = new Float64Array(q * q)
  let first = 0
  for (const size of blocks) {
    const block = unscale(columns.slice(first, first + size))
    for (let r = 0; r < size; r++) s.set(block.subarray(r * size, (r + 1) * size), (first + r) * q + first)
    first += size
  }
  return s
}

function multiply(a: Float64Array, b: Float64Array, n: number): Float64Array {
  const product = new Float64Array(n * n)
  for (let r = 0; r < n; r++) {
    for (let k = 0; k < n; k++) {
      const value = a[r * n + k] ?? 0
      for (let c = 0; c < n; c++) product[r * n + c] = (product[r * n + c] ?? 0) + value * (b[k * n + c] ?? 0)
    }
  }
  return product
}

function timesOwnTranspose(a: Float64Array, n: number): Float64Array {
  const product = new Float64Array(n * n)
  for (let r = 0; r < n; r++) {
    for (let c = 0; c < n; c++) {
      for (let k = 0; k < n; k++)
        product[r * n + c] = (product[r * n + c] ?? 0) + (a[r * n + k] ?? 0) * (a[c * n + k] ?? 0)
    }
  }
  return product
}
