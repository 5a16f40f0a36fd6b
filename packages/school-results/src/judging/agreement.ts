import { codeText, type SchoolCode } from '../cells/school-code.ts'
import { type Indicator, indicators } from '../norms/norm-set.ts'
import type { InspectorateSchool, PublishedOutcome } from './inspectorate-school.ts'
import type { Judgement, NotJudgedReason } from './verdict.ts'

/** One indicator of a school, beside what the Inspectorate says of it. */
export interface ComparedJudgement {
  readonly code: SchoolCode
  readonly line: number
  readonly judgement: Judgement
  readonly published: PublishedOutcome | undefined
}

export interface Agreement {
  readonly schools: number
  /** Outcomes above or below that the file publishes; every indicator of every school where it publishes none. */
  readonly outcomes: number
  /** Of `outcomes`: the same as published, or other than that. Both 0 where the file publishes none. */
  readonly agree: number
  readonly disagree: number
  readonly dependsOnMasked: number
  readonly notJudged: number
  /** Above, below: of `outcomes` what this engine says. */
  readonly above: number
  readonly below: number
  /** Indicators that the Inspectorate does not judge either, and how often for the same reason. */
  readonly unjudgedByBoth: { readonly indicators: number; readonly sameReason: number }
  /** Indicators that are judged here and not by the Inspectorate. */
  readonly judgedHereOnly: number
  /** Outcomes that could not be compared or are not the same, by name. */
  readonly named: readonly {
    readonly school: string
    readonly line: number
    readonly indicator: Indicator
    readonly published: PublishedOutcome | undefined
    readonly verdict: string
    readonly reason?: NotJudgedReason
  }[]
}

/** The pupil-weighted mean of the rounded yearly percentages against the published three-year figure, in points. */
export interface WeightedMeans {
  readonly compared: number
  readonly largestDifference: number
}

/** Lays the judgements beside what the Inspectorate says in the same file. */
export function agreementOf(judged: readonly ComparedJudgement[]): Agreement {
  const publishes = judged.some(({ published }) => published !== undefined)
  const compared = publishes ? judged.filter(({ published }) => published === 'above' || published === 'below') : judged
  const count = (test: (each: ComparedJudgement) => boolean) => compared.filter(test).length
  const verdict = ({ judgement }: ComparedJudgement) => judgement.outcome.verdict
  const others = publishes ? judged.filter((each) => !compared.includes(each) && each.published !== undefined) : []
  const both = others.filter((each) => verdict(each) === 'not-judged')
  const differs = (each: ComparedJudgement) =>
    each.published !== undefined && verdict(each) !== each.published && verdict(each) !== 'depends-on-masked'
  return {
    schools: new Set(judged.map(({ code }) => codeText(code))).size,
    outcomes: compared.length,
    agree: publishes ? count((each) => verdict(each) === each.published) : 0,
    disagree: publishes ? count((each) => differs(each) && verdict(each) !== 'not-judged') : 0,
    dependsOnMasked: count((each) => verdict(each) === 'depends-on-masked'),
    notJudged: count((each) => verdict(each) === 'not-judged'),
    above: count((each) => verdict(each) === 'above'),
    below: count((each) => verdict(each) === 'below'),
    unjudgedByBoth: { indicators: both.length, sameReason: both.filter(sameReason).length },
    judgedHereOnly: others.length - both.length,
    named: compared
      .filter((each) => publishes && verdict(each) !== each.published)
      .map(({ code, line, judgement, published }) => ({
        school: codeText(code),
        line,
        indicator: judgement.indicator,
        published,
        verdict: judgement.outcome.verdict,
        ...(judgement.outcome.verdict === 'not-judged' ? { reason: judgement.outcome.reason } : {}),
      })),
  }
}

function sameReason({ published, judgement: { outcome } }: ComparedJudgement): boolean {
  if (outcome.verdict !== 'not-judged') return false
  return (outcome.reason === 'judged-over-five-years') === (published === 'judged-over-five-years')
}

/** Of every school and indicator whose years are all known. */
export function weightedMeans(schools: readonly InspectorateSchool[]): WeightedMeans {
  let compared = 0
  let largestDifference = 0
  for (const { years, threeYears } of schools) {
    for (const indicator of indicators) {
      const published = threeYears.shares[indicator]
      if (published.kind !== 'known') continue
      let total = 0
      let pupils = 0
      for (const year of years) {
        const share = year.shares[indicator]
        const isKnown = year.pupils.kind === 'known' && share.kind === 'known'
        total += isKnown ? share.value * year.pupils.value : Number.NaN
        pupils += isKnown ? year.pupils.value : 0
      }
      if (Number.isNaN(total) || pupils === 0) continue
      compared++
      largestDifference = Math.max(largestDifference, Math.abs(total / pupils - published.value))
    }
  }
  return { compared, largestDifference }
}
