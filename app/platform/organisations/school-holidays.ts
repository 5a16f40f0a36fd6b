import { z } from 'zod'
import type { HolidayRegion } from './organisations.ts'
import data from './school-holidays.json' with { type: 'json' }

/** One holiday in one region. `start` and `end` are calendar days (`2026-10-10`), both days off. */
export interface SchoolHoliday {
  readonly name: SchoolHolidayName
  readonly start: string
  readonly end: string
  /** Christmas, May and summer are laid down by the ministry; autumn and spring are advice a school may depart from. */
  readonly binding: boolean
}

const names = ['autumn', 'christmas', 'spring', 'may', 'summer'] as const
const regions = ['noord', 'midden', 'zuid'] as const
export type SchoolHolidayName = (typeof names)[number]

/** `unknown-year`: the ministry has not fixed that school year, or it lies before the years kept here. */
export type SchoolHolidays =
  | { readonly ok: true; readonly source: string; readonly holidays: readonly SchoolHoliday[] }
  | { readonly ok: false; readonly reason: 'unknown-year'; readonly from: number; readonly until: number }

const interval = z.string().regex(/^\d{4}-\d{2}-\d{2}\/\d{4}-\d{2}-\d{2}$/)
const byRegion = z.strictObject({ noord: interval, midden: interval, zuid: interval })
const schoolYear = z.strictObject({
  source: z.url(),
  autumn: byRegion,
  christmas: byRegion,
  spring: byRegion,
  may: byRegion,
  summer: byRegion,
})

/**
 * School years by the year they begin in, from `school-holidays.json`. Source: Ministry of Education, Culture and Science,
 * the overview of each school year, under the Regeling vaststelling schoolvakanties 2025–2030; what lies beyond is not
 * fixed yet. The extra week that the ministry advises beside the May holiday is the school's choice and not in here.
 */
const years = new Map(
  Object.entries(z.record(z.string().regex(/^\d{4}-\d{4}$/), schoolYear).parse(data)).map(
    ([name, year]) => [Number(name.slice(0, 4)), year] as const,
  ),
)

/**
 * The five holidays of the school year that begins in August of `beginYear`, in order, for one of the Dutch regions. For a
 * school whose region is not known (null): the days that are off in all three, so none of a holiday that they do not share.
 */
export function schoolHolidays(beginYear: number, region: HolidayRegion | null): SchoolHolidays {
  const year = years.get(beginYear)
  if (year === undefined) {
    return { ok: false, reason: 'unknown-year', from: Math.min(...years.keys()), until: Math.max(...years.keys()) }
  }
  const holidays = names.map((name): SchoolHoliday => {
    const spans = (region === null ? regions : [region]).map((each) => year[name][each].split('/'))
    // Days in this form sort as time does: the last to begin and the first to end bound what they share.
    const start =
      spans
        .map(([first = '']) => first)
        .sort()
        .at(-1) ?? ''
    const end = spans.map(([, last = '']) => last).sort()[0] ?? ''
    return { name, start, end, binding: name === 'christmas' || name === 'may' || name === 'summer' }
  })
  return { ok: true, source: year.source, holidays: holidays.filter(({ start, end }) => start <= end) }
}
