import { type Domain, type Indicator, percentage, type SchoolFigures } from '@kantelpunt/school-results'

/**
 * Schools from the lowest schoolweging on, those without one last, with each share in a row of numbers in that order: schools
 * like a school stand together, so that going through their shares costs next to nothing. A place is a place in that order.
 */
export interface SchoolIndex {
  readonly schools: readonly SchoolFigures[]
  readonly placeOf: ReadonlyMap<SchoolFigures, number>
  /** As many as there are schools with a schoolweging. */
  readonly weightings: Float64Array
  /** Lowest and highest share that the masked cells allow, in percent; NaN where a school has none. */
  column(domain: Domain, indicator: Indicator): ShareColumn
}

export interface ShareColumn {
  readonly low: Float64Array
  readonly high: Float64Array
}

const known = new WeakMap<readonly SchoolFigures[], SchoolIndex>()

/** Made once for a list of schools, and kept as long as the list is. */
export function schoolIndex(list: readonly SchoolFigures[]): SchoolIndex {
  const found = known.get(list)
  if (found !== undefined) return found
  const weightingOf = ({ weighting }: SchoolFigures) => weighting ?? Number.POSITIVE_INFINITY
  const schools = list.toSorted((one, other) => (weightingOf(one) < weightingOf(other) ? -1 : 1))
  const columns = new Map<string, ShareColumn>()
  const made: SchoolIndex = {
    schools,
    placeOf: new Map(schools.map((school, place) => [school, place])),
    weightings: Float64Array.from(schools.flatMap(({ weighting }) => weighting ?? [])),
    column: (domain, indicator) => {
      const key = `${domain} ${indicator}`
      const column = columns.get(key) ?? columnOf(schools, domain, indicator)
      columns.set(key, column)
      return column
    },
  }
  known.set(list, made)
  return made
}

function columnOf(schools: readonly SchoolFigures[], domain: Domain, indicator: Indicator): ShareColumn {
  const ends = (end: 'low' | 'high') =>
    Float64Array.from(schools, ({ overYears }) => {
      const bounds = overYears?.[domain][indicator]
      return bounds === undefined ? Number.NaN : percentage(bounds[end])
    })
  return { low: ends('low'), high: ends('high') }
}
