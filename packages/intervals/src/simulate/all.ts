import type { Coverage } from './coverage.ts'
import { randomFrom } from './draws.ts'
import { coverageOfTeams, coverageOfVisits, coverageOfWeeks } from './events.ts'
import {
  coverageOfAgreement,
  coverageOfDifferences,
  coverageOfMeans,
  coverageOfPeople,
  coverageOfSharedAgreement,
} from './scales.ts'
import { coverageOfChanges, coverageOfGroups, coverageOfShares } from './shares.ts'

const answers = [5, 6, 8, 10, 15, 20, 30, 40]

/** How often every kind of interval holds the truth, over grids of truths and sizes; `rounds` simulations for each cell. */
export function coverageOfAll(rounds: number): readonly Coverage[] {
  const random = () => randomFrom(11)
  return [
    { name: 'share', cells: coverageOfShares(answers) },
    { name: 'share of a group', cells: coverageOfGroups(groups) },
    { name: 'mean of a scale of five', cells: coverageOfMeans(5, answers, rounds, random()) },
    { name: 'mean of three faces', cells: coverageOfMeans(3, answers, rounds, random()) },
    { name: "mean of people's means", cells: coverageOfPeople(answers, rounds, random()) },
    { name: 'agreement', cells: coverageOfAgreement(answers, rounds, random()) },
    { name: 'agreement on some statements', cells: coverageOfSharedAgreement(answers, rounds, random()) },
    { name: 'rate, four teams or more', cells: coverageOfTeams(manyTeams, rounds, random()) },
    { name: 'rate, one to three teams', cells: coverageOfWeeks(fewTeams, rounds, random()) },
    { name: 'mean of visits', cells: coverageOfVisits(visits, rounds, random()) },
    { name: 'change of a mean', cells: coverageOfDifferences([5, 8, 12, 20, 40], rounds, random()) },
    { name: 'change of a share', cells: coverageOfChanges(pairs) },
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
const manyTeams = [4, 5, 8, 12].flatMap((teams) => [3, 8].map((months) => ({ teams, months })))
const fewTeams = [1, 2, 3].flatMap((teams) => [5, 8, 15, 35].map((weeks) => ({ teams, weeks })))
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
