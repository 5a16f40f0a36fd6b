import { codeText, type SchoolCode } from '../cells/school-code.ts'
import type { ResultsTable } from '../reading/results-table.ts'

/** The schoolweging of schools by the Inspectorate's code, and of a location whose BRIN has only one. */
export interface Weightings {
  of(code: SchoolCode): number | undefined
}

/**
 * From tables of kind `school-weighting`: the mean over three years where one of them has it; else the mean of the years
 * that are there, each counting once, which is how the Inspectorate makes it (schoolweging, sheet Toelichting).
 */
export function weightingsOf(tables: readonly ResultsTable[]): Weightings {
  const overYears = tables.filter((table) => table.periodOf(0) === undefined)
  const sums = new Map<string, { total: number; years: number }>()
  for (const table of overYears.length > 0 ? overYears : tables) {
    const weighting = table.measures.find(({ measure }) => measure.name === 'weighting')
    for (const [row, code] of table.schools.entries()) {
      const cell = weighting?.at(row)
      if (cell?.kind !== 'known') continue
      const sum = sums.get(codeText(code)) ?? { total: 0, years: 0 }
      sums.set(codeText(code), { total: sum.total + cell.value, years: sum.years + 1 })
    }
  }
  const perBrin = new Map<string, Set<string>>()
  for (const table of tables) {
    for (const code of table.schools) {
      perBrin.set(code.brin, (perBrin.get(code.brin) ?? new Set<string>()).add(codeText(code)))
    }
  }
  const mean = (key: string) => {
    const sum = sums.get(key)
    return sum === undefined ? undefined : sum.total / sum.years
  }
  return {
    of: (code) => {
      const own = mean(codeText(code))
      const [only, ...more] = perBrin.get(code.brin) ?? []
      return own ?? (only !== undefined && more.length === 0 ? mean(only) : undefined)
    },
  }
}
