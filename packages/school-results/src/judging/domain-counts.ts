import { type Interval, isExact, sum } from '../cells/interval.ts'
import { intervalOf } from '../cells/read-cell.ts'
import { codeText, type SchoolCode } from '../cells/school-code.ts'
import { type Domain, domains } from '../norms/norm-set.ts'
import type { Refusal } from '../reading/refusal.ts'
import type { ResultsTable } from '../reading/results-table.ts'

/** Pupils of one school year by the highest level they reached in a domain. */
export interface LevelCounts {
  readonly below: Interval
  readonly fundamental: Interval
  readonly target: Interval
}

export interface YearCounts {
  readonly levels: Readonly<Record<Domain, LevelCounts>>
  /** Pupils of the year, who are the same in every domain; undefined where the file does not show that they are. */
  readonly pupils: Interval | undefined
}

/** One school location in DUO's reference levels. */
export interface DomainCounts {
  readonly code: SchoolCode
  /** Where the school first occurs. */
  readonly line: number
  readonly years: ReadonlyMap<string, YearCounts>
}

/** Whether rows have as many pupils in every domain, where enough of their cells are not masked to see it. */
export interface SamePupils {
  readonly holds: boolean
  readonly confirmed: number
  readonly contradicted: number
}

/** Rows that must show it, and none may contradict it. */
const enoughRows = 100

const none: Interval = { low: 0, high: 0 }

/** Levels as in the header, `LAGER1F` to `2F`; 1S is the target for arithmetic, and whoever has 2F there has it too. */
const levelNames = { below: ['below-1F'], fundamental: ['1F'], target: ['1S', '2F'] } as const

type School = { code: SchoolCode; line: number; years: Map<string, YearCounts> }

/** The schools of files of kind `reference-levels`, which may be one of several years or one a year. */
export function domainCounts(
  tables: readonly ResultsTable[],
):
  | { readonly ok: true; readonly schools: ReadonlyMap<string, DomainCounts>; readonly samePupils: SamePupils }
  | (Refusal & { readonly table: ResultsTable }) {
  const schools = new Map<string, School>()
  const lines = new Map<string, number>()
  let confirmed = 0
  let contradicted = 0
  for (const table of tables) {
    const levelsOf = levelsReader(table)
    for (const [row, code] of table.schools.entries()) {
      const key = codeText(code)
      const period = table.periodOf(row) ?? ''
      const line = table.lineOf(row)
      const earlier = lines.get(`${key} ${period}`)
      if (earlier !== undefined) return { ok: false, reason: 'school-twice', line, school: key, earlier, table }
      lines.set(`${key} ${period}`, line)
      const school = schools.get(key) ?? { code, line, years: new Map() }
      schools.set(key, school)
      const levels = {
        reading: levelsOf(row, 'reading'),
        language: levelsOf(row, 'language'),
        arithmetic: levelsOf(row, 'arithmetic'),
      }
      const totals = domains.map((domain) => pupilsIn(levels[domain]))
      const pupils = {
        low: Math.max(...totals.map(({ low }) => low)),
        high: Math.min(...totals.map(({ high }) => high)),
      }
      if (pupils.low > pupils.high) contradicted++
      else if (totals.filter(isExact).length >= 2) confirmed++
      school.years.set(period, { levels, pupils })
    }
  }
  const holds = contradicted === 0 && confirmed >= enoughRows
  return {
    ok: true,
    schools: holds ? schools : new Map([...schools].map(([key, school]) => [key, withCellsApart(school)])),
    samePupils: { holds, confirmed, contradicted },
  }
}

/** The same school with each domain's pupils taken by themselves. */
export function withCellsApart(school: DomainCounts): DomainCounts {
  const years = [...school.years].map(([period, { levels }]) => [period, { levels, pupils: undefined }] as const)
  return { ...school, years: new Map(years) }
}

/** Whether there can be a pupil in every one of those school years. */
export function hasEveryYear({ years }: DomainCounts, schoolYears: readonly string[]): boolean {
  return schoolYears.every((period) => {
    const year = years.get(period)
    return year !== undefined && domains.every((domain) => pupilsIn(year.levels[domain]).high > 0)
  })
}

/** Pupils in a domain over those school years. */
export function pupilsOver({ years }: DomainCounts, schoolYears: readonly string[], domain: Domain): Interval {
  return sum(
    schoolYears.map((period) => {
      const year = years.get(period)
      return year === undefined ? none : (year.pupils ?? pupilsIn(year.levels[domain]))
    }),
  )
}

function levelsReader(table: ResultsTable): (row: number, domain: Domain) => LevelCounts {
  const columns = new Map(table.measures.map((each) => [each.measure.part, each]))
  const count = (row: number, domain: Domain, names: readonly string[]): Interval =>
    sum(names.map((level) => intervalOf(columns.get(`${domain} ${level}`)?.at(row) ?? { kind: 'missing' }) ?? none))
  return (row, domain) => ({
    below: count(row, domain, levelNames.below),
    fundamental: count(row, domain, levelNames.fundamental),
    target: count(row, domain, levelNames.target),
  })
}

function pupilsIn({ below, fundamental, target }: LevelCounts): Interval {
  return sum([below, fundamental, target])
}
