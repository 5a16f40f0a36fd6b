import {
  type Domain,
  percentage,
  type SchoolFigures,
  type ShareBounds,
  wilsonInterval,
} from '@kantelpunt/school-results'
import type { Picture } from '../picture/picture-store.ts'
import { domainView } from '../school/domain-view.ts'

/** 99 %, two-sided: many schools are looked at, so few may be found by chance. */
const z = 2.576

/** What published figures say of a school with certainty in a domain; null: nothing. */
export type Further = 'grew' | 'above' | null

/** Whether a school is further in a domain by what is published: it grew, or else it lies above the norm of its schoolweging. */
export function furtherIn(school: SchoolFigures, domain: Domain, picture: Picture): Further {
  if (hasGrown(school, domain, picture)) return 'grew'
  const target = domainView(school, domain, { picture, similar: [] }).levels.find(
    ({ indicator }) => indicator === '1S/2F',
  )
  return target?.standing === 'clearly-above' ? 'above' : null
}

type PictureOfYears = Pick<Picture, 'schools' | 'schoolYears'>

/** Grew from the first to the last year beyond masked cells, chance, and what all schools together did. */
export function hasGrown(school: SchoolFigures, domain: Domain, picture: PictureOfYears): boolean {
  const change = changeOver(school, domain, picture)
  return change !== undefined && leastChange(change) > Math.max(0, mostRiseOfAll(picture, domain))
}

interface Change {
  readonly first: ShareBounds
  readonly last: ShareBounds
}

/**
 * The least by which a share rose, in points: the lowest last and the highest first share that the masked cells allow, less
 * what chance may make of their difference (Newcombe 1998, method 10: from the intervals of Wilson of both).
 */
export function leastChange({ first, last }: Change): number {
  const from = percentage(first.high)
  const to = percentage(last.low)
  const mostFrom = wilsonInterval(first.high, z)[1]
  const leastTo = wilsonInterval(last.low, z)[0]
  return to - from - Math.hypot(to - leastTo, mostFrom - from)
}

function changeOver(school: SchoolFigures, domain: Domain, { schoolYears }: PictureOfYears): Change | undefined {
  const of = (period: string | undefined) =>
    school.years.find((year) => year.period === period)?.shares[domain]['1S/2F']
  const first = of(schoolYears[0])
  const last = of(schoolYears.at(-1))
  return schoolYears.length < 2 || first === undefined || last === undefined ? undefined : { first, last }
}

const rises = new WeakMap<readonly SchoolFigures[], Map<Domain, number>>()

/** The most by which the share of all schools together can have risen, in points: a test that got easier is no growth. */
function mostRiseOfAll(picture: PictureOfYears, domain: Domain): number {
  const known = rises.get(picture.schools) ?? new Map<Domain, number>()
  rises.set(picture.schools, known)
  const found = known.get(domain) ?? riseOf(picture, domain)
  known.set(domain, found)
  return found
}

function riseOf(picture: PictureOfYears, domain: Domain): number {
  const from = { above: 0, total: 0 }
  const to = { above: 0, total: 0 }
  for (const school of picture.schools) {
    const change = changeOver(school, domain, picture)
    if (change === undefined) continue
    from.above += change.first.low.above
    from.total += change.first.low.total
    to.above += change.last.high.above
    to.total += change.last.high.total
  }
  return from.total === 0 || to.total === 0 ? 0 : percentage(to) - percentage(from)
}
