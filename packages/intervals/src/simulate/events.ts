import { meanOfVisits } from '../mean-of-visits.ts'
import { ratePerMonth } from '../rate.ts'
import { type Cell, heldShare, holds } from './coverage.ts'
import { gamma, normal, poisson } from './draws.ts'

type Random = () => number

/** How often teams meet: how many times a month on average, how far teams lie apart, and by chance or by the week. */
interface Habit {
  readonly rate: number
  /** Standard deviation of teams' own rates, as a share of the mean. */
  readonly apart: number
  readonly by: 'chance' | 'week'
}

const habits: readonly Habit[] = [0.3, 1.5, 3.2].flatMap((rate) => [
  ...[0, 0.25, 0.5, 0.8].map((apart) => ({ rate, apart, by: 'chance' as const })),
  // Once a week or not: more regular than chance. Teams further apart than this would meet more than weekly.
  ...[0, 0.25].map((apart) => ({ rate, apart, by: 'week' as const })),
])

/** Many teams: is the mean of teams such as these held? */
export function coverageOfTeams(
  sizes: readonly { readonly teams: number; readonly months: number }[],
  rounds: number,
  random: Random,
): readonly Cell[] {
  return sizes.flatMap(({ teams, months }) =>
    habits.map((habit) => ({
      truth: `${habit.rate} a month by ${habit.by}, teams ${habit.apart} apart`,
      size: `${teams} teams, ${months} months`,
      held: heldShare(rounds, () => {
        const rates = Array.from({ length: teams }, () => ownRate(habit, random))
        return heldBy(rates, months, habit, habit.rate, random)
      }),
    })),
  )
}

/** One to three teams, counted by the week: is what these teams do in the long run held? */
export function coverageOfWeeks(
  sizes: readonly { readonly teams: number; readonly weeks: number }[],
  rounds: number,
  random: Random,
): readonly Cell[] {
  return sizes.flatMap(({ teams, weeks: length }) =>
    habits
      .filter(({ apart }) => apart <= 0.5)
      .map((habit) => ({
        truth: `${habit.rate} a month by ${habit.by}, teams ${habit.apart} apart`,
        size: `${teams} teams, ${length} weeks`,
        held: heldShare(rounds, () => {
          const rates = Array.from({ length: teams }, () => ownRate(habit, random))
          const rows = rates.flatMap((rate, team) =>
            Array.from({ length }, (_, week) => ({
              team: `${team}`,
              span: `${week}`,
              months: 1 / weeks,
              count: habit.by === 'chance' ? poisson(rate / weeks, random) : Number(random() < rate / weeks),
            })),
          )
          const estimate = ratePerMonth(rows)
          const truth = rates.reduce((sum, rate) => sum + rate, 0) / teams
          return estimate.ok ? holds(estimate.interval, truth) : null
        }),
      })),
  )
}

const weeks = 4

function ownRate({ rate, apart, by }: Habit, random: Random): number {
  const own = apart === 0 ? rate : gamma(1 / apart ** 2, random) * rate * apart ** 2
  return by === 'week' ? Math.min(weeks, own) : own
}

function heldBy(
  rates: readonly number[],
  months: number,
  { by }: Habit,
  truth: number,
  random: Random,
): boolean | null {
  const rows = rates.flatMap((rate, team) =>
    Array.from({ length: months }, (_, month) => ({
      team: `${team}`,
      span: `${month}`,
      months: 1,
      count:
        by === 'chance'
          ? poisson(rate, random)
          : Array.from({ length: weeks }, () => Number(random() < rate / weeks)).reduce((sum, each) => sum + each, 0),
    })),
  )
  const estimate = ratePerMonth(rows)
  return estimate.ok ? holds(estimate.interval, truth) : null
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
