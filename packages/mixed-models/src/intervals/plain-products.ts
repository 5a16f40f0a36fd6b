import { interceptName } from '../design/design-column.ts'
import type { CrossProducts } from '../fit/cross-products.ts'
import type { ScaledColumn, Standardised } from '../fit/standardise.ts'

/**
 * Cross products of the columns as they were given but for their scale: what was centred is moved back. Profiles hold one
 * parameter of the model as written (an intercept at x = 0), so they need its own columns.
 */
export function plainProducts(products: CrossProducts, model: Standardised): CrossProducts {
  const { p, factors, edges } = products
  const w = p + 1
  const x = moves(model.fixed)
  const z = model.factors.map(({ columns, blocks }) => movesWithin(columns, blocks))
  const xx = products.xx.slice()
  for (const { from, to, by } of x) {
    for (let j = 0; j < w; j++) xx[to * w + j] = (xx[to * w + j] ?? 0) + by * (xx[from * w + j] ?? 0)
    for (let j = 0; j < w; j++) xx[j * w + to] = (xx[j * w + to] ?? 0) + by * (xx[j * w + from] ?? 0)
  }
  const zx = products.zx.slice()
  const zz = products.zz.slice()
  const effects = zx.length / w
  for (const { from, to, by } of x) {
    for (let row = 0; row < effects; row++) zx[row * w + to] = (zx[row * w + to] ?? 0) + by * (zx[row * w + from] ?? 0)
  }
  factors.forEach(({ levels, q, firstEffect, firstSquare }, f) => {
    for (const { from, to, by } of z[f] ?? []) {
      for (let level = 0; level < levels; level++) {
        addRow(zx, (firstEffect + level * q) * w, w, from, to, by)
        addRow(zz, firstSquare + level * q * q, q, from, to, by)
        addColumn(zz, firstSquare + level * q * q, q, q, from, to, by)
      }
    }
  })
  const values = edges.values.slice()
  const factorOf = (node: number) => factors.findLastIndex(({ firstNode }) => firstNode <= node)
  for (let e = 0; e < edges.count; e++) {
    const one = factorOf(edges.one[e] ?? 0)
    const other = factorOf(edges.other[e] ?? 0)
    const rows = factors[one]?.q ?? 0
    const cols = factors[other]?.q ?? 0
    const at = edges.starts[e] ?? 0
    for (const { from, to, by } of z[one] ?? []) addRow(values, at, cols, from, to, by)
    for (const { from, to, by } of z[other] ?? []) addColumn(values, at, rows, cols, from, to, by)
  }
  return { ...products, xx, zx, zz, edges: { ...edges, values } }
}

/** The same products with column k of X held at a coefficient: it goes over to the response. */
export function holdFixed(products: CrossProducts, k: number, coefficient: number): CrossProducts {
  const { p, xx, zx } = products
  const w = p + 1
  const kept = Array.from({ length: w }, (_, j) => j).filter((j) => j !== k)
  const held = new Float64Array(p * p)
  const moved = xx.slice()
  for (let j = 0; j < w; j++) moved[p * w + j] = (moved[p * w + j] ?? 0) - coefficient * (moved[k * w + j] ?? 0)
  for (let j = 0; j < w; j++) moved[j * w + p] = (moved[j * w + p] ?? 0) - coefficient * (moved[j * w + k] ?? 0)
  kept.forEach((i, r) => {
    kept.forEach((j, c) => {
      held[r * p + c] = moved[i * w + j] ?? 0
    })
  })
  const effects = zx.length / w
  const heldZx = new Float64Array(effects * p)
  for (let row = 0; row < effects; row++) {
    kept.forEach((j, c) => {
      const value = zx[row * w + j] ?? 0
      heldZx[row * p + c] = j === p ? value - coefficient * (zx[row * w + k] ?? 0) : value
    })
  }
  return { ...products, p: p - 1, xx: held, zx: heldZx }
}

interface Move {
  readonly from: number
  readonly to: number
  readonly by: number
}

/** What to add of the intercept to a centred column: x/s = (x − c)/s + c/s. */
function moves(columns: readonly ScaledColumn[], first = 0): readonly Move[] {
  const from = columns.findIndex(({ column }) => column.name === interceptName)
  return columns.flatMap(({ centre, scale }, k) =>
    centre === 0 ? [] : [{ from: first + from, to: first + k, by: centre / scale }],
  )
}

function movesWithin(columns: readonly ScaledColumn[], blocks: readonly number[]): readonly Move[] {
  let first = 0
  return blocks.flatMap((size) => {
    const found = moves(columns.slice(first, first + size), first)
    first += size
    return found
  })
}

function addRow(values: Float64Array, at: number, cols: number, from: number, to: number, by: number): void {
  for (let c = 0; c < cols; c++) {
    values[at + to * cols + c] = (values[at + to * cols + c] ?? 0) + by * (values[at + from * cols + c] ?? 0)
  }
}

function addColumn(
  values: Float64Array,
  at: number,
  rows: number,
  cols: number,
  from: number,
  to: number,
  by: number,
): void {
  for (let r = 0; r < rows; r++) {
    values[at + r * cols + to] = (values[at + r * cols + to] ?? 0) + by * (values[at + r * cols + from] ?? 0)
  }
}
