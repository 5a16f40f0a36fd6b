import { type BlockFactor, factorise, solveBackward, solveForward } from './block-cholesky.ts'
import { type BlockLayout, blockLayout } from './block-layout.ts'
import type { CrossProducts } from './cross-products.ts'
import { choleskyInPlace, inverseFromCholesky } from './dense.ts'
import { selectedInverse } from './selected-inverse.ts'

/**
 * A model at one θ, the relative covariance factors: V = I + ZΛΛ'Z' is the covariance of the response over σ². Notation
 * as in Bates, Mächler, Bolker & Walker (2015), Fitting Linear Mixed-Effects Models Using lme4.
 */
export interface Evaluation {
  /** log |V| = log |Λ'Z'ZΛ + I| */
  readonly logDetV: number
  /** log |X'V⁻¹X| */
  readonly logDetX: number
  /** (y − Xβ)'V⁻¹(y − Xβ) at the best β; not above zero where the rows leave nothing unexplained. */
  readonly rss: number
  readonly beta: Float64Array
  /** L of X'V⁻¹X = LL', p × p. */
  readonly xFactor: Float64Array
}

export interface Slopes {
  /** Derivatives to θ of the three of the same name. */
  readonly logDetV: Float64Array
  readonly logDetX: Float64Array
  readonly rss: Float64Array
}

/** The random effects at the θ that was evaluated last, spherical: b = Λu. */
export interface Effects {
  /** M⁻¹Λ'Z'[X y], w columns; u is the last column less the others times β. */
  readonly solved: Float64Array
  /** M⁻¹ on the pattern of L. */
  readonly inverse: BlockFactor
  readonly lambdas: readonly Float64Array[]
}

export interface Evaluator {
  readonly products: CrossProducts
  readonly layout: BlockLayout
  /** Length of θ. */
  readonly size: number
  evaluate(theta: ArrayLike<number>): Evaluation
  /** At the θ that was evaluated last. */
  slopes(evaluation: Evaluation): Slopes
  effects(): Effects
}

/** The lower triangle of every covariance block, column by column, as lme4 orders θ. */
export function thetaPlaces(
  products: CrossProducts,
): readonly { readonly factor: number; readonly row: number; readonly col: number }[] {
  return products.factors.flatMap(({ blocks }, factor) => {
    let first = 0
    return blocks.flatMap((size) => {
      const start = first
      first += size
      return Array.from({ length: size }, (_, c) => c).flatMap((c) =>
        Array.from({ length: size - c }, (_, k) => ({ factor, row: start + c + k, col: start + c })),
      )
    })
  })
}

