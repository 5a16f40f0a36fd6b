import { fillColumn } from '../design/design-column.ts'
import { chunkRows, type ScaledColumn, type Standardised } from './standardise.ts'

/**
 * All that a linear mixed model needs of its rows. Columns are w = p + 1: the fixed columns and, last, the response. Random
 * effects are numbered by factor, then level, then column; a node is one level of one factor.
 */
export interface CrossProducts {
  readonly rowCount: number
  /** Fixed columns. */
  readonly p: number
  /** [X y]'[X y], w × w, row by row. */
  readonly xx: Float64Array
  readonly factors: readonly FactorShape[]
  /** Z'[X y]: w numbers for every random effect. */
  readonly zx: Float64Array
  /** Z'Z within each node: q × q numbers, one node after another. */
  readonly zz: Float64Array
  /** Z'Z between nodes of different factors that share rows. */
  readonly edges: Edges
}

export interface FactorShape {
  readonly levels: number
  /** Effects a level. */
  readonly q: number
  readonly blocks: readonly number[]
  readonly firstNode: number
  readonly firstEffect: number
  /** Where the first node's block is in `zz`. */
  readonly firstSquare: number
}

export interface Edges {
  readonly count: number
  /** Nodes, the one of the earlier factor first. */
  readonly one: Int32Array
  readonly other: Int32Array
  /** Where the block (effects of one × effects of other, row by row) starts in `values`; one more than edges. */
  readonly starts: Int32Array
  readonly values: Float64Array
}

/** Takes all cross products in one pass over the rows. */
export function crossProducts(model: Standardised): CrossProducts {
  const { rowCount, fixed, response, responseCentre } = model
  const p = fixed.length
  const w = p + 1
  const factors = shapesOf(model)
  const last = factors.at(-1)
  const effects = last === undefined ? 0 : last.firstEffect + last.levels * last.q
  const zx = new Float64Array(effects * w)
  const zz = new Float64Array(last === undefined ? 0 : last.firstSquare + last.levels * last.q * last.q)
  const xx = new Float64Array(w * w)
  const { edges, edgeOfRow, pairs } = edgesOf(model, factors)

  const columns = distinctColumns(model)
  // The columns of a chunk of rows, one after another; the response last.
  const buffer = new Float64Array((columns.list.length + 1) * chunkRows)
  const places = [...columns.fixed, columns.list.length].map((place) => place * chunkRows)
  const randomPlaces = columns.random.map((list) => list.map((place) => place * chunkRows))
  for (let from = 0; from < rowCount; from += chunkRows) {
    const count = Math.min(chunkRows, rowCount - from)
    columns.list.forEach((column, c) => {
      fillColumn(column.column, from, count, buffer, c * chunkRows)
      standardiseChunk(buffer, c * chunkRows, count, column)
    })
    const responseAt = columns.list.length * chunkRows
    for (let k = 0; k < count; k++) buffer[responseAt + k] = (response[from + k] ?? 0) - responseCentre
    // Summed by chunk, then over chunks: rounding grows with the number of rows in a chunk only.
    for (let i = 0; i < w; i++) {
      for (let j = 0; j <= i; j++) {
        xx[i * w + j] = (xx[i * w + j] ?? 0) + dotOf(buffer, places[i] ?? 0, places[j] ?? 0, count)
      }
    }
    factors.forEach((shape, f) => {
      const codes = model.factors[f]?.codes
      const own = randomPlaces[f]
      if (codes !== undefined && own !== undefined) addGroups(shape, codes, from, count, buffer, own, places, zx, zz)
    })
    pairs.forEach(([f, g], e) => {
      const edge = edgeOfRow[e]
      const one = randomPlaces[f]
      const other = randomPlaces[g]
      if (edge !== undefined && one !== undefined && other !== undefined) {
        addEdges(edges, edge, from, count, buffer, one, other)
      }
    })
  }
  mirror(xx, 0, w)
  for (const { levels, q, firstSquare } of factors) {
    if (q > 1) for (let level = 0; level < levels; level++) mirror(zz, firstSquare + level * q * q, q)
  }
  return { rowCount, p, xx, factors, zx, zz, edges }
}

function dotOf(buffer: Float64Array, one: number, other: number, count: number): number {
  let even = 0
  let odd = 0
  let k = 0
  for (; k + 1 < count; k += 2) {
    even += (buffer[one + k] ?? 0) * (buffer[other + k] ?? 0)
    odd += (buffer[one + k + 1] ?? 0) * (buffer[other + k + 1] ?? 0)
  }
  if (k < count) even += (buffer[one + k] ?? 0) * (buffer[other + k] ?? 0)
  return even + odd
}

/** Adds the rows of a chunk to Z'[X y] and Z'Z of their levels. `own` and `places` say where columns are in the buffer. */
function addGroups(
  { q, firstEffect, firstSquare }: FactorShape,
  codes: Int32Array,
  from: number,
  count: number,
  buffer: Float64Array,
  own: readonly number[],
  places: readonly number[],
  zx: Float64Array,
  zz: Float64Array,
): void {
  const w = places.length
  for (let r = 0; r < q; r++) {
    const z = own[r] ?? 0
    for (let j = 0; j < w; j++) {
      const x = places[j] ?? 0
      const at = (firstEffect + r) * w + j
      const step = q * w
      addProducts(zx, at, step, codes, from, count, buffer, z, x)
    }
    for (let s = 0; s <= r; s++) {
      addProducts(zz, firstSquare + r * q + s, q * q, codes, from, count, buffer, z, own[s] ?? 0)
    }
  }
}

