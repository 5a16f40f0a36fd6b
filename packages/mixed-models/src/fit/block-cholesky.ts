import type { BlockLayout } from './block-layout.ts'
import type { CrossProducts } from './cross-products.ts'
import { choleskyInPlace, solveLower, solveUpper } from './dense.ts'

/** L of Λ'Z'ZΛ + I, in the panels and the dense matrix of a layout. */
export interface BlockFactor {
  readonly panels: Float64Array
  readonly dense: Float64Array
}

/**
 * Factors M = Λ'Z'ZΛ + I: left-looking over the eliminated nodes, then one dense matrix. `lambdas` has a lower
 * triangle (q × q, row by row) per grouping factor. Gives log |M|. M is positive definite by its form.
 */
export function factorise(
  products: CrossProducts,
  layout: BlockLayout,
  lambdas: readonly Float64Array[],
  { panels, dense }: BlockFactor,
): number {
  panels.fill(0)
  dense.fill(0)
  fillPanels(products, layout, lambdas, { panels, dense })
  const { order, size, panel, rowBefore, starts, touched, updateStarts, updates, toucher, denseRow, denseSize } = layout
  const rowOf = new Int32Array(layout.nodes)
  let half = 0
  for (let k = 0; k < order.length; k++) {
    const q = size[order[k] ?? 0] ?? 0
    const base = panel[k] ?? 0
    const from = starts[k] ?? 0
    const to = starts[k + 1] ?? 0
    const first = updateStarts[k] ?? 0
    const last = updateStarts[k + 1] ?? 0
    if (first < last) for (let at = from; at < to; at++) rowOf[touched[at] ?? 0] = q + (rowBefore[at] ?? 0)
    for (let u = first; u < last; u++) {
      const own = updates[u] ?? 0
      const earlier = toucher[own] ?? 0
      const width = size[order[earlier] ?? 0] ?? 0
      const earlierBase = (panel[earlier] ?? 0) + width * width
      const l = earlierBase + (rowBefore[own] ?? 0) * width
      const end = starts[earlier + 1] ?? 0
      for (let at = own; at < end; at++) {
        const node = touched[at] ?? 0
        const target = base + (at === own ? 0 : (rowOf[node] ?? 0)) * q
        subtractProduct(panels, target, q, earlierBase + (rowBefore[at] ?? 0) * width, size[node] ?? 0, l, q, width)
      }
    }
    half += finishPanel(panels, base, q, ((panel[k + 1] ?? 0) - base) / q)
    // What the node does to the dense matrix: outer products of its rows there.
    const block = base + q * q
    let firstDense = from
    while (firstDense < to && (denseRow[touched[firstDense] ?? 0] ?? -1) < 0) firstDense++
    for (let i = firstDense; i < to; i++) {
      const rowI = denseRow[touched[i] ?? 0] ?? 0
      const sizeI = size[touched[i] ?? 0] ?? 0
      const li = block + (rowBefore[i] ?? 0) * q
      for (let j = firstDense; j <= i; j++) {
        const rowJ = denseRow[touched[j] ?? 0] ?? 0
        const sizeJ = size[touched[j] ?? 0] ?? 0
        const lj = block + (rowBefore[j] ?? 0) * q
        for (let r = 0; r < sizeI; r++) {
          for (let s = 0; s < sizeJ; s++) {
            let sum = 0
            for (let c = 0; c < q; c++) sum += (panels[li + r * q + c] ?? 0) * (panels[lj + s * q + c] ?? 0)
            const at = (rowI + r) * denseSize + rowJ + s
            dense[at] = (dense[at] ?? 0) - sum
          }
        }
      }
    }
  }
  if (denseSize > 0) {
    if (!choleskyInPlace(dense, denseSize)) return Number.NaN
    for (let i = 0; i < denseSize; i++) half += Math.log(dense[i * denseSize + i] ?? 1)
  }
  return 2 * half
}

