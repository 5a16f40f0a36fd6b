import type { Figure, FigureName, FigureUnit } from './impact.ts'
import type { SchoolImpact } from './school-impact.ts'

/** A row of the year in one picture: a figure for each period, or one for the whole year. */
export interface YearLane {
  readonly name: FigureName
  readonly unit: FigureUnit
  readonly reference?: number
  /** One for each period, in order; null: that period has yet to come. One only: the whole year. */
  readonly figures: readonly (Figure | null)[]
  readonly span: 'periods' | 'year'
}

/** The rows of the picture, in the order of the layers. */
export function yearLanes({ year, ofYear }: SchoolImpact): readonly YearLane[] {
  const names = year[0]?.figures.map(({ name }) => name) ?? []
  const byPeriod = names.map((name): YearLane => {
    const figures = year.map(({ figures: all, isFuture }) => {
      const figure = all.find((each) => each.name === name)
      return isFuture || figure === undefined ? null : figure
    })
    const reference = year[0]?.figures.find((each) => each.name === name)?.reference
    const unit = year[0]?.figures.find((each) => each.name === name)?.unit ?? 'share'
    return { name, unit, figures, span: 'periods', ...(reference === undefined ? {} : { reference }) }
  })
  const whole = [ofYear.culture, ofYear.behaviour].map(
    (figure): YearLane => ({ name: figure.name, unit: figure.unit, figures: [figure], span: 'year' }),
  )
  // Results are the last layer.
  return [...byPeriod.slice(0, -1), ...whole, ...byPeriod.slice(-1)]
}
