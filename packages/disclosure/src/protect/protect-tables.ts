import type { Solver } from '@kantelpunt/solver'
import { type CountTable, nodesOf, plainSumsOf, sizeOf } from '../table/count-table.ts'
import { childrenOf, type Dimension } from '../table/dimension.ts'
import { type LinkRefusal, linkTables } from '../table/link-tables.ts'
import { packSums } from '../table/sums.ts'
import type { Rule } from './problem.ts'
import { type ProtectAnswer, type ProtectOptions, protectCounts } from './protect.ts'

export interface TableCell {
  readonly table: number
  readonly cell: number
}

type Answered = Extract<ProtectAnswer, { readonly ok: true }>

export type ProtectTablesAnswer =
  | (Omit<Answered, 'primary' | 'secondary'> & {
      /** A count that several tables share is named in the first of them. */
      readonly primary: readonly TableCell[]
      readonly secondary: readonly TableCell[]
      /** By table, 1 where a cell is suppressed. */
      readonly suppressed: readonly Uint8Array[]
    })
  | { readonly ok: false; readonly reason: 'cannot-be-protected'; readonly cells: readonly TableCell[] }
  | LinkRefusal

/** Protects one table, or several that share margins together. `hidden[t]` are the cells of table t that nobody publishes. */
export function protectTables(
  solver: Solver,
  tables: readonly CountTable[],
  rule: Rule,
  options: ProtectOptions,
  hidden: readonly (readonly number[])[] = [],
): ProtectTablesAnswer {
  const only = tables.length === 1 ? tables[0] : undefined
  const linked =
    only === undefined
      ? linkTables(tables)
      : {
          ok: true as const,
          values: only.values,
          sums: packSums(plainSumsOf(only.dimensions)),
          places: [Int32Array.from(only.values.keys())],
        }
  if (!linked.ok) return linked
  const { values, sums, places } = linked
  const hiddenPlaces = hidden.flatMap((cells, table) => cells.map((cell) => places[table]?.[cell] ?? 0))
  const kept = tables.flatMap(({ dimensions }, table) =>
    keptCells(dimensions, rule.keep).map((cell) => places[table]?.[cell] ?? 0),
  )
  const answer = protectCounts(
    solver,
    {
      kept,
      values,
      sums,
      tables: tables.map(({ dimensions }, table) => ({ dimensions, places: places[table] ?? new Int32Array() })),
      hidden: [...new Set(hiddenPlaces)],
    },
    rule,
    options,
  )
  const cellOf = new Map<number, TableCell>()
  for (const [table, own] of places.entries())
    for (const [cell, place] of own.entries()) if (!cellOf.has(place)) cellOf.set(place, { table, cell })
  const cellsOf = (list: readonly number[]): readonly TableCell[] => list.flatMap((place) => cellOf.get(place) ?? [])
  if (!answer.ok) return { ...answer, cells: cellsOf(answer.cells) }
  const chosen = new Set([...answer.primary, ...answer.secondary])
  return {
    ...answer,
    primary: cellsOf(answer.primary),
    secondary: cellsOf(answer.secondary),
    suppressed: places.map((own) => Uint8Array.from(own, (place) => (chosen.has(place) ? 1 : 0))),
  }
}

/** The cells that a rule keeps published. */
function keptCells(dimensions: readonly Dimension[], keep: Rule['keep']): readonly number[] {
  if (keep === undefined || keep === 'nothing') return []
  const isTotal = dimensions.map((dimension) => childrenOf(dimension).map((children) => children.length > 0))
  return Array.from({ length: sizeOf(dimensions) }, (_, cell) => cell).filter((cell) => {
    const nodes = nodesOf(dimensions, cell)
    return keep === 'total'
      ? nodes.every((node, axis) => node === dimensions[axis]?.root)
      : nodes.some((node, axis) => isTotal[axis]?.[node])
  })
}
