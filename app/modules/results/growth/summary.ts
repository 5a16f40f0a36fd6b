import { type Certificate, certify, flatDimension, tableOf, usualRule } from '@kantelpunt/disclosure'
import type { SchoolGrowth, Verdict } from '@kantelpunt/mixed-models'
import { type CoarseFigures, coarseFigures, coarseSpread } from './coarse-figures.ts'
import { fewPupils } from './limits.ts'

/** What of a school may be kept: no name but its public code. Scores are in units of the later score, in steps. */
export interface SummarySchool extends CoarseFigures {
  readonly code: string
  readonly pupils: number
  readonly verdict: Verdict
}

export interface Summary {
  readonly schools: readonly SummarySchool[]
  /** Of the later scores, rounded up: the steps of all figures follow from it. */
  readonly spread: number
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

export function verdictOf({ lower, upper }: Pick<CoarseFigures, 'lower' | 'upper'>): Verdict {
  return lower > 0 ? 'above' : upper < 0 ? 'below' : 'cannot-be-told-apart'
}

/** Whether a code is one of those, or a BRIN of which one of those is a location, or the other way round. */
export function isAmong(code: string, codes: Iterable<string>): boolean {
  for (const each of codes) if (each.startsWith(code) || code.startsWith(each)) return true
  return false
}

interface Analysed {
  readonly schools: readonly SchoolGrowth[]
  /** Standard deviation of the later scores. */
  readonly spread: number
}

/**
 * The summary of an analysis with its certificate: one's own schools by code. Schools of fewer than 10 pupils are left out, and
 * so out of every total. Undefined where none is left.
 */
export async function protectedSummary(
  { schools, spread }: Analysed,
  own: readonly string[],
): Promise<Summary | undefined> {
  const coarse = coarseSpread(spread)
  if (coarse === undefined) return undefined
  const kept = schools
    .filter(({ level, pupils }) => codePattern.test(level) && isAmong(level, own) && pupils >= fewPupils)
    .map(({ level, pupils, ...figures }) => {
      const rounded = coarseFigures(figures, pupils, coarse)
      return { code: level, pupils, ...rounded, verdict: verdictOf(rounded) }
    })
    .toSorted((one, other) => (one.code < other.code ? -1 : 1))
  if (kept.length === 0) return undefined
  // Every count that is left is 0 or at least 10: nothing is suppressed, so there is nothing for an attacker to find.
  const audit = { ok: true, intervals: [], possibleTables: [] } as const
  return { schools: kept, spread: coarse, certificate: await certify([countsOf(kept)], audit, usualRule) }
}
