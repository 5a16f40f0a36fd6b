import { ratePerMonth, type TeamSpan } from '@kantelpunt/intervals'
import { addDays, type Day, mondayOf } from '../../../platform/text/days.ts'
import { weeksPerMonth } from '../rhythm.ts'
import { type Figure, type Instrument, instruments, notMeasured } from './impact.ts'

/** How often a month schools in rhythm do it, by the barometer of leerKRACHT. */
export const inRhythm: Readonly<Record<Instrument, number>> = { sessions: 3.5, visits: 3, designs: 1.5 }

const monthsPerWeek = 1 / weeksPerMonth

export interface TeamHistory {
  readonly id: string
  /** The first day of its board; null: it has none yet, and doesn't count. */
  readonly since: Day | null
}

/** Something that a team did on a day. */
export interface Event {
  readonly teamId: string | null
  readonly day: Day
}

export interface Execution {
  readonly teams: readonly TeamHistory[]
  readonly events: Readonly<Record<Instrument, readonly Event[]>>
  /** Mondays of weeks that count, in order: see `countedWeeks`. */
  readonly weeks: readonly Day[]
}

/**
 * How often a month teams use each instrument, from the Monday of `from` until the week before that of `until`. Only
 * weeks with school count, and of a team only those since it has a board. An instrument that nobody used yet is not
 * measured: it is not nought.
 */
export function executionFigures({ teams, events, weeks }: Execution, from: Day, until: Day): readonly Figure[] {
  const counted = weeks.filter((monday) => monday >= mondayOf(from) && addDays(monday, 7) <= mondayOf(until))
  return instruments.map((name): Figure => {
    const figure = { name, unit: 'per-month', reference: inRhythm[name] } as const
    if (events[name].length === 0) return { ...figure, outcome: notMeasured }
    const rows = teams.flatMap(({ id, since }) => rowsOf(id, since, counted, events[name]))
    // No team had a board yet.
    if (rows.length === 0) return { ...figure, outcome: notMeasured }
    const outcome = ratePerMonth(rows)
    return outcome.ok ? { ...figure, outcome, teams: outcome.teams } : { ...figure, outcome }
  })
}

function rowsOf(team: string, since: Day | null, weeks: readonly Day[], events: readonly Event[]): readonly TeamSpan[] {
  if (since === null) return []
  const own = events.filter(({ teamId }) => teamId === team).map(({ day }) => mondayOf(day))
  return weeks
    .filter((monday) => monday >= mondayOf(since))
    .map((monday) => ({
      team,
      span: monday,
      count: own.filter((each) => each === monday).length,
      months: monthsPerWeek,
    }))
}
