import { reaches, type ShareBounds } from '../judging/share.ts'
import { compare, type NotJudgedReason, type Verdict } from '../judging/verdict.ts'
import { type Aspect, classOf, type Indicator, type NormClass, type NormSet, normFor } from '../norms/norm-set.ts'
import type { SchoolFigures } from './school-figures.ts'

/** One comparison that a rule makes of a school. */
export interface RuleCell {
  readonly indicator: Indicator
  readonly aspect: Aspect
  readonly bounds: ShareBounds | undefined
  readonly norm: number | undefined
  readonly outcome: Verdict
}

export interface UnderRule {
  /** `below` where one comparison is, whatever the masks; `above` where all are; else it depends, or can't be judged. */
  readonly verdict: Verdict['verdict']
  readonly cells: readonly RuleCell[]
}

/** Holds a rule, that is every table of a set of norms, against one school. */
export function underRule(school: SchoolFigures, rule: NormSet): UnderRule {
  const cells = rule.tables.map(({ indicator, aspect }) => cellOf(school, indicator, aspect, rule))
  const has = (verdict: Verdict['verdict']) => cells.some(({ outcome }) => outcome.verdict === verdict)
  const verdict = has('not-judged')
    ? 'not-judged'
    : has('below')
      ? 'below'
      : has('depends-on-masked')
        ? 'depends-on-masked'
        : 'above'
  return { verdict, cells }
}

/** The verdict that `underRule` gives, without what it rests on: for thousands of schools at once. */
export function verdictUnder(school: SchoolFigures, rule: NormSet): Verdict['verdict'] {
  let isBelow = false
  let depends = false
  const tooFewPerhaps = school.pupils.low < rule.minimumPupils
  if (school.pupils.high < rule.minimumPupils) return rule.tables.length === 0 ? 'above' : 'not-judged'
  for (const { indicator, aspect, values } of rule.tables) {
    const bounds = aspect === 'together' ? school.together?.[indicator].bounds : school.overYears?.[aspect][indicator]
    const norm = 'flat' in values ? values.flat : normOfClass(values.byWeighting, school.weighting)
    if (bounds === undefined || norm === undefined) return 'not-judged'
    if (tooFewPerhaps) depends = true
    else if (!reaches(bounds.low, norm)) {
      if (reaches(bounds.high, norm)) depends = true
      else isBelow = true
    }
  }
  return isBelow ? 'below' : depends ? 'depends-on-masked' : 'above'
}

function normOfClass(classes: readonly NormClass[], weighting: number | undefined): number | undefined {
  return weighting === undefined ? undefined : classOf(classes, weighting)?.value
}

/** A rule with the norm of one aspect, or of all, raised by so many points (lowered where negative), never outside 0 to 100. */
export function raisedRule(
  rule: NormSet,
  by: number,
  { aspect, indicator }: { readonly aspect?: Aspect; readonly indicator?: Indicator } = {},
): NormSet {
  // In thousandths, so that 48.8 + 0.1 is 48.9.
  const raised = (value: number) => Math.min(100, Math.max(0, Math.round((value + by) * 1000) / 1000))
  return {
    ...rule,
    id: `${rule.id}${by < 0 ? '' : '+'}${by}${aspect === undefined ? '' : `-${aspect}`}`,
    tables: rule.tables.map((table) => {
      if (
        (aspect !== undefined && table.aspect !== aspect) ||
        (indicator !== undefined && table.indicator !== indicator)
      ) {
        return table
      }
      const { values } = table
      return 'flat' in values
        ? { ...table, values: { flat: raised(values.flat) } }
        : {
            ...table,
            values: {
              byWeighting: values.byWeighting.map(({ from, to, value }) => ({ from, to, value: raised(value) })),
            },
          }
    }),
  }
}

function cellOf(school: SchoolFigures, indicator: Indicator, aspect: Aspect, rule: NormSet): RuleCell {
  const bounds = aspect === 'together' ? school.together?.[indicator].bounds : school.overYears?.[aspect][indicator]
  const norm = normFor(rule, indicator, aspect, school.weighting)
  const cell = { indicator, aspect, bounds, norm: norm.ok ? norm.value : undefined }
  const not = (reason: NotJudgedReason): RuleCell => ({ ...cell, outcome: { verdict: 'not-judged', reason } })
  if (bounds === undefined) return not('year-missing')
  if (school.pupils.high < rule.minimumPupils) return not('judged-over-five-years')
  if (!norm.ok) return not(norm.reason)
  const tooFewPerhaps = school.pupils.low < rule.minimumPupils
  return { ...cell, outcome: tooFewPerhaps ? { verdict: 'depends-on-masked' } : compare(bounds, norm.value) }
}