/** sums[at + step × code of row] += z × x for the rows of a chunk; rows of one level that follow each other are summed first. */
function addProducts(
  sums: Float64Array,
  at: number,
  step: number,
  codes: Int32Array,
  from: number,
  count: number,
  buffer: Float64Array,
  z: number,
  x: number,
): void {
  let code = codes[from] ?? 0
  let sum = 0
  for (let k = 0; k < count; k++) {
    const next = codes[from + k] ?? 0
    if (next !== code) {
      sums[at + step * code] = (sums[at + step * code] ?? 0) + sum
      sum = 0
      code = next
    }
    sum += (buffer[z + k] ?? 0) * (buffer[x + k] ?? 0)
  }
  sums[at + step * code] = (sums[at + step * code] ?? 0) + sum
}

function addEdges(
  { starts, values }: Edges,
  edge: Int32Array,
  from: number,
  count: number,
  buffer: Float64Array,
  one: readonly number[],
  other: readonly number[],
): void {
  for (let k = 0; k < count; k++) {
    let at = starts[edge[from + k] ?? 0] ?? 0
    for (let r = 0; r < one.length; r++) {
      const z = buffer[(one[r] ?? 0) + k] ?? 0
      for (let s = 0; s < other.length; s++) {
        values[at] = (values[at] ?? 0) + z * (buffer[(other[s] ?? 0) + k] ?? 0)
        at++
      }
    }
  }
}

function shapesOf(model: Standardised): readonly FactorShape[] {
  const shapes: FactorShape[] = []
  let firstNode = 0
  let firstEffect = 0
  let firstSquare = 0
  for (const { levels, columns, blocks } of model.factors) {
    const q = columns.length
    shapes.push({ levels: levels.length, q, blocks, firstNode, firstEffect, firstSquare })
    firstNode += levels.length
    firstEffect += levels.length * q
    firstSquare += levels.length * q * q
  }
  return shapes
}

/** The columns that fixed and random effects use, each once: an intercept and a slope are mostly in both. */
function distinctColumns(model: Standardised) {
  const list: ScaledColumn[] = []
  const placeOf = (wanted: ScaledColumn): number => {
    const known = list.findIndex(
      ({ column, centre, scale }) =>
        column.name === wanted.column.name && centre === wanted.centre && scale === wanted.scale,
    )
    return known === -1 ? list.push(wanted) - 1 : known
  }
  return {
    fixed: model.fixed.map(placeOf),
    random: model.factors.map(({ columns }) => columns.map(placeOf)),
    list,
  }
}

function standardiseChunk(buffer: Float64Array, at: number, count: number, { centre, scale }: ScaledColumn): void {
  if (centre === 0 && scale === 1) return
  for (let k = at; k < at + count; k++) buffer[k] = ((buffer[k] ?? 0) - centre) / scale
}

/** Numbers the pairs of levels of different factors that occur together. */
function edgesOf(model: Standardised, factors: readonly FactorShape[]) {
  const pairs = factors.flatMap((_, f) => factors.slice(f + 1).map((_, k) => [f, f + 1 + k] as const))
  const one: number[] = []
  const other: number[] = []
  const starts: number[] = [0]
  const edgeOfRow: Int32Array[] = []
  for (const [f, g] of pairs) {
    const first = factors[f]
    const second = factors[g]
    const codes = model.factors[f]?.codes
    const otherCodes = model.factors[g]?.codes
    if (first === undefined || second === undefined || codes === undefined || otherCodes === undefined) continue
    const edge = new Int32Array(model.rowCount)
    const byLevel = rowsByLevel(codes, first.levels)
    const seenBy = new Int32Array(second.levels).fill(-1)
    const edgeOf = new Int32Array(second.levels)
    for (const row of byLevel) {
      const level = codes[row] ?? 0
      const otherLevel = otherCodes[row] ?? 0
      if (seenBy[otherLevel] !== level) {
        seenBy[otherLevel] = level
        edgeOf[otherLevel] = one.length
        one.push(first.firstNode + level)
        other.push(second.firstNode + otherLevel)
        starts.push((starts.at(-1) ?? 0) + first.q * second.q)
      }
      edge[row] = edgeOf[otherLevel] ?? 0
    }
    edgeOfRow.push(edge)
  }
  const edges: Edges = {
    count: one.length,
    one: Int32Array.from(one),
    other: Int32Array.from(other),
    starts: Int32Array.from(starts),
    values: new Float64Array(starts.at(-1) ?? 0),
  }
  return { edges, edgeOfRow, pairs }
}

/** All rows, those of level 0 first (counting sort). */
function rowsByLevel(codes: Int32Array, levels: number): Int32Array {
  const next = new Int32Array(levels + 1)
  for (const code of codes) next[code + 1] = (next[code + 1] ?? 0) + 1
  for (let level = 0; level < levels; level++) next[level + 1] = (next[level + 1] ?? 0) + (next[level] ?? 0)
  const rows = new Int32Array(codes.length)
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] ?? 0
    const at = next[code] ?? 0
    rows[at] = row
    next[code] = at + 1
  }
  return rows
}

/** Copies the lower triangle of a square of `size` at `at` to the upper one. */
function mirror(values: Float64Array, at: number, size: number): void {
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < i; j++) values[at + j * size + i] = values[at + i * size + j] ?? 0
  }
}