/** Writes the blocks of Λ'Z'ZΛ + I where L will stand. */
function fillPanels(
  products: CrossProducts,
  layout: BlockLayout,
  lambdas: readonly Float64Array[],
  { panels, dense }: BlockFactor,
): void {
  const { nodes, size, square, factorOf, rank, panel, denseRow, denseSize, edgeRank, edgePlace, order, rowBefore } =
    layout
  const largest = Math.max(0, ...products.factors.map(({ q }) => q))
  const block = new Float64Array(largest * largest)
  const half = new Float64Array(largest * largest)
  for (let node = 0; node < nodes; node++) {
    const q = size[node] ?? 0
    const lambda = lambdas[factorOf[node] ?? 0] ?? block
    sandwich(products.zz, square[node] ?? 0, lambda, q, lambda, q, half, block)
    const row = denseRow[node] ?? -1
    const [to, at, step] =
      row < 0 ? [panels, panel[rank[node] ?? 0] ?? 0, q] : [dense, row * denseSize + row, denseSize]
    for (let r = 0; r < q; r++) {
      for (let c = 0; c <= r; c++) to[at + r * step + c] = (block[r * q + c] ?? 0) + (r === c ? 1 : 0)
    }
  }
  const { edges } = products
  for (let e = 0; e < edges.count; e++) {
    const one = edges.one[e] ?? 0
    const other = edges.other[e] ?? 0
    const rows = size[one] ?? 0
    const cols = size[other] ?? 0
    const left = lambdas[factorOf[one] ?? 0] ?? block
    const right = lambdas[factorOf[other] ?? 0] ?? block
    sandwich(edges.values, edges.starts[e] ?? 0, left, rows, right, cols, half, block)
    const k = edgeRank[e] ?? -1
    const isOneBelow = (rank[one] ?? 0) > (rank[other] ?? 0)
    const width = isOneBelow ? cols : rows
    const height = isOneBelow ? rows : cols
    const below = isOneBelow ? one : other
    const beside = isOneBelow ? other : one
    const to = k < 0 ? dense : panels
    const at =
      k < 0
        ? (denseRow[below] ?? 0) * denseSize + (denseRow[beside] ?? 0)
        : (panel[k] ?? 0) + ((size[order[k] ?? 0] ?? 0) + (rowBefore[edgePlace[e] ?? 0] ?? 0)) * width
    const step = k < 0 ? denseSize : width
    for (let r = 0; r < height; r++) {
      for (let c = 0; c < width; c++)
        to[at + r * step + c] = (isOneBelow ? block[r * cols + c] : block[c * cols + r]) ?? 0
    }
  }
}

/** into = left' · a · right, where left and right are lower triangles. */
function sandwich(
  a: Float64Array,
  at: number,
  left: Float64Array,
  rows: number,
  right: Float64Array,
  cols: number,
  half: Float64Array,
  into: Float64Array,
): void {
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < cols; c++) {
      let sum = 0
      for (let k = c; k < cols; k++) sum += (a[at + r * cols + k] ?? 0) * (right[k * cols + c] ?? 0)
      half[r * cols + c] = sum
    }
  }
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < cols; c++) {
      let sum = 0
      for (let k = r; k < rows; k++) sum += (left[k * rows + r] ?? 0) * (half[k * cols + c] ?? 0)
      into[r * cols + c] = sum
    }
  }
}

/** target (rows × q) −= A (rows × width) · B' (q × width). */
function subtractProduct(
  values: Float64Array,
  target: number,
  q: number,
  a: number,
  rows: number,
  b: number,
  columns: number,
  width: number,
): void {
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) {
      let sum = 0
      for (let k = 0; k < width; k++) sum += (values[a + r * width + k] ?? 0) * (values[b + c * width + k] ?? 0)
      values[target + r * q + c] = (values[target + r * q + c] ?? 0) - sum
    }
  }
}

/** Cholesky of the square on top of a panel, and the rows below it divided by that; gives the sum of log diagonals. */
function finishPanel(panels: Float64Array, base: number, q: number, rows: number): number {
  let half = 0
  for (let c = 0; c < q; c++) {
    let pivot = panels[base + c * q + c] ?? 0
    for (let k = 0; k < c; k++) pivot -= (panels[base + c * q + k] ?? 0) ** 2
    const root = Math.sqrt(pivot)
    half += Math.log(root)
    panels[base + c * q + c] = root
    for (let r = c + 1; r < rows; r++) {
      let sum = panels[base + r * q + c] ?? 0
      for (let k = 0; k < c; k++) sum -= (panels[base + r * q + k] ?? 0) * (panels[base + c * q + k] ?? 0)
      panels[base + r * q + c] = sum / root
    }
  }
  return half
}

