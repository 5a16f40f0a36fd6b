import { figuresOfSchools, type NormSet, type ResultsTable } from '@kantelpunt/school-results'
import { packFigures } from '../picture/pack.ts'
import {
  type PreparedResults,
  type PreparedTable,
  type PrepareOptions,
  type PublishedFile,
  prepareResults,
} from '../published/prepare-results.ts'
import { jsonOfRows, readStoredTable, type StoredRow, type StoredTable } from '../published/stored-table.ts'
import { workbook } from './workbook.ts'

/** A table that was read; its rows are asked for piece by piece. */
export type ReadTable = Omit<PreparedTable, 'rows'>

export interface ReadResults extends Omit<PreparedResults, 'tables'> {
  readonly tables: readonly ReadTable[]
}

export type ResultsWork = ReturnType<typeof resultsWork>

/**
 * The heavy work on results, for one file and one picture at a time: what goes in and comes out is copied between threads, so
 * rows go a few thousand at once and nobody is held up by a long copy.
 */
export function resultsWork() {
  let read: readonly PreparedTable[] = []
  const taken: { readonly table: StoredTable; readonly rows: StoredRow[] }[] = []
  return {
    /** Reads, checks and dates a file. */
    read: (file: PublishedFile, options: PrepareOptions): ReadResults => {
      const { tables, ...prepared } = prepareResults(file, options)
      read = tables
      return { ...prepared, tables: tables.map(({ rows: _, ...table }) => table) }
    },
    /** Rows of a table of the file that was read last, as the database takes them. */
    rows: (table: number, from: number, most: number): string =>
      jsonOfRows((read[table]?.rows ?? []).slice(from, from + most)),
    /** A table for the picture; its rows follow. */
    takeTable: (table: StoredTable): void => void taken.push({ table, rows: [] }),
    takeRows: (rows: readonly StoredRow[]): void => void taken.at(-1)?.rows.push(...rows),
    /** The figures of all schools in the tables that were taken, packed. */
    figures: (together: NormSet) => {
      const tables: readonly ResultsTable[] = taken.splice(0).map(({ table, rows }) => readStoredTable(table, rows))
      const figures = figuresOfSchools(tables, together)
      return figures.ok
        ? { ok: true as const, schools: figures.schools.length, body: packFigures(figures.schools) }
        : { ok: false as const, reason: figures.reason }
    },
    workbook,
  }
}
