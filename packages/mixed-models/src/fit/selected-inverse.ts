import type { BlockFactor } from './block-cholesky.ts'
import type { BlockLayout } from './block-layout.ts'
import { inverseFromCholesky } from './dense.ts'

/**
 * The blocks of M⁻¹ that stand where L has blocks, in the layout of L (squares and the dense matrix whole, not just their
 * lower triangle): Takahashi's equations, from the last node to the first (Erisman & Tinney 1975, On computing certain
 * elements of the inverse of a sparse matrix).
 */
export function selectedInverse(layout: BlockLayout, factor: BlockFactor, into: BlockFactor, work: Float64Array): void {
  const { order, size, panel, starts, touched, rowBefore, denseSize } = layout
  if (denseSize > 0) inverseFromCholesky(factor.dense, denseSize, work, into.dense)
  const l = factor.panels
  const inverse = into.panels
  let gathered = new Float64Array(0)
  let y = new Float64Array(0)
  for (let k = order.length - 1; k >= 0; k--) {
    const q = size[order[k] ?? 0] ?? 0
    const base = panel[k] ?? 0
    const below = base + q * q
    const rows = ((panel[k + 1] ?? 0) - below) / q
    if (gathered.length < rows * rows) gathered = new Float64Array(rows * rows)
    if (y.length < rows * q) y = new Float64Array(rows * q)
    // Y L = (rows of L below the square)
    for (let r = 0; r < rows; r++) {
      for (let c = q - 1; c >= 0; c--) {
        let sum = l[below + r * q + c] ?? 0
        for (let i = c + 1; i < q; i++) sum -= (y[r * q + i] ?? 0) * (l[base + i * q + c] ?? 0)
        y[r * q + c] = sum / (l[base + c * q + c] ?? 1)
      }
    }
    if (rows > 0) gather(layout, into, k, rows, gathered)
    for (let r = 0; r < rows; r++) {
      for (let c = 0; c < q; c++) {
        let sum = 0
        for (let i = 0; i < rows; i++) sum += (gathered[r * rows + i] ?? 0) * (y[i * q + c] ?? 0)
        inverse[below + r * q + c] = -sum
      }
    }
    inverseOfSquare(l, base, q, inverse)
    for (let r = 0; r < q; r++) {
      for (let c = 0; c < q; c++) {
        let sum = 0
        for (let i = 0; i < rows; i++) sum += (y[i * q + r] ?? 0) * (inverse[below + i * q + c] ?? 0)
        inverse[base + r * q + c] = (inverse[base + r * q + c] ?? 0) - sum
      }
    }
  }

  /** M⁻¹ between all nodes that node k touches: all of it is known, for they touch each other. */
  function gather(shape: BlockLayout, known: BlockFactor, k: number, rows: number, square: Float64Array): void {
    const from = shape.starts[k] ?? 0
    const to = shape.starts[k + 1] ?? 0
    for (let i = from; i < to; i++) {
      const node = touched[i] ?? 0
      const width = size[node] ?? 0
      const rank = shape.rank[node] ?? 0
      const column = rowBefore[i] ?? 0
      const isDense = rank >= order.length
      const panelOfNode = isDense ? 0 : (panel[rank] ?? 0)
      let place = isDense ? 0 : (starts[rank] ?? 0)
      for (let j = i; j < to; j++) {
        const other = touched[j] ?? 0
        const height = size[other] ?? 0
        const row = rowBefore[j] ?? 0
        let source: Float64Array
        let at: number
        let step: number
        if (isDense) {
          source = known.dense
          at = (shape.denseRow[other] ?? 0) * denseSize + (shape.denseRow[node] ?? 0)
          step = denseSize
        } else {
          source = known.panels
          step = width
          at = panelOfNode
          if (j > i) {
            while (touched[place] !== other) place++
            at += (width + (rowBefore[place] ?? 0)) * width
          }
        }
        for (let r = 0; r < height; r++) {
          for (let c = 0; c < width; c++) {
            const value = source[at + r * step + c] ?? 0
            square[(row + r) * rows + column + c] = value
            square[(column + c) * rows + row + r] = value
          }
        }
      }
    }
  }
}

/** (LL')⁻¹ of the square on top of a panel. */
function inverseOfSquare(l: Float64Array, base: number, q: number, into: Float64Array): void {
  for (let c = 0; c < q; c++) {
    // Column c of the inverse: forward, then backward.
    for (let r = 0; r < q; r++) {
      let sum = r === c ? 1 : 0
      for (let k = 0; k < r; k++) sum -= (l[base + r * q + k] ?? 0) * (into[base + k * q + c] ?? 0)
      into[base + r * q + c] = sum / (l[base + r * q + r] ?? 1)
    }
    for (let r = q - 1; r >= 0; r--) {
      let sum = into[base + r * q + c] ?? 0
      for (let k = r + 1; k < q; k++) sum -= (l[base + k * q + r] ?? 0) * (into[base + k * q + c] ?? 0)
      into[base + r * q + c] = sum / (l[base + r * q + r] ?? 1)
    }
  }
}
