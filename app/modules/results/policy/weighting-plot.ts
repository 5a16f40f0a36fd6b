import {
  classOf,
  type Domain,
  type Indicator,
  type NormSet,
  normFor,
  percentage,
  type SchoolFigures,
} from '@kantelpunt/school-results'

/** A part of the picture or a class with fewer schools shows none: nobody should be found in it. */
export const fewestShown = 5

/** Schoolweging from 20 to 40 in classes of a point, as the norms have them; shares in steps of five points. */
export const firstWeighting = 20
export const lastWeighting = 40
export const shareStep = 5

/** A part of the picture: schools of one class with a share from `share` up to five points more. */
export interface PlotCell {
  readonly weighting: number
  readonly share: number
  /** Schools that are in it whatever the masked cells are. */
  readonly sure: number
  /** Those, and the ones that may be. */
  readonly possible: number
}

export interface Quartiles {
  readonly first: number
  readonly middle: number
  readonly third: number
}

export interface PlotClass {
  readonly from: number
  readonly schools: number
  /** Of the lowest shares that the masked cells allow, and of the highest; undefined of too few schools. */
  readonly low: Quartiles | undefined
  readonly high: Quartiles | undefined
}

/** How the shares of a domain go with the schoolweging, for the whole country. */
export interface WeightingPlot {
  readonly domain: Domain
  readonly schools: number
  /** Schools that are in no cell that is shown. */
  readonly hidden: number
  readonly cells: readonly PlotCell[]
  readonly classes: readonly PlotClass[]
}

const classes = Array.from({ length: lastWeighting - firstWeighting }, (_, index) => ({
  from: firstWeighting + index,
  to: firstWeighting + index + 1,
}))

/** Counts schools with a schoolweging, every year and enough pupils to be judged. A share between masks is in every cell it may be in. */
export function weightingPlot(
  schools: readonly SchoolFigures[],
  domain: Domain,
  { indicator, minimumPupils }: { readonly indicator: Indicator; readonly minimumPupils: number },
): WeightingPlot {
  const points = schools.flatMap(({ weighting, overYears, pupils }) => {
    const bounds = overYears?.[domain][indicator]
    const found = weighting === undefined ? undefined : classOf(classes, weighting)
    if (bounds === undefined || found === undefined || pupils.low < minimumPupils) return []
    return [{ from: found.from, low: percentage(bounds.low), high: percentage(bounds.high) }]
  })
  const cells = new Map<string, { weighting: number; share: number; sure: number; possible: number }>()
  for (const { from, low, high } of points) {
    const [first, last] = [stepOf(low), stepOf(high)]
    for (let share = first; share <= last; share += shareStep) {
      const key = `${from} ${share}`
      const cell = cells.get(key) ?? { weighting: from, share, sure: 0, possible: 0 }
      cells.set(key, cell)
      cell.possible++
      if (first === last) cell.sure++
    }
  }
  const isShown = (from: number, share: number) => (cells.get(`${from} ${share}`)?.possible ?? 0) >= fewestShown
  const hidden = points.filter(({ from, low, high }) => {
    for (let share = stepOf(low); share <= stepOf(high); share += shareStep) if (isShown(from, share)) return false
    return true
  })
  const perClass = Map.groupBy(points, ({ from }) => from)
  return {
    domain,
    schools: points.length,
    hidden: hidden.length,
    cells: [...cells.values()]
      .filter(({ possible }) => possible >= fewestShown)
      .map((cell) => ({ ...cell, sure: cell.sure < fewestShown ? 0 : cell.sure }))
      .toSorted((one, other) => one.weighting - other.weighting || one.share - other.share),
    classes: classes.map(({ from }) => {
      const own = perClass.get(from) ?? []
      return {
        from,
        schools: own.length,
        low: quartiles(own.map(({ low }) => low)),
        high: quartiles(own.map(({ high }) => high)),
      }
    }),
  }
}

/** The norm of a class; undefined where the rule has none for it. */
export function normOfClass(rule: NormSet, domain: Domain, indicator: Indicator, from: number): number | undefined {
  const norm = normFor(rule, indicator, domain, from)
  return norm.ok ? norm.value : undefined
}

/** The last step has its end too. */
function stepOf(percent: number): number {
  return Math.min(100 - shareStep, Math.floor((percent + 1e-9) / shareStep) * shareStep)
}

function quartiles(values: readonly number[]): Quartiles | undefined {
  if (values.length < fewestShown) return undefined
  const ordered = values.toSorted((one, other) => one - other)
  return { first: quantile(ordered, 0.25), middle: quantile(ordered, 0.5), third: quantile(ordered, 0.75) }
}

/** Hyndman and Fan's type 7, as in R: linear between the ordered values. */
function quantile(ordered: readonly number[], share: number): number {
  const at = (ordered.length - 1) * share
  const below = ordered[Math.floor(at)] ?? 0
  const above = ordered[Math.ceil(at)] ?? below
  return below + (above - below) * (at - Math.floor(at))
}
