import { type DelimitedRefusal, readDelimited } from '@kantelpunt/delimited-text'
import { plainSumsOf, sizeOf, stridesOf, tableOf } from '../table/count-table.ts'
import { type Dimension, type DimensionRefusal, hierarchicalDimension } from '../table/dimension.ts'

export interface LongTableOptions {
  /** Names of the columns that hold categories. */
  readonly dimensions: readonly string[]
  /** Name of the column of counts. */
  readonly count: string
  /** What a margin is called in every dimension. */
  readonly total: string
  /** By dimension who belongs to whom (child, parent), where there are totals between. */
  readonly hierarchies: ReadonlyMap<string, readonly (readonly [child: string, parent: string])[]>
  /** What stands where a count was suppressed; undefined where every count must be there. */
  readonly suppressed: string | undefined
}

/** A table from long form: one row a cell. A cell without a row is 0, a margin without a row the sum of what is below. */
export interface LongTable {
  readonly ok: true
  /** What stands between the cells of the file. */
  readonly separator: string
  readonly dimensions: readonly Dimension[]
  /** By cell, NaN where suppressed or, of a margin without a row, where it can't be added up. */
  readonly values: Float64Array
  /** The line on which a cell stands, from 1; 0 where it has no row. */
  readonly lines: Int32Array
  /** Rows by line: row r of the file is cell `cells[r]`. */
  readonly cells: Int32Array
}

export type LongTableRefusal =
  | DelimitedRefusal
  | DimensionRefusal
  | { readonly ok: false; readonly reason: 'unknown-column'; readonly name: string; readonly have: readonly string[] }
  | { readonly ok: false; readonly reason: 'dimension-twice'; readonly name: string }
  | { readonly ok: false; readonly reason: 'no-rows' }
  | { readonly ok: false; readonly reason: 'too-many-cells'; readonly cells: number }
  | {
      readonly ok: false
      readonly reason: 'no-count' | 'negative-count' | 'no-whole-count' | 'blank-category' | 'category-is-total'
      readonly line: number
      readonly column: number
      readonly name: string
      readonly text: string
    }
  | {
      readonly ok: false
      readonly reason: 'cell-twice'
      readonly line: number
      readonly column: number
      readonly earlier: number
      readonly names: readonly string[]
    }
  | {
      readonly ok: false
      readonly reason: 'margins-do-not-add-up'
      readonly line: number
      readonly column: number
      readonly names: readonly string[]
      readonly said: number
      readonly sum: number
    }

/** What a margin is called in files of other makers: as one category more, it would double every count and hide the sums. */
const totalsElsewhere = /^tota(?:al|l|len|ls)$/i

/** A table of more cells than this is refused, before memory is. */
const mostCells = 5_000_000

/**
 * Reads a table of counts from delimited text in long form, interior cells alone or with margins, and adds up. Refuses,
 * with line and column, what is no whole count ≥ 0, a cell that occurs twice, and a margin that isn't the sum of its parts.
 */
