import { addDays, type Day, mondayOf } from '../../../platform/text/days.ts'
import { weeksPerMonth } from '../rhythm.ts'
import { type Execution, executionFigures, inRhythm } from './execution.ts'
import { type Figure, type Instrument, instruments } from './impact.ts'

/** What a team did with one instrument in one month; null: it had no weeks that count then. */
export interface TeamMonth {
  readonly times: number
  readonly weeks: number
  /** What a school in rhythm does in so many weeks. */
  readonly rhythm: number
}

export interface TeamRow {
  readonly team: string
  readonly months: readonly (TeamMonth | null)[]
  /** Over all these months. */
  readonly whole: Figure
}

/** One table: an instrument, teams by name, months in order (`2026-11`). */
export interface TeamMonths {
  readonly instrument: Instrument
  readonly reference: number
  readonly months: readonly string[]
  readonly rows: readonly TeamRow[]
}

/** The month that a week is in: that of its Thursday, as of ISO 8601's year. */
function monthOf(monday: Day): string {
  return addDays(monday, 3).slice(0, 7)
}

/**
 * How often each team used each instrument, month by month between two days, beside what schools in rhythm do in as many
 * weeks. Only weeks that count (`countedWeeks`), and of a team those since it has a board; teams without a board are left out.
 */
export function teamMonths(
  execution: Execution,
  named: readonly { readonly id: string; readonly name: string }[],
  from: Day,
  until: Day,
): readonly TeamMonths[] {
  const { teams, events } = execution
  const inside = execution.weeks.filter((monday) => monday >= mondayOf(from) && addDays(monday, 7) <= mondayOf(until))
  const months = [...new Set(inside.map(monthOf))]
  const withBoard = named.filter(({ id }) => teams.some((team) => team.id === id && team.since !== null))
  return instruments.map(
    (instrument): TeamMonths => ({
      instrument,
      reference: inRhythm[instrument],
      months,
      rows: withBoard.flatMap(({ id, name }) => {
        const own = teams.filter((team) => team.id === id)
        const since = own[0]?.since ?? null
        const weeks = inside.filter((monday) => since !== null && monday >= mondayOf(since))
        const days = events[instrument].filter(({ teamId }) => teamId === id).map(({ day }) => day)
        const timesIn = (monday: Day) => days.filter((day) => monday <= day && day < addDays(monday, 7)).length
        const [whole] = executionFigures({ teams: own, events, weeks: inside }, from, until).filter(
          (figure) => figure.name === instrument,
        )
        if (whole === undefined) return []
        return [
          {
            team: name,
            whole,
            months: months.map((month) => {
              const some = weeks.filter((monday) => monthOf(monday) === month)
              if (some.length === 0) return null
              return {
                times: some.reduce((sum, monday) => sum + timesIn(monday), 0),
                weeks: some.length,
                rhythm: (inRhythm[instrument] * some.length) / weeksPerMonth,
              }
            }),
          },
        ]
      }),
    }),
  )
}