/** Prepares to evaluate a model at many θ; the work space is used again and again. */
export function evaluatorOf(products: CrossProducts, layout = blockLayout(products)): Evaluator {
  const { p, factors, zx, zz, xx, edges } = products
  const w = p + 1
  const places = thetaPlaces(products)
  const lambdas = factors.map(({ q }) => new Float64Array(q * q))
  const panelSize = layout.panel[layout.order.length] ?? 0
  const denseCells = layout.denseSize * layout.denseSize
  const factor = { panels: new Float64Array(panelSize), dense: new Float64Array(denseCells) }
  let inverse: BlockFactor | undefined
  let work: Float64Array | undefined
  const solved = new Float64Array(zx.length)
  /** Whether `solved` went backward and `inverse` is of this θ. */
  let isComplete = false

  function evaluate(theta: ArrayLike<number>): Evaluation {
    isComplete = false
    places.forEach(({ factor: f, row, col }, k) => {
      const lambda = lambdas[f]
      if (lambda !== undefined) lambda[row * (factors[f]?.q ?? 0) + col] = theta[k] ?? 0
    })
    const logDetV = factorise(products, layout, lambdas, factor)
    timesLambda(zx, solved, true)
    solveForward(layout, factor, solved, w)
    const s = xx.slice()
    const rows = solved.length / w
    for (let row = 0; row < rows; row++) {
      for (let i = 0; i < w; i++) {
        const value = solved[row * w + i] ?? 0
        if (value === 0) continue
        for (let j = 0; j <= i; j++) s[i * w + j] = (s[i * w + j] ?? 0) - value * (solved[row * w + j] ?? 0)
      }
    }
    // The Cholesky factor of [X y]'V⁻¹[X y] has the fixed effects in its last row and the sum of squares in its corner.
    const rssBefore = s[w * w - 1] ?? 0
    s[w * w - 1] = Number.MAX_VALUE
    choleskyInPlace(s, w)
    const xFactor = new Float64Array(p * p)
    const beta = new Float64Array(p)
    let logDetX = 0
    let explained = 0
    for (let i = 0; i < p; i++) {
      for (let j = 0; j <= i; j++) xFactor[i * p + j] = s[i * w + j] ?? 0
      logDetX += 2 * Math.log(s[i * w + i] ?? 1)
      beta[i] = s[p * w + i] ?? 0
      explained += (beta[i] ?? 0) ** 2
    }
    for (let i = p - 1; i >= 0; i--) {
      for (let k = i + 1; k < p; k++) beta[i] = (beta[i] ?? 0) - (xFactor[k * p + i] ?? 0) * (beta[k] ?? 0)
      beta[i] = (beta[i] ?? 0) / (xFactor[i * p + i] ?? 1)
    }
    return { logDetV, logDetX, rss: rssBefore - explained, beta, xFactor }
  }

  /** to = Λ from, or Λ' from, for every node. */
  function timesLambda(from: Float64Array, to: Float64Array, transposed: boolean): void {
    factors.forEach(({ q, levels, firstEffect }, f) => {
      const lambda = lambdas[f]
      if (lambda === undefined) return
      for (let level = 0; level < levels; level++) {
        const at = (firstEffect + level * q) * w
        for (let r = 0; r < q; r++) {
          for (let j = at + r * w; j < at + (r + 1) * w; j++) to[j] = 0
          for (let k = transposed ? r : 0; k < (transposed ? q : r + 1); k++) {
            const l = lambda[transposed ? k * q + r : r * q + k] ?? 0
            if (l === 0) continue
            for (let j = 0; j < w; j++) to[at + r * w + j] = (to[at + r * w + j] ?? 0) + l * (from[at + k * w + j] ?? 0)
          }
        }
      }
    })
  }

  function complete(): BlockFactor {
    work ??= new Float64Array(denseCells)
    inverse ??= { panels: new Float64Array(panelSize), dense: new Float64Array(denseCells) }
    if (!isComplete) {
      solveBackward(layout, factor, solved, w)
      selectedInverse(layout, factor, inverse, work)
      isComplete = true
    }
    return inverse
  }
  const rotated = new Float64Array(zx.length)
  const left = new Float64Array(zx.length)

  function slopes({ beta, xFactor }: Evaluation): Slopes {
    const known = complete()
    // left = Z'V⁻¹[X y] = Z'[X y] − Z'ZΛ M⁻¹Λ'Z'[X y]
    timesLambda(solved, rotated, false)
    left.set(zx)
    const sums = factors.map(({ q }) => ({
      v: new Float64Array(q * q),
      x: new Float64Array(q * q),
      y: new Float64Array(q * q),
    }))
    const { nodes, size, effect, square, factorOf } = layout
    for (let node = 0; node < nodes; node++) {
      const q = size[node] ?? 0
      const at = (effect[node] ?? 0) * w
      subtractRows(zz, square[node] ?? 0, q, 1, q, q, rotated, at, left, at)
    }
    for (let e = 0; e < edges.count; e++) {
      const one = edges.one[e] ?? 0
      const other = edges.other[e] ?? 0
      const block = edges.starts[e] ?? 0
      const rows = size[one] ?? 0
      const cols = size[other] ?? 0
      const atOne = (effect[one] ?? 0) * w
      const atOther = (effect[other] ?? 0) * w
      subtractRows(edges.values, block, cols, 1, rows, cols, rotated, atOther, left, atOne)
      subtractRows(edges.values, block, 1, cols, cols, rows, rotated, atOne, left, atOther)
    }
    const c = new Float64Array(p * p)
    inverseFromCholesky(xFactor, p, new Float64Array(p * p), c)
    const weighed = new Float64Array(p)
    for (let node = 0; node < nodes; node++) {
      const q = size[node] ?? 0
      const sum = sums[factorOf[node] ?? 0]
      const at = (effect[node] ?? 0) * w
      if (sum === undefined) continue
      for (let col = 0; col < q; col++) {
        let u = solved[at + col * w + p] ?? 0
        for (let j = 0; j < p; j++) u -= (solved[at + col * w + j] ?? 0) * (beta[j] ?? 0)
        for (let i = 0; i < p; i++) {
          let total = 0
          for (let j = 0; j < p; j++) total += (c[i * p + j] ?? 0) * (solved[at + col * w + j] ?? 0)
          weighed[i] = total
        }
        for (let row = 0; row < q; row++) {
          let v = left[at + row * w + p] ?? 0
          let trace = 0
          for (let j = 0; j < p; j++) {
            const value = left[at + row * w + j] ?? 0
            v -= value * (beta[j] ?? 0)
            trace += value * (weighed[j] ?? 0)
          }
          sum.y[row * q + col] = (sum.y[row * q + col] ?? 0) + v * u
          sum.x[row * q + col] = (sum.x[row * q + col] ?? 0) + trace
        }
      }
    }
    determinantSlopes(known, sums)
    const pick = (key: 'v' | 'x' | 'y', sign: number) =>
      Float64Array.from(
        places,
        ({ factor: f, row, col }) => sign * 2 * (sums[f]?.[key][row * (factors[f]?.q ?? 0) + col] ?? 0),
      )
    return { logDetV: pick('v', 1), logDetX: pick('x', -1), rss: pick('y', -1) }
  }

  /** Adds to v, per factor, the sum over its nodes of (Z'V⁻¹ZΛ) = Σ Z'ZΛM⁻¹ over the node and its neighbours. */
  function determinantSlopes(known: BlockFactor, sums: readonly { readonly v: Float64Array }[]): void {
    const { nodes, size, square, factorOf, rank, order, panel, rowBefore, denseRow, denseSize, edgeRank, edgePlace } =
      layout
    const whereIs = (node: number): readonly [Float64Array, number, number] => {
      const row = denseRow[node] ?? -1
      if (row >= 0) return [known.dense, row * denseSize + row, denseSize]
      return [known.panels, panel[rank[node] ?? 0] ?? 0, size[node] ?? 0]
    }
    for (let node = 0; node < nodes; node++) {
      const q = size[node] ?? 0
      const f = factorOf[node] ?? 0
      const lambda = lambdas[f]
      const sum = sums[f]
      if (lambda === undefined || sum === undefined) continue
      const [source, at, step] = whereIs(node)
      addTriple(zz, square[node] ?? 0, q, 1, q, lambda, q, source, at, step, 1, sum.v)
    }
    for (let e = 0; e < edges.count; e++) {
      const one = edges.one[e] ?? 0
      const other = edges.other[e] ?? 0
      const rows = size[one] ?? 0
      const cols = size[other] ?? 0
      const lambdaOne = lambdas[factorOf[one] ?? 0]
      const lambdaOther = lambdas[factorOf[other] ?? 0]
      const sumOne = sums[factorOf[one] ?? 0]
      const sumOther = sums[factorOf[other] ?? 0]
      if (lambdaOne === undefined || lambdaOther === undefined || sumOne === undefined || sumOther === undefined)
        continue
      const k = edgeRank[e] ?? -1
      const isOneBelow = (rank[one] ?? 0) > (rank[other] ?? 0)
      // The block of M⁻¹ as (below × beside), so read it turned for the node that stands beside.
      const beside = isOneBelow ? cols : rows
      const [source, at, step] =
        k < 0
          ? ([
              known.dense,
              (denseRow[isOneBelow ? one : other] ?? 0) * denseSize + (denseRow[isOneBelow ? other : one] ?? 0),
              denseSize,
            ] as const)
          : ([
              known.panels,
              (panel[k] ?? 0) + ((size[order[k] ?? 0] ?? 0) + (rowBefore[edgePlace[e] ?? 0] ?? 0)) * beside,
              beside,
            ] as const)
      const block = edges.starts[e] ?? 0
      // For one: A(one, other) Λother M⁻¹(other, one); for other: A(other, one) Λone M⁻¹(one, other).
      const [down, across] = isOneBelow ? [1, step] : [step, 1]
      addTriple(edges.values, block, cols, 1, rows, lambdaOther, cols, source, at, down, across, sumOne.v)
      addTriple(edges.values, block, 1, cols, cols, lambdaOne, rows, source, at, across, down, sumOther.v)
    }
  }

  /** to (rows × w) −= A (rows × inner, with steps) · from (inner × w). */
  function subtractRows(
    a: Float64Array,
    base: number,
    stepRow: number,
    stepCol: number,
    rows: number,
    inner: number,
    from: Float64Array,
    fromAt: number,
    to: Float64Array,
    toAt: number,
  ): void {
    for (let r = 0; r < rows; r++) {
      for (let k = 0; k < inner; k++) {
        const value = a[base + r * stepRow + k * stepCol] ?? 0
        const source = fromAt + k * w
        const target = toAt + r * w
        for (let j = 0; j < w; j++) to[target + j] = (to[target + j] ?? 0) - value * (from[source + j] ?? 0)
      }
    }
  }

  return {
    products,
    layout,
    size: places.length,
    evaluate,
    slopes,
    effects: () => ({ inverse: complete(), solved, lambdas }),
  }
}

/** into (rows × rows) += A (rows × inner) · Λ (inner × inner) · S (inner × rows), A and S with steps. */
function addTriple(
  a: Float64Array,
  base: number,
  stepRow: number,
  stepCol: number,
  rows: number,
  lambda: Float64Array,
  inner: number,
  s: Float64Array,
  sBase: number,
  sRow: number,
  sCol: number,
  into: Float64Array,
): void {
  for (let r = 0; r < rows; r++) {
    for (let m = 0; m < inner; m++) {
      let value = 0
      for (let k = m; k < inner; k++) value += (a[base + r * stepRow + k * stepCol] ?? 0) * (lambda[k * inner + m] ?? 0)
      if (value === 0) continue
      for (let c = 0; c < rows; c++)
        into[r * rows + c] = (into[r * rows + c] ?? 0) + value * (s[sBase + m * sRow + c * sCol] ?? 0)
    }
  }
}
