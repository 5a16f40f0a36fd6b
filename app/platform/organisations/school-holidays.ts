import type { HolidayRegion } from './organisations.ts'

export type SchoolHolidayName = 'autumn' | 'christmas' | 'spring' | 'may' | 'summer'

/** One holiday in one region. `start` and `end` are calendar days (`2026-10-10`), both days off. */
export interface SchoolHoliday {
  readonly name: SchoolHolidayName
  readonly start: string
  readonly end: string
  /** Christmas, May and summer are laid down by the ministry; autumn and spring are advice a school may depart from. */
  readonly binding: boolean
}

/** `unknown-year`: the ministry has not fixed that school year, or it lies before the years kept here. */
export type SchoolHolidays =
  | { readonly ok: true; readonly source: string; readonly holidays: readonly SchoolHoliday[] }
  | { readonly ok: false; readonly reason: 'unknown-year'; readonly from: number; readonly until: number }

/** Dates of one holiday: the same for all regions, or noord, midden and zuid in this order. */
type Dates = readonly [start: string, end: string]
type Year = Readonly<Record<SchoolHolidayName, Dates | readonly [noord: Dates, midden: Dates, zuid: Dates]>>

/**
 * School years by the year they begin in. Source: Ministry of Education, Culture and Science, 'Overzicht schoolvakanties'
 * of each school year on rijksoverheid.nl, under the Regeling vaststelling schoolvakanties 2025–2030; what lies beyond
 * 2029–2030 is not fixed yet. The extra advised week before or after the May holiday is the school's choice and not here.
 */
const years: Readonly<Record<number, Year>> = {
  2025: {
    autumn: [
      ['2025-10-18', '2025-10-26'],
      ['2025-10-18', '2025-10-26'],
      ['2025-10-11', '2025-10-19'],
    ],
    christmas: ['2025-12-20', '2026-01-04'],
    spring: [
      ['2026-02-21', '2026-03-01'],
      ['2026-02-14', '2026-02-22'],
      ['2026-02-14', '2026-02-22'],
    ],
    may: ['2026-04-25', '2026-05-03'],
    summer: [
      ['2026-07-04', '2026-08-16'],
      ['2026-07-18', '2026-08-30'],
      ['2026-07-11', '2026-08-23'],
    ],
  },
  2026: {
    autumn: [
      ['2026-10-10', '2026-10-18'],
      ['2026-10-17', '2026-10-25'],
      ['2026-10-17', '2026-10-25'],
    ],
    christmas: ['2026-12-19', '2027-01-03'],
    spring: [
      ['2027-02-20', '2027-02-28'],
      ['2027-02-20', '2027-02-28'],
      ['2027-02-13', '2027-02-21'],
    ],
    may: ['2027-04-24', '2027-05-02'],
    summer: [
      ['2027-07-10', '2027-08-22'],
      ['2027-07-17', '2027-08-29'],
      ['2027-07-24', '2027-09-05'],
    ],
  },
  2027: {
    autumn: [
      ['2027-10-16', '2027-10-24'],
      ['2027-10-16', '2027-10-24'],
      ['2027-10-23', '2027-10-31'],
    ],
    christmas: ['2027-12-25', '2028-01-09'],
    spring: [
      ['2028-02-19', '2028-02-27'],
      ['2028-02-26', '2028-03-05'],
      ['2028-02-26', '2028-03-05'],
    ],
    may: ['2028-04-29', '2028-05-07'],
    summer: [
      ['2028-07-15', '2028-08-27'],
      ['2028-07-08', '2028-08-20'],
      ['2028-07-22', '2028-09-03'],
    ],
  },
  2028: {
    autumn: [
      ['2028-10-14', '2028-10-22'],
      ['2028-10-21', '2028-10-29'],
      ['2028-10-21', '2028-10-29'],
    ],
    christmas: ['2028-12-23', '2029-01-07'],
    spring: [
      ['2029-02-17', '2029-02-25'],
      ['2029-02-17', '2029-02-25'],
      ['2029-02-10', '2029-02-18'],
    ],
    may: ['2029-04-28', '2029-05-06'],
    summer: [
      ['2029-07-21', '2029-09-02'],
      ['2029-07-07', '2029-08-19'],
      ['2029-07-14', '2029-08-26'],
    ],
  },
  2029: {
    autumn: [
      ['2029-10-20', '2029-10-28'],
      ['2029-10-20', '2029-10-28'],
      ['2029-10-13', '2029-10-21'],
    ],
    christmas: ['2029-12-22', '2030-01-06'],
    spring: [
      ['2030-02-16', '2030-02-24'],
      ['2030-02-23', '2030-03-03'],
      ['2030-02-23', '2030-03-03'],
    ],
    may: ['2030-04-27', '2030-05-05'],
    summer: [
      ['2030-07-20', '2030-09-01'],
      ['2030-07-13', '2030-08-25'],
      ['2030-07-06', '2030-08-18'],
    ],
  },
}

const names: readonly SchoolHolidayName[] = ['autumn', 'christmas', 'spring', 'may', 'summer']
const regions: readonly HolidayRegion[] = ['noord', 'midden', 'zuid']

/** The five holidays of the school year that begins in August of `beginYear`, in order, for one of the Dutch regions. */
export function schoolHolidays(beginYear: number, region: HolidayRegion): SchoolHolidays {
  const year = years[beginYear]
  if (year === undefined) {
    const known = Object.keys(years).map(Number)
    return { ok: false, reason: 'unknown-year', from: Math.min(...known), until: Math.max(...known) }
  }
  const holidays = names.map((name): SchoolHoliday => {
    const dates = year[name]
    const [start, end] = isOneForAll(dates) ? dates : dates[regions.indexOf(region) as 0 | 1 | 2] // regions holds each of the three
    return { name, start, end, binding: name === 'christmas' || name === 'may' || name === 'summer' }
  })
  return { ok: true, source: `rijksoverheid.nl, Overzicht schoolvakanties ${beginYear}-${beginYear + 1}`, holidays }
}

function isOneForAll(dates: Year[SchoolHolidayName]): dates is Dates {
  return typeof dates[0] === 'string'
}
