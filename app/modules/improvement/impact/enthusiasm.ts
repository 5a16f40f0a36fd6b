import { differenceOfPeople, leastAnswers, meanOfPeople } from '@kantelpunt/intervals'
import { type Day, daysBetween } from '../../../platform/text/days.ts'
import { type Figure, notMeasured } from './impact.ts'

const scale = { lowest: 1, highest: 5 }

/** A pulse of a team at the end of a period, closed; a person's answers in each. */
export interface Pulse {
  readonly periodId: string
  readonly teamId: string
  readonly people: readonly (readonly number[])[]
}

/**
 * How teams say it went together in a period: the mean over people of their mean over the statements. Only teams with five
 * answers or more count: another team could be found by taking those that stand on their own pages from the whole.
 */
export function pulseFigure(pulses: readonly Pulse[], periodId: string): Figure {
  const figure = { name: 'pulse', unit: 'of-five' } as const
  const own = pulses.filter((pulse) => pulse.periodId === periodId && pulse.people.length > 0)
  if (own.length === 0) return { ...figure, outcome: notMeasured }
  return { ...figure, outcome: meanOfPeople(peopleOf(own, periodId), scale) }
}

/**
 * The layer: the last period with a pulse that can be shown, and what changed since the last one before it in which some of
 * the same teams were asked: only those teams are compared. `periodIds` from first to last.
 */
export function enthusiasmFigures(pulses: readonly Pulse[], periodIds: readonly string[]): readonly Figure[] {
  const shown = periodIds.filter((id) => pulseFigure(pulses, id).outcome.ok)
  const last = shown.at(-1)
  const asked = periodIds.filter((id) => pulses.some((pulse) => pulse.periodId === id)).at(-1)
  if (last === undefined) return [pulseFigure(pulses, asked ?? '')]
  const earlier = shown.slice(0, -1).toReversed()
  const before = earlier.find((id) => teamsInBoth(pulses, id, last).length > 0)
  if (before === undefined) return [pulseFigure(pulses, last)]
  return [pulseFigure(pulses, last), changeOf(pulses, before, last)]
}

function changeOf(pulses: readonly Pulse[], before: string, after: string): Figure {
  const both = teamsInBoth(pulses, before, after)
  const own = pulses.filter(({ teamId }) => both.includes(teamId))
  const [then, now] = [peopleOf(own, before), peopleOf(own, after)]
  return {
    name: 'pulse-change',
    unit: 'points',
    outcome: differenceOfPeople(then, now, scale),
    both: [then.length, now.length],
    teams: both.length,
  }
}

/** Teams with five answers or more at both moments. */
function teamsInBoth(pulses: readonly Pulse[], before: string, after: string): readonly string[] {
  const teamsOf = (periodId: string) => enough(pulses, periodId).map(({ teamId }) => teamId)
  return teamsOf(before).filter((team) => teamsOf(after).includes(team))
}

function enough(pulses: readonly Pulse[], periodId: string): readonly Pulse[] {
  return pulses.filter((pulse) => pulse.periodId === periodId && pulse.people.length >= leastAnswers)
}

function peopleOf(pulses: readonly Pulse[], periodId: string): readonly number[] {
  return enough(pulses, periodId).flatMap(({ people }) =>
    people.map((answers) => answers.reduce((sum, each) => sum + each, 0) / answers.length),
  )
}

/** Where a school is on the way that enthusiasm usually goes: after a year to a year and a half it dips, and comes back. */
export type Phase = 'before-dip' | 'dip' | 'after-dip'

export function phaseOf(began: Day | null, today: Day): { readonly months: number; readonly phase: Phase } | null {
  if (began === null) return null
  const months = Math.floor(daysBetween(began, today) / (365.25 / 12))
  return { months, phase: months < 12 ? 'before-dip' : months <= 18 ? 'dip' : 'after-dip' }
}
