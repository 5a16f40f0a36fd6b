import type { Interval } from '../cells/interval.ts'
import { codeText } from '../cells/school-code.ts'
import { percentage } from '../judging/share.ts'
import type { Verdict } from '../judging/verdict.ts'
import type { NormSet } from '../norms/norm-set.ts'
import type { SchoolFigures } from './school-figures.ts'
import { type UnderRule, underRule } from './under-rule.ts'

type VerdictName = Verdict['verdict']

export const verdictNames: readonly VerdictName[] = ['above', 'below', 'depends-on-masked', 'not-judged']

/** One school under two rules. */
export interface ComparedSchool {
  readonly school: SchoolFigures
  readonly one: UnderRule
  readonly other: UnderRule
}

/** A school with nothing but its verdicts under two rules. */
export interface SchoolVerdicts {
  readonly school: SchoolFigures
  readonly one: Pick<UnderRule, 'verdict'>
  readonly other: Pick<UnderRule, 'verdict'>
}

export interface SchoolsAndPupils {
  readonly schools: number
  /** Over the school years together; as an interval where numbers are masked. */
  readonly pupils: Interval
}

/** How many schools have which verdict under the one rule (first) and under the other (second). */
export type RuleTally = Readonly<Record<VerdictName, Readonly<Record<VerdictName, SchoolsAndPupils>>>>

/** Lays two rules beside each other, for every school. */
export function compareRules(
  schools: readonly SchoolFigures[],
  one: NormSet,
  other: NormSet,
): readonly ComparedSchool[] {
  return schools.map((school) => ({ school, one: underRule(school, one), other: underRule(school, other) }))
}

export function tallyRules(compared: Iterable<SchoolVerdicts>): RuleTally {
  const row = () => ({ above: nobody(), below: nobody(), 'depends-on-masked': nobody(), 'not-judged': nobody() })
  const tally = { above: row(), below: row(), 'depends-on-masked': row(), 'not-judged': row() }
  for (const { school, one, other } of compared) {
    const cell = tally[one.verdict][other.verdict]
    cell.schools++
    cell.pupils.low += school.pupils.low
    // A school of which nobody knows how many pupils it has adds those it has at least.
    cell.pupils.high += Number.isFinite(school.pupils.high) ? school.pupils.high : school.pupils.low
  }
  return tally
}

/** The columns of a list of schools under two rules. Percentages are in points with two decimals. */
export function comparedHeader(one: NormSet, other: NormSet): readonly string[] {
  const columns = (which: string, rule: NormSet) => [
    `${which}_verdict`,
    ...rule.tables.flatMap(({ indicator, aspect }) =>
      ['low', 'high', 'norm', 'verdict'].map((what) => `${which}_${aspect}_${indicator.replace('/', '-')}_${what}`),
    ),
  ]
  return [
    'object',
    'location',
    'weighting',
    'pupils_low',
    'pupils_high',
    ...columns('one', one),
    ...columns('other', other),
  ]
}

/** One school under two rules as a row of that list. */
export function comparedRow({ school, one, other }: ComparedSchool): readonly string[] {
  const { low, high } = school.pupils
  return [
    school.object === undefined ? '' : codeText(school.object),
    school.location === undefined ? '' : codeText(school.location),
    school.weighting === undefined ? '' : String(school.weighting),
    String(low),
    Number.isFinite(high) ? String(high) : '',
    ...verdictColumns(one),
    ...verdictColumns(other),
  ]
}

function verdictColumns({ verdict, cells }: UnderRule): readonly string[] {
  return [
    verdict,
    ...cells.flatMap(({ bounds, norm, outcome }) => [
      bounds === undefined ? '' : percentage(bounds.low).toFixed(2),
      bounds === undefined ? '' : percentage(bounds.high).toFixed(2),
      norm === undefined ? '' : String(norm),
      outcome.verdict === 'not-judged' ? `${outcome.verdict}: ${outcome.reason}` : outcome.verdict,
    ]),
  ]
}

function nobody(): { schools: number; pupils: { low: number; high: number } } {
  return { schools: 0, pupils: { low: 0, high: 0 } }
}
