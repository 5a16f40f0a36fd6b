import { meanOfVisits } from '../mean-of-visits.ts'
import { ratePerMonth, type TeamSpan } from '../rate.ts'
import { type Cell, heldShare, holds } from './coverage.ts'
import { gamma, normal, poisson } from './draws.ts'

type Random = () => number

/** How often teams meet: how many times a month on average, how far teams lie apart, and by chance or by the week. */
interface Habit {
  readonly rate: number
  /** Standard deviation of teams' own rates, as a share of the mean. */
  readonly apart: number
  readonly by: 'chance' | 'week'
  /** The share of weeks in which no team meets: study days, flu, a holiday of the school's own. */
  readonly off: number
}

const habits: readonly Habit[] = [0, 0.1].flatMap((off) =>
  [0.5, 1.5, 3.2].flatMap((rate) => [
    ...[0, 0.3, 0.6].map((apart) => ({ rate, apart, by: 'chance' as const, off })),
    // Once a week or not: more regular than chance. Teams further apart than this would meet more than weekly.
    ...[0, 0.25].map((apart) => ({ rate, apart, by: 'week' as const, off })),
  ]),
)

/** Weeks in the unit that the app counts in. */
const monthsPerWeek = (7 * 12) / 365.25

export interface Weeks {
  readonly teams: number
  readonly weeks: number
}

/**
 * Teams counted by the week, as the app does. Of four teams or more: is the mean of teams such as these, in weeks such as
 * these, held? Of fewer: what these teams do in the long run?
 */
export function coverageOfWeeks(sizes: readonly Weeks[], rounds: number, random: Random): readonly Cell[] {
  return sizes.flatMap(({ teams, weeks }) =>
    habits.map((habit) => ({
      truth: `${habit.rate} a month by ${habit.by}, teams ${habit.apart} apart, ${habit.off} of weeks off`,
      size: `${teams} teams, ${weeks} weeks`,
      held: heldShare(rounds, () => {
        const rates = Array.from({ length: teams }, () => ownRate(habit, random))
        const estimate = ratePerMonth(weeksOf(rates, weeks, habit, random))
        const mean = teams >= 4 ? habit.rate : rates.reduce((sum, rate) => sum + rate, 0) / teams
        return estimate.ok && estimate.interval !== null ? holds(estimate.interval, mean * (1 - habit.off)) : null
      }),
    })),
  )
}

function ownRate({ rate, apart, by }: Habit, random: Random): number {
  const own = apart === 0 ? rate : gamma(1 / apart ** 2, random) * rate * apart ** 2
  return by === 'week' ? Math.min(1 / monthsPerWeek, own) : own
}

function weeksOf(rates: readonly number[], weeks: number, { by, off }: Habit, random: Random): readonly TeamSpan[] {
  const open = Array.from({ length: weeks }, () => random() >= off)
  return rates.flatMap((rate, team) =>
    open.map((isOpen, week) => {
      const mean = isOpen ? rate * monthsPerWeek : 0
      const count = by === 'chance' ? poisson(mean, random) : Number(random() < mean)
      return { team: `${team}`, span: `${week}`, months: monthsPerWeek, count }
    }),
  )
}

/** Lessons scored from 1 to 4 by observers who are milder or stricter: is the mean of observers such as these held? */
export function coverageOfVisits(
  sizes: readonly { readonly observers: number; readonly again: number }[],
  rounds: number,
  random: Random,
): readonly Cell[] {
  const truths = [4, 8].flatMap((indicators) =>
    [1.5, 2, 2.5, 3, 3.5].flatMap((mean) =>
      [0.15, 0.3, 0.5].flatMap((between) => [0.2, 0.4].map((within) => ({ indicators, mean, between, within }))),
    ),
  )
  return truths.flatMap((lesson) => {
    const score = (observer: number) => {
      const seen = lesson.mean + lesson.between * observer + lesson.within * normal(random)
      return Math.min(4, Math.max(1, Math.round(seen * lesson.indicators) / lesson.indicators))
    }
    let total = 0
    const draws = 20_000
    for (let draw = 0; draw < draws; draw++) total += score(normal(random))
    const truth = total / draws
    return sizes.map(({ observers, again }) => ({
      truth: `around ${lesson.mean}, observers ${lesson.between} and lessons ${lesson.within} apart, ${lesson.indicators} indicators`,
      size: `${observers + again} visits, ${observers} observers`,
      held: heldShare(rounds, () => {
        // The first observer comes more often.
        const visits = Array.from({ length: observers }, (_, observer) => {
          const own = normal(random)
          const times = observer === 0 ? 1 + again : 1
          return Array.from({ length: times }, () => ({ observer: `${observer}`, score: score(own) }))
        }).flat()
        const estimate = meanOfVisits(visits, { lowest: 1, highest: 4 })
        return estimate.ok ? holds(estimate.interval, truth) : null
      }),
    }))
  })
}
