import { type Interval, sum } from '../cells/interval.ts'
import { intervalOf } from '../cells/read-cell.ts'
import { codeText, type SchoolCode } from '../cells/school-code.ts'
import { type Domain, domains, type Indicator } from '../norms/norm-set.ts'
import type { Refusal } from '../reading/refusal.ts'
import type { ResultsTable } from '../reading/results-table.ts'
import type { ShareBounds } from './share.ts'

/** Pupils of one school year by the highest level they reached in a domain. */
export interface LevelCounts {
  readonly below: Interval
  readonly fundamental: Interval
  readonly target: Interval
}

/** One school location in DUO's reference levels. */
export interface DomainCounts {
  readonly code: SchoolCode
  /** Where the school first occurs. */
  readonly line: number
  readonly years: ReadonlyMap<string, Readonly<Record<Domain, LevelCounts>>>
}

const none: Interval = { low: 0, high: 0 }

/** Levels as in the header, `LAGER1F` to `2F`; 1S is the target for arithmetic, and whoever has 2F there has it too. */
const levels = { below: ['below-1F'], fundamental: ['1F'], target: ['1S', '2F'] } as const

/** The schools of files of kind `reference-levels`, which may be one of several years or one a year. */
export function domainCounts(
  tables: readonly ResultsTable[],
): { readonly ok: true; readonly schools: ReadonlyMap<string, DomainCounts> } | Refusal {
  const schools = new Map<string, { code: SchoolCode; line: number; years: Map<string, Record<Domain, LevelCounts>> }>()
  const lines = new Map<string, number>()
  for (const table of tables) {
    const columns = new Map(table.measures.map((each) => [each.measure.part, each]))
    const count = (row: number, domain: Domain, names: readonly string[]): Interval =>
      sum(names.map((level) => intervalOf(columns.get(`${domain} ${level}`)?.at(row) ?? { kind: 'missing' }) ?? none))
    const countsOf = (row: number, domain: Domain): LevelCounts => ({
      below: count(row, domain, levels.below),
      fundamental: count(row, domain, levels.fundamental),
      target: count(row, domain, levels.target),
    })
    for (const [row, code] of table.schools.entries()) {
      const key = codeText(code)
      const period = table.periodOf(row) ?? ''
      const line = table.lineOf(row)
      const earlier = lines.get(`${key} ${period}`)
      if (earlier !== undefined) return { ok: false, reason: 'school-twice', line, school: key, earlier }
      lines.set(`${key} ${period}`, line)
      const school = schools.get(key) ?? { code, line, years: new Map() }
      schools.set(key, school)
      school.years.set(period, {
        reading: countsOf(row, 'reading'),
        language: countsOf(row, 'language'),
        arithmetic: countsOf(row, 'arithmetic'),
      })
    }
  }
  return { ok: true, schools }
}

/** Whether there is a pupil in every one of those school years, whatever the masked cells are. */
export function hasEveryYear({ years }: DomainCounts, schoolYears: readonly string[]): boolean {
  return schoolYears.every((period) => {
    const year = years.get(period)
    return year !== undefined && domains.every((domain) => pupilsIn(year[domain]).low > 0)
  })
}

/** Pupils in a domain over those school years. */
export function pupilsOver({ years }: DomainCounts, schoolYears: readonly string[], domain: Domain): Interval {
  return sum(schoolYears.map((period) => pupilsIn(years.get(period)?.[domain])))
}

/**
 * The lowest and highest share of levels reached over those school years in those domains. Cells vary apart, and the share
 * rises with each pupil who reached the level and falls with each who did not: it is extreme where all cells are.
 */
export function shareOver(
  { years }: DomainCounts,
  schoolYears: readonly string[],
  of: readonly Domain[],
  indicator: Indicator,
): ShareBounds | undefined {
  const counts = schoolYears.flatMap((period) => of.flatMap((domain) => years.get(period)?.[domain] ?? []))
  const reached = sum(counts.flatMap((each) => (indicator === '1F' ? [each.fundamental, each.target] : [each.target])))
  const not = sum(counts.flatMap((each) => (indicator === '1F' ? [each.below] : [each.below, each.fundamental])))
  if (reached.high + not.high === 0) return undefined
  return {
    low: Number.isFinite(not.high) ? shareOf(reached.low, not.high) : { above: 0, total: 1 },
    high: Number.isFinite(reached.high) ? shareOf(reached.high, not.low) : { above: 1, total: 1 },
  }
}

/** With no pupil at all at that extreme any share is left open. */
function shareOf(above: number, not: number): ShareBounds['low'] {
  return above + not === 0 ? { above: 0, total: 1 } : { above, total: above + not }
}

function pupilsIn(counts: LevelCounts | undefined): Interval {
  return counts === undefined ? none : sum([counts.below, counts.fundamental, counts.target])
}
