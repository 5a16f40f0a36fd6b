import { type Certificate, certify, flatDimension, tableOf, usualRule } from '@kantelpunt/disclosure'
import type { SchoolGrowth, Verdict } from '@kantelpunt/mixed-models'
import { fewPupils } from './limits.ts'

/** What of a school may be kept: no name but its public code. Scores are in units of the later score. */
export interface SummarySchool {
  readonly code: string
  readonly pupils: number
  readonly expected: number
  readonly achieved: number
  readonly growth: number
  readonly lower: number
  readonly upper: number
  readonly verdict: Verdict
}

export interface Summary {
  readonly schools: readonly SummarySchool[]
  /** Of `countsOf(schools)`. */
  readonly certificate: Certificate
}

export const verdicts = ['above', 'below', 'cannot-be-told-apart'] as const satisfies readonly Verdict[]
/** BRIN, and the location where there is one: `12AB`, `12AB00`. */
export const codePattern = /^\d{2}[A-Z]{2}(\d{2})?$/

/** Pupils by school and verdict, with all totals: what the certificate is of. */
export function countsOf(schools: readonly Pick<SummarySchool, 'code' | 'pupils' | 'verdict'>[]) {
  const dimensions = [
    flatDimension(
      'school',
      schools.map(({ code }) => code),
    ),
    flatDimension('verdict', verdicts),
  ]
  return tableOf(dimensions, (at) => {
    const [school, verdict] = at
    const found = schools[Number(school)]
    return found !== undefined && found.verdict === verdicts[Number(verdict)] ? found.pupils : 0
  })
}

/**
 * The summary of an analysis with its certificate; schools of fewer than 10 pupils are left out, and so out of every total.
 * Undefined where schools are not known by their codes, or fewer than two are left.
 */
export async function protectedSummary(schools: readonly SchoolGrowth[]): Promise<Summary | undefined> {
  if (schools.some(({ level }) => !codePattern.test(level))) return undefined
  const kept = schools
    .filter(({ pupils }) => pupils >= fewPupils)
    .map(({ level, reliability: _, ...figures }) => ({ code: level, ...figures }))
    .toSorted((one, other) => (one.code < other.code ? -1 : 1))
  if (kept.length < 2) return undefined
  // Every count that is left is 0 or at least 10: nothing is suppressed, so there is nothing for an attacker to find.
  const audit = { ok: true, intervals: [], possibleTables: [] } as const
  return { schools: kept, certificate: await certify([countsOf(kept)], audit, usualRule) }
}
