import type { Shape } from './shape.ts'

/** A rule that every panel keeps though no row says so: Σ weight·x ≤ most, by profile; integers. */
export interface Cut {
  readonly weights: Float64Array
  readonly most: number
}

/**
 * A polyhedron around all panels: the rows of the shape, 0 ≤ x ≤ the number of people, and the cuts found so far. Linear
 * programmes over it bound what any distribution over panels can reach.
 */
export interface Outer {
  readonly shape: Shape
  readonly cuts: readonly Cut[]
}

/** In compressed rows: the rows of the shape, then the cuts; one column for each profile. */
export interface OuterMatrix {
  readonly starts: Int32Array
  readonly columns: Int32Array
  readonly values: Float64Array
  readonly low: Float64Array
  readonly high: Float64Array
}

export function matrixOf({ shape, cuts }: Outer): OuterMatrix {
  const members: number[][] = shape.rows.map(() => [])
  shape.profiles.forEach(({ rows }, column) => {
    for (const row of rows) members[row]?.push(column)
  })
  const starts = new Int32Array(shape.rows.length + cuts.length + 1)
  const columns: number[] = []
  const values: number[] = []
  members.forEach((list, row) => {
    for (const column of list) {
      columns.push(column)
      values.push(1)
    }
    starts[row + 1] = columns.length
  })
  const scales = cuts.map(({ weights }) => weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1))
  cuts.forEach(({ weights }, cut) => {
    weights.forEach((weight, column) => {
      if (weight === 0) return
      columns.push(column)
      values.push(weight / (scales[cut] ?? 1))
    })
    starts[shape.rows.length + cut + 1] = columns.length
  })
  return {
    starts,
    columns: Int32Array.from(columns),
    values: Float64Array.from(values),
    low: Float64Array.from([...shape.rows.map(({ low }) => low), ...cuts.map(() => Number.NEGATIVE_INFINITY)]),
    high: Float64Array.from([
      ...shape.rows.map(({ high }) => high),
      ...cuts.map(({ most }, cut) => most / (scales[cut] ?? 1)),
    ]),
  }
}