export function readLongTable(bytes: Uint8Array, options: LongTableOptions): LongTable | LongTableRefusal {
  const file = readDelimited(bytes)
  if (!file.ok) return file
  const { header, rowCount, lineOf } = file
  const named = [...options.dimensions, options.count]
  const twice = named.find((name, at) => named.indexOf(name) !== at)
  if (twice !== undefined) return { ok: false, reason: 'dimension-twice', name: twice }
  const missing = named.find((name) => !header.includes(name))
  if (missing !== undefined) return { ok: false, reason: 'unknown-column', name: missing, have: header }
  if (rowCount === 0) return { ok: false, reason: 'no-rows' }

  const dimensions: Dimension[] = []
  const nodes: Int32Array[] = []
  for (const name of options.dimensions) {
    const text = file.column(name)
    if (text === undefined) return { ok: false, reason: 'unknown-column', name, have: header }
    const labels = text.levels.map((level) => level.trim())
    const blank = labels.indexOf('')
    if (blank !== -1) {
      const line = lineOf(text.codes.indexOf(blank))
      return { ok: false, reason: 'blank-category', line, column: header.indexOf(name) + 1, name, text: '' }
    }
    const total = labels.findIndex((label) => label !== options.total && totalsElsewhere.test(label))
    if (total !== -1) {
      const place = { line: lineOf(text.codes.indexOf(total)), column: header.indexOf(name) + 1 }
      return { ok: false, reason: 'category-is-total', ...place, name, text: labels[total] ?? '' }
    }
    const categories = [...new Set(labels)].filter((label) => label !== options.total)
    const made = hierarchicalDimension(name, categories, options.hierarchies.get(name) ?? [], options.total)
    if (!made.ok) return made
    const { dimension } = made
    const at = new Map(dimension.labels.map((label, node) => [label, node]))
    const nodeOfLevel = labels.map((label) => at.get(label) ?? dimension.root)
    dimensions.push(dimension)
    nodes.push(Int32Array.from(text.codes, (code) => nodeOfLevel[code] ?? 0))
  }
  const size = sizeOf(dimensions)
  if (size > mostCells) return { ok: false, reason: 'too-many-cells', cells: size }

  const counts = readCounts(file, options.count, options.suppressed)
  if (!counts.ok) return counts
  const strides = stridesOf(dimensions)
  const given = new Float64Array(size)
  const lines = new Int32Array(size)
  const cells = new Int32Array(rowCount)
  const namesAt = (row: number): readonly string[] =>
    dimensions.map(({ labels }, axis) => labels[nodes[axis]?.[row] ?? 0] ?? '')
  for (let row = 0; row < rowCount; row++) {
    const cell = strides.reduce((sum, stride, axis) => sum + stride * (nodes[axis]?.[row] ?? 0), 0)
    const earlier = lines[cell] ?? 0
    if (earlier > 0) {
      const place = { line: lineOf(row), column: header.indexOf(options.count) + 1 }
      return { ok: false, reason: 'cell-twice', ...place, earlier, names: namesAt(row) }
    }
    given[cell] = counts.values[row] ?? 0
    lines[cell] = lineOf(row)
    cells[row] = cell
  }
  const { values } = tableOf(dimensions, (_, cell) => given[cell] ?? 0)
  const doubt = (row: number, said: number, sum: number): LongTableRefusal => ({
    ok: false,
    reason: 'margins-do-not-add-up',
    line: lineOf(row),
    column: header.indexOf(options.count) + 1,
    names: namesAt(row),
    said,
    sum,
  })
  for (let row = 0; row < rowCount; row++) {
    const cell = cells[row] ?? 0
    const [said, sum] = [given[cell] ?? 0, values[cell] ?? 0]
    if (!Number.isNaN(said) && !Number.isNaN(sum) && said !== sum) return doubt(row, said, sum)
    values[cell] = said
  }
  // With counts suppressed below them, margins can still contradict each other.
  for (const { total, parts } of plainSumsOf(dimensions)) {
    const sum = parts.reduce((all, part) => all + (values[part] ?? 0), 0)
    const said = values[total] ?? 0
    if (Number.isNaN(sum) || Number.isNaN(said) || sum === said) continue
    const row = cells.indexOf([total, ...parts].find((cell) => (lines[cell] ?? 0) > 0) ?? 0)
    return doubt(Math.max(row, 0), said, sum)
  }
  return { ok: true, separator: file.separator, dimensions, values, lines, cells }
}

/** The counts of all rows: whole and ≥ 0, NaN where the sign of suppression stands. */
function readCounts(
  file: Extract<ReturnType<typeof readDelimited>, { readonly ok: true }>,
  name: string,
  suppressed: string | undefined,
): { readonly ok: true; readonly values: Float64Array } | LongTableRefusal {
  const column = file.column(name)
  if (column === undefined) return { ok: false, reason: 'unknown-column', name, have: file.header }
  const { codes, levels } = column
  const numbers = levels.map((level) => countOf(level.trim(), suppressed))
  const bad = codes.findIndex((code) => typeof numbers[code] === 'string')
  if (bad !== -1) {
    const text = levels[codes[bad] ?? 0] ?? ''
    const reason = countOf(text.trim(), suppressed)
    if (typeof reason === 'string')
      return { ok: false, reason, line: file.lineOf(bad), column: file.header.indexOf(name) + 1, name, text }
  }
  return { ok: true, values: Float64Array.from(codes, (code) => Number(numbers[code])) }
}

function countOf(
  text: string,
  suppressed: string | undefined,
): number | 'no-count' | 'negative-count' | 'no-whole-count' {
  if (suppressed !== undefined && text.toLowerCase() === suppressed.toLowerCase()) return Number.NaN
  if (/^[+-]?\d+[.,]\d*$/.test(text) && !/^[+-]?\d+[.,]0{1,2}$/.test(text)) return 'no-whole-count'
  if (!/^[+-]?\d+([.,]0{1,2})?$/.test(text)) return 'no-count'
  const value = Number(text.replace(',', '.'))
  if (value < 0) return 'negative-count'
  return Number.isSafeInteger(value) ? value : 'no-whole-count'
}