/** Solves L R = B in place, B with `w` columns and a row for every random effect. */
export function solveForward(layout: BlockLayout, { panels, dense }: BlockFactor, b: Float64Array, w: number): void {
  const { order, size, effect, panel, starts, touched, rowBefore } = layout
  for (let k = 0; k < order.length; k++) {
    const node = order[k] ?? 0
    const q = size[node] ?? 0
    const base = panel[k] ?? 0
    const own = (effect[node] ?? 0) * w
    for (let r = 0; r < q; r++) {
      for (let c = 0; c < r; c++) addRow(b, own + r * w, own + c * w, w, -(panels[base + r * q + c] ?? 0))
      const pivot = panels[base + r * q + r] ?? 1
      for (let j = own + r * w; j < own + (r + 1) * w; j++) b[j] = (b[j] ?? 0) / pivot
    }
    for (let at = starts[k] ?? 0; at < (starts[k + 1] ?? 0); at++) {
      const below = touched[at] ?? 0
      const rows = size[below] ?? 0
      const l = base + (q + (rowBefore[at] ?? 0)) * q
      const target = (effect[below] ?? 0) * w
      for (let r = 0; r < rows; r++) {
        for (let c = 0; c < q; c++) addRow(b, target + r * w, own + c * w, w, -(panels[l + r * q + c] ?? 0))
      }
    }
  }
  onDenseRows(layout, b, w, (gathered) => solveLower(dense, layout.denseSize, gathered, w))
}

/** Solves L' R = B in place. */
export function solveBackward(layout: BlockLayout, { panels, dense }: BlockFactor, b: Float64Array, w: number): void {
  onDenseRows(layout, b, w, (gathered) => solveUpper(dense, layout.denseSize, gathered, w))
  const { order, size, effect, panel, starts, touched, rowBefore } = layout
  for (let k = order.length - 1; k >= 0; k--) {
    const node = order[k] ?? 0
    const q = size[node] ?? 0
    const base = panel[k] ?? 0
    const own = (effect[node] ?? 0) * w
    for (let at = starts[k] ?? 0; at < (starts[k + 1] ?? 0); at++) {
      const below = touched[at] ?? 0
      const rows = size[below] ?? 0
      const l = base + (q + (rowBefore[at] ?? 0)) * q
      const source = (effect[below] ?? 0) * w
      for (let r = 0; r < rows; r++) {
        for (let c = 0; c < q; c++) addRow(b, own + c * w, source + r * w, w, -(panels[l + r * q + c] ?? 0))
      }
    }
    for (let r = q - 1; r >= 0; r--) {
      for (let c = r + 1; c < q; c++) addRow(b, own + r * w, own + c * w, w, -(panels[base + c * q + r] ?? 0))
      const pivot = panels[base + r * q + r] ?? 1
      for (let j = own + r * w; j < own + (r + 1) * w; j++) b[j] = (b[j] ?? 0) / pivot
    }
  }
}

function addRow(b: Float64Array, to: number, from: number, w: number, factor: number): void {
  for (let j = 0; j < w; j++) b[to + j] = (b[to + j] ?? 0) + factor * (b[from + j] ?? 0)
}

function onDenseRows(layout: BlockLayout, b: Float64Array, w: number, work: (rows: Float64Array) => void): void {
  const { dense, size, effect, denseRow, denseSize } = layout
  if (denseSize === 0) return
  const gathered = new Float64Array(denseSize * w)
  for (const node of dense) {
    const from = (effect[node] ?? 0) * w
    gathered.set(b.subarray(from, from + (size[node] ?? 0) * w), (denseRow[node] ?? 0) * w)
  }
  work(gathered)
  for (const node of dense) {
    const from = (denseRow[node] ?? 0) * w
    b.set(gathered.subarray(from, from + (size[node] ?? 0) * w), (effect[node] ?? 0) * w)
  }
}
