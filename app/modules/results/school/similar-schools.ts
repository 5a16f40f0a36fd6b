import type { SchoolFigures } from '@kantelpunt/school-results'
import type { SchoolPlace, SchoolPlaces } from '../picture/school-places.ts'
import { type SchoolIndex, schoolIndex } from './school-index.ts'

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

/** The schools like this one, itself left out, as their places in the index. */
export function similarSchools(
  school: SchoolFigures,
  {
    schools,
    places,
    likeness,
  }: { readonly schools: readonly SchoolFigures[]; readonly places: SchoolPlaces; readonly likeness: Likeness },
): readonly number[] {
  const index = schoolIndex(schools)
  const regions = likeness.region === 'country' ? undefined : regionsOf(index, places)[likeness.region]
  const own = regions?.[index.placeOf.get(school) ?? -1]
  if (regions !== undefined && own === undefined) return []
  const [from, past] = nearPlaces(index, school.weighting, likeness.weighting)
  const found: number[] = []
  for (let place = from; place < past; place++) {
    if (regions !== undefined && regions[place] !== own) continue
    const other = index.schools[place]
    if (other?.overYears === undefined || other === school) continue
    if (!likeness.size || isOfSize(school, other)) found.push(place)
  }
  return found
}

/** Where the schools of an index are, in its order; undefined where that is not known. */
interface Regions {
  readonly province: readonly (string | undefined)[]
  readonly municipality: readonly (string | undefined)[]
}

/** As long as both the index and the register are kept. */
const regionsOfIndex = new WeakMap<SchoolIndex, WeakMap<SchoolPlaces, Regions>>()

function regionsOf(index: SchoolIndex, places: SchoolPlaces): Regions {
  const known = regionsOfIndex.get(index) ?? new WeakMap<SchoolPlaces, Regions>()
  regionsOfIndex.set(index, known)
  const found = known.get(places)
  if (found !== undefined) return found
  const placed = index.schools.map((school) => placeOf(school, places))
  const made = {
    province: placed.map((place) => place?.province ?? undefined),
    municipality: placed.map((place) => place?.municipalityCode),
  }
  known.set(places, made)
  return made
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

/** From which place to which a schoolweging is at most so far away; all where it doesn't matter, none where it is not known. */
function nearPlaces(
  { schools, weightings }: SchoolIndex,
  own: number | undefined,
  within: number | null,
): readonly [from: number, past: number] {
  if (within === null) return [0, schools.length]
  if (own === undefined) return [0, 0]
  return [
    firstWhere(weightings, (weighting) => own - weighting <= within),
    firstWhere(weightings, (weighting) => weighting - own > within),
  ]
}

/** The first place of ordered values from which on something holds; their number where it never does. */
function firstWhere(ordered: Float64Array, holds: (value: number) => boolean): number {
  let from = 0
  let past = ordered.length
  while (from < past) {
    const middle = (from + past) >> 1
    if (holds(ordered[middle] ?? 0)) past = middle
    else from = middle + 1
  }
  return from
}

/** As many pupils, within a factor of two. */
export function isOfSize({ pupils: one }: SchoolFigures, { pupils: other }: SchoolFigures): boolean {
  const size = ({ low, high }: SchoolFigures['pupils']) => (Number.isFinite(high) ? (low + high) / 2 : low)
  const ratio = size(one) / size(other)
  return ratio >= 1 / sizeFactor && ratio <= sizeFactor
}
