import type { Visit } from '../../platform/identity/viewer.ts'
import type { Day } from '../../platform/text/days.ts'
import type { PeriodDates } from './period.ts'
import type { Stage } from './tables.ts'

export interface YearTeam {
  readonly id: string
  readonly name: string
  readonly slug: string
  /** Its improvement board; null where it was never opened. */
  readonly boardId: string | null
}

/** What a team wrote at the end of a period; the board is where it can be read. */
export interface TeamLookBack {
  readonly teamId: string
  readonly teamName: string
  readonly boardId: string
  readonly closedOn: Day | null
}

/** A period with its theme, and what the teams made of it. */
export interface YearPeriod extends PeriodDates {
  readonly id: string
  readonly theme: string | null
  readonly note: string | null
  /** `closed` also where every team that takes part has closed it. */
  readonly stage: Stage
  readonly teams: readonly YearTeam[]
  readonly goals: number
  readonly goalsReached: number
  readonly actions: number
  readonly openActions: number
  readonly lookBacks: readonly TeamLookBack[]
}

export interface YearBoard {
  readonly schoolYear: number
  readonly ambition: string
  readonly periods: readonly YearPeriod[]
}

/** The stream of all year boards of a school. */
export function yearStream(organisationId: string): string {
  return `year:${organisationId}`
}

export function yearPath(organisationSlug: string, schoolYear?: number): string {
  const path = `/s/${organisationSlug}/year`
  return schoolYear === undefined ? path : `${path}/${schoolYear}`
}

/** Leader and coach write on the year board; teachers and the governing body read it. */
export type YearAudience = 'writes' | 'reads'

export function yearAudienceOf({ roles }: Pick<Visit, 'roles'>): YearAudience | null {
  if (roles.length === 0) return null
  return roles.includes('leader') || roles.includes('coach') ? 'writes' : 'reads'
}
