import type { SchoolFigures } from '@kantelpunt/school-results'
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
  const { weighting } = likeness
  const near = weighting === null ? schools : ofWeighting(schools, school.weighting, weighting)
  return near.filter((other) => {
    if (other === school || other.overYears === undefined) return false
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

/** Schools with a schoolweging from the lowest on, as long as the list that they come from is kept. */
const byWeighting = new WeakMap<
  readonly SchoolFigures[],
  { readonly schools: readonly SchoolFigures[]; readonly weightings: readonly number[] }
>()

/** Those of which the schoolweging is at most so far from a school's; none where that is not known. */
function ofWeighting(
  schools: readonly SchoolFigures[],
  own: number | undefined,
  within: number,
): readonly SchoolFigures[] {
  if (own === undefined) return []
  let known = byWeighting.get(schools)
  if (known === undefined) {
    const ordered = schools
      .flatMap((school) => (school.weighting === undefined ? [] : [{ school, weighting: school.weighting }]))
      .toSorted((one, other) => one.weighting - other.weighting)
    known = { schools: ordered.map(({ school }) => school), weightings: ordered.map(({ weighting }) => weighting) }
    byWeighting.set(schools, known)
  }
  const { weightings } = known
  const from = firstWhere(weightings, (weighting) => own - weighting <= within)
  const past = firstWhere(weightings, (weighting) => weighting - own > within)
  return known.schools.slice(from, past)
}

/** The first place of ordered values from which on something holds; their number where it never does. */
function firstWhere(ordered: readonly number[], holds: (value: number) => boolean): number {
  let from = 0
  let past = ordered.length
  while (from < past) {
    const middle = (from + past) >> 1
    if (holds(ordered[middle] ?? 0)) past = middle
    else from = middle + 1
  }
  return from
}

function isOfSize({ pupils: one }: SchoolFigures, { pupils: other }: SchoolFigures): boolean {
  const size = ({ low, high }: SchoolFigures['pupils']) => (Number.isFinite(high) ? (low + high) / 2 : low)
  const ratio = size(one) / size(other)
  return ratio >= 1 / sizeFactor && ratio <= sizeFactor
}
