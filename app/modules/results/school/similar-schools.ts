import { type Domain, type Indicator, percentage, type SchoolFigures } from '@kantelpunt/school-results'
import type { SchoolPlace, SchoolPlaces } from '../picture/school-places.ts'

/** Which schools a school is laid beside: those most like it in what the visitor chooses. */
export interface Likeness {
  /** Schoolweging at most this far away; null: whatever it is. */
  readonly weighting: number | null
  /** As many pupils, within a factor of two. */
  readonly size: boolean
  readonly region: 'country' | 'province' | 'municipality'
}

/** What a visitor sees first: as the norms do, a class of schoolweging is a point wide. */
export const usualLikeness: Likeness = { weighting: 0.5, size: false, region: 'country' }

/** Fewer schools than this say nothing about a school among them, and might be recognised as one. */
export const fewestSimilar = 10

const sizeFactor = 2

/** The schools like this one, itself left out. */
export function similarSchools(
  school: SchoolFigures,
  {
    schools,
    places,
    likeness,
  }: { readonly schools: readonly SchoolFigures[]; readonly places: SchoolPlaces; readonly likeness: Likeness },
): readonly SchoolFigures[] {
  const own = placeOf(school, places)
  return schools.filter((other) => {
    if (other === school || other.overYears === undefined) return false
    if (likeness.weighting !== null && !isNear(school.weighting, other.weighting, likeness.weighting)) return false
    if (likeness.size && !isOfSize(school, other)) return false
    if (likeness.region === 'country') return true
    const place = placeOf(other, places)
    if (own === undefined || place === undefined) return false
    return likeness.region === 'province'
      ? own.province !== null && place.province === own.province
      : place.municipalityCode === own.municipalityCode
  })
}

/** Where a school is: its location, or of a school of which only the BRIN is known the main one. */
export function placeOf(school: SchoolFigures, places: SchoolPlaces): SchoolPlace | undefined {
  const { location, object } = school
  if (location !== undefined) {
    const found = places.byCode.get(`${location.brin}${location.location}`)
    if (found !== undefined) return found
  }
  return places.byBrin.get((location ?? object)?.brin ?? '')
}

/** The middle of a group of schools, in percent: half of them lie between `low` and `high`, whatever the masked cells are. */
export interface Spread {
  readonly schools: number
  /** First quartile of the lowest shares that the masks allow. */
  readonly low: number
  /** Median of the lowest and of the highest shares. */
  readonly middle: readonly [low: number, high: number]
  /** Third quartile of the highest. */
  readonly high: number
}

/**
 * How the shares of schools spread. No cell is taken in its middle: quartiles are of the ends that the masks allow. Of a group
 * `within` a whole the whole is put in order only once.
 */
export function spreadOf(
  schools: readonly SchoolFigures[],
  domain: Domain,
  indicator: Indicator,
  within: readonly SchoolFigures[] = schools,
): Spread | undefined {
  const { low, high } = orderedOf(within).order(domain, indicator)
  const isIn = membersOf(schools, within)
  const lows = valuesOf(low, isIn, schools.length)
  if (lows.length < fewestSimilar) return undefined
  const highs = valuesOf(high, isIn, schools.length)
  return {
    schools: lows.length,
    low: quantile(lows, 0.25),
    middle: [quantile(lows, 0.5), quantile(highs, 0.5)],
    high: quantile(highs, 0.75),
  }
}

/** Places of schools with a share, from the lowest on, and those shares. */
interface Order {
  readonly places: Int32Array
  readonly values: Float64Array
}

interface Ordered {
  readonly placeOfSchool: ReadonlyMap<SchoolFigures, number>
  readonly order: (domain: Domain, indicator: Indicator) => { readonly low: Order; readonly high: Order }
}

/** Schools of a whole in the order of their shares, as long as the whole is kept. */
const ordered = new WeakMap<readonly SchoolFigures[], Ordered>()

function orderedOf(whole: readonly SchoolFigures[]): Ordered {
  const known = ordered.get(whole)
  if (known !== undefined) return known
  const orders = new Map<string, { readonly low: Order; readonly high: Order }>()
  const made: Ordered = {
    placeOfSchool: new Map(whole.map((school, place) => [school, place])),
    order: (domain, indicator) => {
      const key = `${domain} ${indicator}`
      const found = orders.get(key) ?? {
        low: orderBy(whole, domain, indicator, 'low'),
        high: orderBy(whole, domain, indicator, 'high'),
      }
      orders.set(key, found)
      return found
    },
  }
  ordered.set(whole, made)
  return made
}

function orderBy(whole: readonly SchoolFigures[], domain: Domain, indicator: Indicator, end: 'low' | 'high'): Order {
  const all = whole
    .flatMap(({ overYears }, place) => {
      const bounds = overYears?.[domain][indicator]
      return bounds === undefined ? [] : [{ place, value: percentage(bounds[end]) }]
    })
    .toSorted((one, other) => one.value - other.value)
  return {
    places: Int32Array.from(all, ({ place }) => place),
    values: Float64Array.from(all, ({ value }) => value),
  }
}

/** Which places of a whole a group has: the same for each domain and level. */
const members = new WeakMap<
  readonly SchoolFigures[],
  { readonly whole: readonly SchoolFigures[]; readonly isIn: Uint8Array }
>()

function membersOf(schools: readonly SchoolFigures[], whole: readonly SchoolFigures[]): Uint8Array {
  const known = members.get(schools)
  if (known?.whole === whole) return known.isIn
  const isIn = new Uint8Array(whole.length)
  const { placeOfSchool } = orderedOf(whole)
  if (schools === whole) isIn.fill(1)
  else for (const school of schools) isIn[placeOfSchool.get(school) ?? -1] = 1
  members.set(schools, { whole, isIn })
  return isIn
}

/** The shares of those schools of an order that are in, in that order. */
function valuesOf({ places, values }: Order, isIn: Uint8Array, most: number): Float64Array {
  const found = new Float64Array(most)
  let count = 0
  for (let at = 0; at < places.length; at++) {
    if (isIn[places[at] ?? -1] === 1) found[count++] = values[at] ?? 0
  }
  return found.subarray(0, count)
}

/** Hyndman and Fan's type 7, as in R: linear between the ordered values. */
function quantile(ordered: Float64Array, share: number): number {
  const at = (ordered.length - 1) * share
  const below = ordered[Math.floor(at)] ?? 0
  const above = ordered[Math.ceil(at)] ?? below
  return below + (above - below) * (at - Math.floor(at))
}

function isNear(one: number | undefined, other: number | undefined, within: number): boolean {
  return one !== undefined && other !== undefined && Math.abs(one - other) <= within
}

function isOfSize({ pupils: one }: SchoolFigures, { pupils: other }: SchoolFigures): boolean {
  const size = ({ low, high }: SchoolFigures['pupils']) => (Number.isFinite(high) ? (low + high) / 2 : low)
  const ratio = size(one) / size(other)
  return ratio >= 1 / sizeFactor && ratio <= sizeFactor
}
