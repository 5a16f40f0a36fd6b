import { type Domain, domains, type SchoolFigures } from '@kantelpunt/school-results'
import type { Picture } from '../picture/picture-store.ts'
import type { SchoolPlaces } from '../picture/school-places.ts'
import { isOfSize, placeOf, similarSchools, usualLikeness } from '../school/similar-schools.ts'
import type { Subject } from '../tracks/track.ts'
import { type Further, furtherIn } from './sure-growth.ts'
import type { Willing } from './willing-store.ts'

const nearness = ['municipality', 'province', 'country'] as const

/** A willing school that published figures speak for, as a school like it sees it. */
export interface Helper extends Willing {
  readonly further: NonNullable<Further>
  readonly near: (typeof nearness)[number]
  readonly place: string | undefined
  readonly sameSize: boolean
}

interface Around {
  /** Code in the register of the school that looks. */
  readonly code: string | null
  readonly picture: Picture | undefined
  readonly places: SchoolPlaces
}

/** Domains that a track may ask about. Published figures know no growth of pupils: of that, a school that grew in any domain. */
export function domainsOf(subject: Subject): readonly Domain[] {
  return subject === 'growth' ? domains : [subject]
}

/** Willing schools of about the same schoolweging that are further with certainty: near ones first, never by result. */
export function findHelpers(
  subject: Subject,
  willing: readonly Willing[],
  { code, picture, places }: Around,
): readonly Helper[] {
  const own = code === null ? undefined : picture?.byLocation.get(code)
  if (picture === undefined || own === undefined || own.weighting === undefined) return []
  const wanted = domainsOf(subject)
  const found = willing.flatMap((each): readonly Helper[] => {
    const school = picture.byLocation.get(each.code)
    if (school === undefined || !wanted.includes(each.domain) || !isAlike(own, school, places)) return []
    const further = furtherIn(school, each.domain, picture)
    if (further === null || (subject === 'growth' && further !== 'grew')) return []
    const near = nearnessOf(own, school, places)
    return [{ ...each, further, near, place: placeOf(school, places)?.place, sameSize: isOfSize(own, school) }]
  })
  return found.toSorted(
    (one, other) =>
      nearness.indexOf(one.near) - nearness.indexOf(other.near) ||
      Number(other.sameSize) - Number(one.sameSize) ||
      one.name.localeCompare(other.name, 'nl') ||
      one.domain.localeCompare(other.domain),
  )
}

function isAlike(own: SchoolFigures, school: SchoolFigures, places: SchoolPlaces): boolean {
  return similarSchools(own, { schools: [school], places, likeness: usualLikeness }).length === 1
}

function nearnessOf(own: SchoolFigures, school: SchoolFigures, places: SchoolPlaces): Helper['near'] {
  const here = placeOf(own, places)
  const there = placeOf(school, places)
  if (here === undefined || there === undefined) return 'country'
  if (here.municipalityCode === there.municipalityCode) return 'municipality'
  return here.province !== null && here.province === there.province ? 'province' : 'country'
}
