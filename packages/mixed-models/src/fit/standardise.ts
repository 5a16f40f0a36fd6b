import { type DesignColumn, fillColumn, interceptName } from '../design/design-column.ts'

/** A model's columns and how each is centred and scaled before cross products are taken. */
export interface Standardised {
  readonly rowCount: number
  readonly fixed: readonly ScaledColumn[]
  /** Each grouping factor with all the effects that vary over it. */
  readonly factors: readonly RandomFactor[]
  readonly response: Float64Array
  /** What the response was less. */
  readonly responseCentre: number
  /**
   * Fixed effects of the scaled columns that the response was less as well, so that sums of squares are of what is left:
   * a response that its columns nearly give would lose its digits.
   */
  readonly offset: Float64Array
  /** Whether the first fixed column is the intercept, so that the others may be centred. */
  readonly hasIntercept: boolean
}

/** (values − centre) / scale. */
export interface ScaledColumn {
  readonly column: DesignColumn
  readonly centre: number
  readonly scale: number
}

export interface RandomFactor {
  readonly name: string
  readonly codes: Int32Array
  readonly levels: readonly string[]
  readonly columns: readonly ScaledColumn[]
  /** Sizes of the blocks of columns that have a covariance matrix of their own, in order. */
  readonly blocks: readonly number[]
}

/** Rows that are worked on at once: their columns stay in the cache. */
export const chunkRows = 1024

export interface Moments {
  readonly mean: number
  /** Root of the mean square about the mean. */
  readonly deviation: number
  /** Root of the mean square. */
  readonly size: number
}

/** Mean and spread of a column, by chunks (Chan, Golub & LeVeque 1983), so that a large mean costs no digits. */
export function momentsOf(column: DesignColumn, rowCount: number): Moments {
  const buffer = new Float64Array(chunkRows)
  let mean = 0
  let squares = 0
  for (let from = 0; from < rowCount; from += chunkRows) {
    const count = Math.min(chunkRows, rowCount - from)
    fillColumn(column, from, count, buffer, 0)
    let sum = 0
    for (let k = 0; k < count; k++) sum += buffer[k] ?? 0
    const chunkMean = sum / count
    let chunkSquares = 0
    for (let k = 0; k < count; k++) {
      const off = (buffer[k] ?? 0) - chunkMean
      chunkSquares += off * off
    }
    const step = chunkMean - mean
    squares += chunkSquares + (step * step * from * count) / (from + count)
    mean += (step * count) / (from + count)
  }
  return { mean, deviation: Math.sqrt(squares / rowCount), size: Math.sqrt(squares / rowCount + mean * mean) }
}

/**
 * Chooses centres and scales. A column is centred only where the intercept of the same block can take up the difference,
 * so that the model stays the same model.
 */
export function scaleColumns(
  columns: readonly DesignColumn[],
  momentsFor: (column: DesignColumn) => Moments,
): readonly ScaledColumn[] {
  const centred = columns.some(({ name }) => name === interceptName)
  return columns.map((column) => {
    if (column.name === interceptName) return { column, centre: 0, scale: 1 }
    const { mean, deviation, size } = momentsFor(column)
    // A constant column stays as it is: it is found to be dependent when the design is looked at.
    if (centred && deviation > 1e-12 * size) return { column, centre: mean, scale: deviation }
    return { column, centre: 0, scale: size > 0 ? size : 1 }
  })
}

/** The model with a response that is less the fixed effects `by` of the scaled columns. */
export function lessFixed(model: Standardised, by: Float64Array): Standardised {
  const response = model.response.slice()
  const buffer = new Float64Array(chunkRows)
  for (let from = 0; from < model.rowCount; from += chunkRows) {
    const count = Math.min(chunkRows, model.rowCount - from)
    model.fixed.forEach(({ column, centre, scale }, j) => {
      fillColumn(column, from, count, buffer, 0)
      const slope = (by[j] ?? 0) / scale
      for (let k = 0; k < count; k++)
        response[from + k] = (response[from + k] ?? 0) - slope * ((buffer[k] ?? 0) - centre)
    })
  }
  return { ...model, response, offset: model.offset.map((each, j) => each + (by[j] ?? 0)) }
}
