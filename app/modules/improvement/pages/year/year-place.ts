import { amsterdamDay } from '../../../../platform/text/days.ts'
import { organisationOf, type WebContext } from '../../../../platform/web/context.ts'
import { schoolYearOf } from '../../school-year.ts'
import { type YearAudience, yearAudienceOf } from '../../year.ts'

export interface YearPlace {
  readonly year: number
  /** The school year that today is in. */
  readonly thisYear: number
  readonly audience: YearAudience
}

/**
 * The school year of the path, or the one that today is in; null where that is no year, or the organisation no school:
 * only schools have a year board.
 */
export function yearPlaceOf(c: WebContext): YearPlace | null {
  const audience = yearAudienceOf(c.var.visit)
  if (audience === null || organisationOf(c).kind !== 'school') return null
  const thisYear = schoolYearOf(amsterdamDay(c.var.now))
  const named = c.req.param('year')
  if (named === undefined) return { year: thisYear, thisYear, audience }
  return /^20\d{2}$/.test(named) ? { year: Number(named), thisYear, audience } : null
}
