import { type CountTable, namesOf, nodesOf, plainSumsOf, stridesOf } from './count-table.ts'
import type { Dimension } from './dimension.ts'
import { type PlainSum, packSums, type Sums } from './sums.ts'

/** Tables about the same people as one whole: every count once, and all sums. */
export interface LinkedTables {
  readonly ok: true
  readonly values: Float64Array
  readonly sums: Sums
  /** By table and cell of that table: the place in `values`. */
  readonly places: readonly Int32Array[]
}

export interface LinkRefusal {
  readonly ok: false
  readonly reason: 'shared-counts-differ'
  readonly table: number
  readonly otherTable: number
  readonly names: readonly string[]
  readonly count: number
  readonly otherCount: number
}

/**
 * Links tables by the margins that they share. Two cells are the same count where they agree in every dimension that both
 * tables have (by name and label) and are the total in every other one. Refuses tables whose shared counts differ.
 */
export function linkTables(tables: readonly CountTable[]): LinkedTables | LinkRefusal {
  const values: number[] = []
  const places: Int32Array[] = []
  const sums = new Map<string, PlainSum>()
  for (const [table, { dimensions, values: own }] of tables.entries()) {
    const mine = new Int32Array(own.length).fill(-1)
    for (let other = 0; other < table; other++) {
      const earlier = tables[other]
      if (earlier === undefined) continue
      for (const [cell, otherCell] of sharedCells(dimensions, earlier.dimensions)) {
        const place = places[other]?.[otherCell] ?? 0
        const [count, otherCount] = [own[cell] ?? 0, values[place] ?? 0]
        if (count !== otherCount)
          return {
            ok: false,
            reason: 'shared-counts-differ',
            table,
            otherTable: other,
            names: namesOf(dimensions, cell),
            count,
            otherCount,
          }
        mine[cell] = place
      }
    }
    for (const cell of own.keys()) if (mine[cell] === -1) mine[cell] = values.push(own[cell] ?? 0) - 1
    places.push(mine)
    for (const { total, parts } of plainSumsOf(dimensions)) {
      const sum = { total: mine[total] ?? 0, parts: parts.map((part) => mine[part] ?? 0) }
      sums.set(`${sum.total}=${sum.parts.toSorted((a, b) => a - b).join('+')}`, sum)
    }
  }
  return { ok: true, values: Float64Array.from(values), sums: packSums([...sums.values()]), places }
}

/** The cells of two tables that are the same count, as pairs. */
function sharedCells(
  dimensions: readonly Dimension[],
  others: readonly Dimension[],
): readonly (readonly [cell: number, otherCell: number])[] {
  const strides = stridesOf(others)
  const base = others.reduce((sum, { root }, axis) => sum + root * (strides[axis] ?? 0), 0)
  const links = dimensions.map((dimension) => {
    const axis = others.findIndex(({ name }) => name === dimension.name)
    const other = others[axis]
    // From the node here to what must be added there; undefined where that node isn't there.
    return dimension.labels.map((label, node) => {
      if (other === undefined) return node === dimension.root ? 0 : undefined
      const there = node === dimension.root ? other.root : other.labels.indexOf(label)
      return there === -1 || (there === other.root) !== (node === dimension.root)
        ? undefined
        : (there - other.root) * (strides[axis] ?? 0)
    })
  })
  const size = dimensions.reduce((all, { labels }) => all * labels.length, 1)
  const pairs: [number, number][] = []
  for (let cell = 0; cell < size; cell++) {
    const steps = nodesOf(dimensions, cell).map((node, axis) => links[axis]?.[node])
    if (steps.every((step) => step !== undefined)) pairs.push([cell, steps.reduce((sum, step) => sum + step, base)])
  }
  return pairs
}

/** Every pair of cells of linked tables that are the same count, each with the first table that has it. */
export function sameCellsOf(tables: readonly (readonly Dimension[])[]): readonly {
  readonly table: number
  readonly cell: number
  readonly otherTable: number
  readonly otherCell: number
}[] {
  return tables.flatMap((dimensions, table) =>
    tables
      .slice(0, table)
      .flatMap((others, otherTable) =>
        sharedCells(dimensions, others).map(([cell, otherCell]) => ({ table, cell, otherTable, otherCell })),
      ),
  )
}
