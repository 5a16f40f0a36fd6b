import type { Interval } from '../cells/interval.ts'
import { type Domain, domains, type Indicator, indicators, type NormSet } from '../norms/norm-set.ts'
import { judgeCounts } from './judge-counts.ts'
import type { LinkedSchool } from './link-schools.ts'
import type { Judgement } from './verdict.ts'
import { wilsonInterval } from './wilson.ts'

/** A school that is judged on the domains together, judged per domain too. */
export interface SchoolPerDomain extends SchoolTogether {
  readonly judgements: readonly Judgement[]
}

export interface SchoolTogether {
  readonly link: LinkedSchool
  readonly pupils: Interval
  /** Above for both indicators on the domains together. */
  readonly passes: boolean
}

export interface Hidden {
  /** Schools judged. */
  readonly schools: number
  /** A domain is below, whatever the masked cells are. */
  readonly certain: number
  /** A domain is below for some numbers behind the masked cells. */
  readonly dependsOnMasked: number
  /** Of `certain`: in that domain the 95 % interval of the school's share is wholly below the norm. */
  readonly beyondChance: number
  /** The same with the six comparisons of a school together at 95 %. */
  readonly beyondChanceOfSix: number
}

export interface PerDomain extends Hidden {
  readonly byDomain: Readonly<Record<Domain, Omit<Hidden, 'schools'>>>
  readonly byIndicator: Readonly<Record<Indicator, Omit<Hidden, 'schools'>>>
  readonly bySize: readonly ({ readonly pupils: readonly [from: number, to: number | null] } & Hidden)[]
}

/** 95 % for one comparison, and for the six of a school together (Bonferroni: 1 − 0.05 / 12 of a normal). */
const one = 1.96
const six = 2.638

/** Pupils over three years at which sizes are told apart: about a class of 10, 20 and 40 a year. */
const sizes = [0, 30, 60, 120]

/** Judges the domains of schools. Those without counts of every year are left out. */
export function judgeDomains(schools: readonly SchoolTogether[], norms: NormSet): readonly SchoolPerDomain[] {
  return schools.flatMap((school) => {
    const { link, pupils } = school
    const judgements = indicators.flatMap((indicator) =>
      domains.map((domain) =>
        judgeCounts(link.counts, indicator, domain, norms, { weighting: link.school.weighting, pupils }),
      ),
    )
    return judgements.some(({ outcome }) => outcome.verdict === 'not-judged') ? [] : [{ ...school, judgements }]
  })
}

/** How schools fare under both policies: on the domains together, and on each by itself. */
export interface SideBySide {
  readonly passTogether: Readonly<Record<'pass' | 'fail' | 'dependsOnMasked', number>>
  readonly failTogether: Readonly<Record<'pass' | 'fail' | 'dependsOnMasked', number>>
}

export function sideBySide(schools: readonly SchoolPerDomain[]): SideBySide {
  const fare = (passes: boolean) => {
    const own = schools.filter((school) => school.passes === passes)
    const fail = own.filter(({ judgements }) => judgements.some(isBelow)).length
    const open = own.filter(({ judgements }) => !judgements.some(isBelow) && judgements.some(depend)).length
    return { pass: own.length - fail - open, fail, dependsOnMasked: open }
  }
  return { passTogether: fare(true), failTogether: fare(false) }
}

/** How many of the schools that pass on the domains together have a domain below. */
export function hiddenBehindMean(judged: readonly SchoolPerDomain[]): PerDomain {
  const schools = judged.filter(({ passes }) => passes)
  const tally = (test: (judgement: Judgement) => boolean, of: readonly SchoolPerDomain[] = schools): Hidden => {
    const certain = of.filter(({ judgements }) => judgements.some((each) => test(each) && isBelow(each)))
    const depends = of.filter(({ judgements }) => judgements.some((each) => test(each) && depend(each)))
    return {
      schools: of.length,
      certain: certain.length,
      dependsOnMasked: depends.filter((school) => !certain.includes(school)).length,
      beyondChance: beyond(of, test, one),
      beyondChanceOfSix: beyond(of, test, six),
    }
  }
  const without = ({ schools: _, ...rest }: Hidden): Omit<Hidden, 'schools'> => rest
  const ofDomain = (domain: Domain) => without(tally(({ aspect }) => aspect === domain))
  const ofIndicator = (indicator: Indicator) => without(tally((each) => each.indicator === indicator))
  return {
    ...tally(() => true),
    byDomain: { reading: ofDomain('reading'), language: ofDomain('language'), arithmetic: ofDomain('arithmetic') },
    byIndicator: { '1F': ofIndicator('1F'), '1S/2F': ofIndicator('1S/2F') },
    bySize: sizes.map((from, i) => {
      const to = sizes[i + 1]
      const ofSize = schools.filter(({ pupils }) => from <= pupils.low && (to === undefined || pupils.low < to))
      return { pupils: [from, to === undefined ? null : to - 1] as const, ...tally(() => true, ofSize) }
    }),
  }
}

function beyond(schools: readonly SchoolPerDomain[], test: (judgement: Judgement) => boolean, z: number): number {
  return schools.filter(({ judgements }) => judgements.some((each) => test(each) && isBeyondChance(each, z))).length
}

/** Whether even with the most favourable numbers behind its masked cells the share is below by more than chance. */
function isBeyondChance({ bounds, norm, outcome }: Judgement, z: number): boolean {
  if (bounds === undefined || norm === undefined || outcome.verdict !== 'below') return false
  return wilsonInterval(bounds.high, z)[1] < norm
}

function isBelow({ outcome }: Judgement): boolean {
  return outcome.verdict === 'below'
}

function depend({ outcome }: Judgement): boolean {
  return outcome.verdict === 'depends-on-masked'
}

/** The averaged norm held against each domain by itself, as if it were made for that. */
export function plainlyPerDomain(norms: NormSet): NormSet {
  return {
    ...norms,
    id: `${norms.id}-plain`,
    title: `${norms.title}, held against each domain`,
    tables: norms.tables.flatMap((table) =>
      table.aspect === 'together' ? domains.map((aspect) => ({ ...table, aspect })) : [],
    ),
  }
}
