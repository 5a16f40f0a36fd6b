import { spansForInterval } from '../rate.ts'
import type { Coverage } from './coverage.ts'
import { randomFrom } from './draws.ts'
import { coverageOfVisits, coverageOfWeeks } from './events.ts'
import { coverageOfGoals } from './groups.ts'
import {
  coverageOfDifferences,
  coverageOfMeans,
  coverageOfPeople,
  coverageOfPeopleThenAndNow,
  coverageOfSharedAgreement,
  coverageOfTeachers,
} from './scales.ts'
import { coverageOfChanges, coverageOfGroups, coverageOfShares } from './shares.ts'

const answers = [5, 6, 8, 10, 15, 20, 30, 40]

/** How often every kind of interval holds the truth, over grids of truths and sizes; `rounds` simulations for each cell. */
export function coverageOfAll(rounds: number): readonly Coverage[] {
  const random = () => randomFrom(11)
  const kind = (name: string, cells: Coverage['cells'], shown = true): Coverage => ({ name, shown, cells })
  return [
    kind('mean of a scale of five', coverageOfMeans(5, answers, rounds, random())),
    kind("mean of people's means", coverageOfPeople(answers, rounds, random())),
    kind("change of a mean of people's means", coverageOfPeopleThenAndNow(before, rounds, random())),
    kind("mean of teachers' means", coverageOfTeachers(answers, rounds, random())),
    kind('agreement on twelve statements', coverageOfSharedAgreement(answers, rounds, random())),
    kind('rate, four teams or more', coverageOfWeeks(manyTeams, rounds, random())),
    kind('rate, one to three teams', coverageOfWeeks(fewTeams, rounds, random())),
    // Few cells, soon drawn: more of them for each.
    kind('share of goals of teams', coverageOfGoals(goals, 5 * rounds, random())),
    kind('mean of visits', coverageOfVisits(visits, rounds, random())),
    kind('share', coverageOfShares(answers), false),
    kind('share of a group', coverageOfGroups(groups), false),
    kind('mean of three faces', coverageOfMeans(3, answers, rounds, random()), false),
    kind('change of a mean', coverageOfDifferences(before, rounds, random()), false),
    kind('change of a share', coverageOfChanges(pairs), false),
  ]
}

/** Teams of which some did not answer, and regions of which some schools did. */
const groups = [
  { n: 5, of: 8 },
  { n: 7, of: 9 },
  { n: 6, of: 10 },
  { n: 12, of: 20 },
  { n: 25, of: 40 },
  { n: 20, of: 100 },
  { n: 60, of: 100 },
  { n: 40, of: 400 },
]
const before = [5, 8, 12, 20, 40]
/** From the shortest time of which an interval is shown on. */
const weeksFrom = (teams: number) =>
  [8, 12, 20, 35].filter((weeks) => weeks >= spansForInterval(teams)).map((weeks) => ({ teams, weeks }))
const manyTeams = [4, 6, 8, 12].flatMap(weeksFrom)
const fewTeams = [1, 2, 3].flatMap(weeksFrom)
const goals = [4, 5, 6, 8, 12].flatMap((teams) => [2, 3, 5].map((each) => ({ teams, goals: each })))
const visits = [
  { observers: 3, again: 0 },
  { observers: 3, again: 2 },
  { observers: 4, again: 0 },
  { observers: 6, again: 1 },
  { observers: 8, again: 0 },
  { observers: 12, again: 0 },
]
const pairs = [
  [5, 5],
  [6, 9],
  [12, 12],
  [20, 30],
] as const
