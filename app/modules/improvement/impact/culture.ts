import { agreementOfItems, differenceOfPeople, meanOfPeople, meanOfScale } from '@kantelpunt/intervals'
import {
  answersOn,
  type Condition,
  type CultureAnswer,
  type CultureItem,
  conditions,
  cultureScale,
  itemsOn,
  teamsShown,
} from './culture-scan.ts'
import { type Figure, notMeasured } from './impact.ts'

export interface Scan {
  readonly schoolYear: number
  readonly closed: boolean
  /** How many have answered. */
  readonly received: number
  /** Of a scan that is closed. */
  readonly people: readonly CultureAnswer[]
}

/** A figure for each condition: the mean over people of their mean on its statements. Nothing before the scan was closed. */
export function cultureFigures(scan: Scan | null): readonly Figure[] {
  return conditions.map((condition) => cultureFigure(condition, scan, (answer) => answersOn(condition, answer)))
}

/** A figure for each statement on a condition, of a scan that is closed; `words` says the statement. */
export function statementFigures(
  people: readonly CultureAnswer[],
  condition: Condition,
  words: (item: CultureItem) => string,
): readonly Figure[] {
  return itemsOn(condition).map((item, at) => {
    const values = people.flatMap((answer) => answersOn(condition, answer).slice(at, at + 1))
    return { name: condition, of: words(item), unit: 'of-five', outcome: meanOfScale(values, cultureScale) }
  })
}

/** All statements together. */
export function cultureAll(scan: Scan | null): Figure {
  return cultureFigure('culture-all', scan, ({ answers }) => answers)
}

function cultureFigure(
  name: Condition | 'culture-all',
  scan: Scan | null,
  answersTo: (answer: CultureAnswer) => readonly number[],
): Figure {
  const figure = { name, unit: 'of-five' } as const
  if (scan === null) return { ...figure, outcome: notMeasured }
  if (!scan.closed) return { ...figure, outcome: { ok: false, reason: 'still-open', n: scan.received } }
  return { ...figure, outcome: meanOfPeople(meansOf(scan, answersTo), cultureScale) }
}

/** How much all statements together changed since the scan before; nothing where either can't be shown. */
export function cultureChange(scan: Scan | null, before: Scan | null): readonly Figure[] {
  if (scan === null || before === null || !scan.closed || !before.closed) return []
  const all = ({ answers }: CultureAnswer) => answers
  const outcome = differenceOfPeople(meansOf(before, all), meansOf(scan, all), cultureScale)
  const both = [before.people.length, scan.people.length] as const
  return outcome.ok ? [{ name: 'culture-change', unit: 'points', outcome, both }] : []
}

function meansOf({ people }: Scan, answersTo: (answer: CultureAnswer) => readonly number[]): readonly number[] {
  return people.map((answer) => {
    const answers = answersTo(answer)
    return answers.reduce((sum, each) => sum + each, 0) / answers.length
  })
}

/** How much each team agrees, over all statements; teams in the order in which they are given. */
export function agreementFigures(
  scan: Scan | null,
  teams: readonly { readonly id: string; readonly name: string }[],
): readonly Figure[] {
  if (scan === null || !scan.closed) return []
  const shown = teamsShown(scan.people)
  return teams
    .filter(({ id }) => shown.includes(id))
    .map(({ id, name }) => {
      const people = scan.people.filter(({ teamId }) => teamId === id).map(({ answers }) => answers)
      return { name: 'agreement', of: name, unit: 'agreement', outcome: agreementOfItems(people, cultureScale) }
    })
}
