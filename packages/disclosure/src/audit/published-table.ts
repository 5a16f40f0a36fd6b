import type { Dimension } from '../table/dimension.ts'

/** A table as it is published: counts by cell (row-major over the nodes of the dimensions), NaN where suppressed. */
export interface PublishedTable {
  readonly dimensions: readonly Dimension[]
  readonly values: Float64Array
  /** Cells (NaN) that are no part of what is published, such as a remainder: even where zeros are never suppressed, 0 or more. */
  readonly beside?: ReadonlySet<number>
}

/** A published share that says something of two counts: low ≤ numerator / denominator ≤ high. Cells of one table. */
export interface PublishedRate {
  readonly table: number
  readonly numerator: number
  readonly denominator: number
  readonly low: number
  readonly high: number
}

/** A cell of one table that is the same count as a cell of another. */
export interface SameCell {
  readonly table: number
  readonly cell: number
  readonly otherTable: number
  readonly otherCell: number
}
