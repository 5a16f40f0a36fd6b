import type { Trx } from '../../platform/database/scope.ts'
import type { OrganisationRef } from '../../platform/identity/viewer.ts'
import { amsterdamDay, type Day } from '../../platform/text/days.ts'
import type { Locale } from '../../platform/text/dictionary.ts'
import { type SchoolYear, schoolYear } from './school-year.ts'
import type { YearAudience, YearBoard } from './year.ts'
import { readYear, teamsOf } from './year-store.ts'

/** What every part of a year board gets to show itself: the same for all devices of a variant. */
export interface YearProps {
  readonly locale: Locale
  readonly audience: YearAudience
  /** `/s/<slug>` */
  readonly school: string
  readonly schoolName: string
  readonly board: YearBoard
  readonly days: SchoolYear
  /** How many teams the school has: to say 'all teams'. */
  readonly teamCount: number
  readonly today: Day
}

interface YearQuery {
  readonly organisation: OrganisationRef
  readonly year: number
  readonly locale: Locale
  readonly audience: YearAudience
  readonly now: Date
}

/** The region whose holidays hold for a school; the middle of the country where that is not known. */
export function regionOf(organisation: OrganisationRef) {
  return organisation.holidayRegion ?? 'midden'
}

/** Null where the school has no year board for that year. */
export async function loadYearProps(trx: Trx, query: YearQuery): Promise<YearProps | null> {
  const { organisation, year, locale, audience, now } = query
  const board = await readYear(trx, organisation.id, year)
  if (board === null) return null
  const teams = await teamsOf(trx, organisation.id)
  return {
    locale,
    audience,
    school: `/s/${organisation.slug}`,
    schoolName: organisation.name,
    board,
    days: schoolYear(year, regionOf(organisation)),
    teamCount: teams.length,
    today: amsterdamDay(now),
  }
}
