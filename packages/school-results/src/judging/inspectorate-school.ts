import type { Cell } from '../cells/read-cell.ts'
import { codeText, type SchoolCode } from '../cells/school-code.ts'
import { type Indicator, indicators } from '../norms/norm-set.ts'
import type { Refusal, RowRefusal } from '../reading/refusal.ts'
import type { MeasureOfRows, ResultsTable } from '../reading/results-table.ts'

export type PublishedOutcome = 'above' | 'below' | 'judged-over-five-years' | 'too-little-data'

/** One school as the Inspectorate publishes it: percentages over the domains together. */
export interface InspectorateSchool {
  readonly code: SchoolCode
  readonly line: number
  readonly weighting: number | undefined
  readonly years: readonly {
    readonly period: string
    readonly pupils: Cell
    readonly shares: Readonly<Record<Indicator, Cell>>
  }[]
  readonly threeYears: { readonly pupils: Cell; readonly shares: Readonly<Record<Indicator, Cell>> }
  readonly published: Readonly<Record<Indicator, PublishedOutcome | undefined>>
  /** The norm that the file itself names. */
  readonly norms: Readonly<Record<Indicator, number | undefined>>
}

export interface InspectorateFile {
  readonly schools: readonly InspectorateSchool[]
  readonly schoolYears: readonly string[]
  /** Decimals of the published percentages. */
  readonly decimals: number
}

const nothing: Cell = { kind: 'missing' }

const outcomes: readonly (readonly [PublishedOutcome, RegExp])[] = [
  ['above', /^boven/i],
  ['below', /^onder/i],
  ['judged-over-five-years', /^kleine school/i],
  ['too-little-data', /^te weinig/i],
]

/** The schools of a file of kind `inspectorate-results`. */
export function inspectorateFile(table: ResultsTable): ({ readonly ok: true } & InspectorateFile) | Refusal {
  const measure = (name: string, part = '', period?: string) =>
    table.measures.find(({ measure: each }) => each.name === name && each.part === part && each.period === period)
  const per = (read: (indicator: Indicator) => MeasureOfRows | undefined) => {
    const found = { '1F': read('1F'), '1S/2F': read('1S/2F') }
    return (row: number): Record<Indicator, Cell> => ({
      '1F': found['1F']?.at(row) ?? nothing,
      '1S/2F': found['1S/2F']?.at(row) ?? nothing,
    })
  }
  const schoolYears = [...new Set(table.measures.flatMap(({ measure: { period } }) => period ?? []))].toSorted()
  const years = schoolYears.map((period) => ({
    period,
    pupils: measure('pupils', '', period),
    shares: per((indicator) => measure('share-reached', indicator, period)),
  }))
  const threePupils = measure('three-year-pupils')
  const threeShares = per((indicator) => measure('three-year-share', indicator))
  const norms = per((indicator) => measure('norm', indicator))
  const weighting = measure('weighting')
  const earlier = new Map<string, number>()
  const schools: InspectorateSchool[] = []
  let decimals = 0
  for (const [row, code] of table.schools.entries()) {
    const line = table.lineOf(row)
    const school = codeText(code)
    const first = earlier.get(school)
    if (first !== undefined) return { ok: false, reason: 'school-twice', line, school, earlier: first }
    earlier.set(school, line)
    const published = { '1F': publishedOf(table, row, '1F'), '1S/2F': publishedOf(table, row, '1S/2F') }
    for (const indicator of indicators) {
      const found = published[indicator]
      if (typeof found === 'object') return found
    }
    const ofRow = years.map(({ period, pupils, shares }) => ({
      period,
      pupils: pupils?.at(row) ?? nothing,
      shares: shares(row),
    }))
    const threeYears = { pupils: threePupils?.at(row) ?? nothing, shares: threeShares(row) }
    for (const { shares } of [...ofRow, threeYears]) {
      for (const indicator of indicators) decimals = Math.max(decimals, decimalsOf(shares[indicator]))
    }
    schools.push({
      code,
      line,
      weighting: knownValue(weighting?.at(row) ?? nothing),
      years: ofRow,
      threeYears,
      published: { '1F': plain(published['1F']), '1S/2F': plain(published['1S/2F']) },
      norms: { '1F': knownValue(norms(row)['1F']), '1S/2F': knownValue(norms(row)['1S/2F']) },
    })
  }
  return { ok: true, schools, schoolYears, decimals }
}

/** What is published of a school; a refusal where that is no outcome that is known. */
export function publishedOf(
  table: ResultsTable,
  row: number,
  indicator: Indicator,
): PublishedOutcome | RowRefusal | undefined {
  const column = table.facts.find(({ name }) => name === `outcome-${indicator}`)
  const text = column?.at(row) ?? ''
  if (column === undefined || text === '') return undefined
  const [outcome] = outcomes.find(([, form]) => form.test(text)) ?? []
  if (outcome !== undefined) return outcome
  const sheet = table.sheet === undefined ? {} : { sheet: table.sheet }
  return {
    ok: false,
    reason: 'unreadable-outcome',
    ...sheet,
    line: table.lineOf(row),
    column: column.column,
    header: column.header,
    text,
  }
}

function plain(outcome: PublishedOutcome | RowRefusal | undefined): PublishedOutcome | undefined {
  return typeof outcome === 'object' ? undefined : outcome
}

function knownValue(cell: Cell): number | undefined {
  return cell.kind === 'known' ? cell.value : undefined
}

/** More than six are what a spreadsheet makes of a binary number: `38.700000000000003`. */
function decimalsOf(cell: Cell): number {
  return cell.kind === 'known' && cell.decimals <= 6 ? cell.decimals : 0
}
