import type { DelimitedTable } from '@kantelpunt/delimited-text'
import { type FitRefusal, fitModel, type Growth, growthOf, type ModelData } from '@kantelpunt/mixed-models'
import type { ChosenColumns } from './guess-columns.ts'
import { mostLevels } from './limits.ts'
import { missingTexts, scoreColumn } from './score-column.ts'

export interface GrowthAnswer {
  readonly ok: true
  readonly growth: Growth
  /** Pupils that took part. */
  readonly pupils: number
  /** Rows that were left out, as a cell is missing there. */
  readonly missingRows: number
  /** What the later score rises for one unit of the earlier one. */
  readonly slope: number
  /** Standard deviation of the later scores: what one pupil can be apart from others. */
  readonly spread: number
}

export type GrowthStop =
  | { readonly ok: false; readonly reason: 'unknown-column'; readonly name: string }
  | { readonly ok: false; readonly reason: 'column-twice'; readonly name: string }
  | {
      readonly ok: false
      readonly reason: 'no-number'
      readonly name: string
      readonly text: string
      readonly line: number
      readonly column: number
      /** How many cells of the column are no number. */
      readonly cells: number
    }
  | { readonly ok: false; readonly reason: 'no-rows' | 'one-school' | 'too-few-rows' | 'perfect-fit' | 'not-converged' }
  | { readonly ok: false; readonly reason: 'too-many-texts'; readonly name: string; readonly limit: number }
  /** Every row has the same there, or what others say already. */
  | { readonly ok: false; readonly reason: 'says-nothing'; readonly name: string }

type Column = { readonly kind: 'number'; readonly values: Float64Array } | Texts
interface Texts {
  readonly kind: 'factor'
  readonly codes: Int32Array
  readonly levels: readonly string[]
}

/**
 * Fits `later ~ earlier + background + (1 | school)` by REML and tells the growth of every school, in units of the later
 * score. Names of columns may be anything: the model has names of its own for them.
 */
export function analyseGrowth(table: DelimitedTable, chosen: ChosenColumns): GrowthAnswer | GrowthStop {
  const names = [chosen.school, chosen.earlier, chosen.later, ...chosen.background]
  for (const [k, name] of names.entries()) {
    if (!table.header.includes(name)) return { ok: false, reason: 'unknown-column', name }
    if (names.indexOf(name) !== k) return { ok: false, reason: 'column-twice', name }
  }
  const columns = new Map<string, { readonly name: string; readonly column: Column }>()
  for (const [own, name] of [
    ['later', chosen.later],
    ['earlier', chosen.earlier],
  ] as const) {
    const read = numbersOf(table, name)
    if ('ok' in read) return read
    columns.set(own, { name, column: read })
  }
  for (const [k, name] of chosen.background.entries()) {
    const read = backgroundOf(table, name)
    if ('ok' in read) return read
    columns.set(`background${k + 1}_`, { name, column: read })
  }
  const schools = textsOf(table, chosen.school)
  const fit = fitModel(
    `later ~ ${[...columns.keys()].slice(1).join(' + ')} + (1 | school)`,
    modelData(table, columns, schools),
  )
  if (!fit.ok) return stopOf(fit, schools, columns)
  if (!fit.converged) return { ok: false, reason: 'not-converged' }
  const growth = growthOf(fit)
  if (!growth.ok) throw new Error(`The formula has an intercept and a school: ${growth.reason}`)
  const slope = fit.fixed.find(({ term }) => term === 'earlier')?.estimate ?? Number.NaN
  return {
    ok: true,
    growth,
    pupils: fit.rowCount,
    missingRows: fit.missingRows,
    slope,
    spread: spreadOf(columns.get('later')?.column),
  }
}

function spreadOf(column: Column | undefined): number {
  if (column?.kind !== 'number') return Number.NaN
  const known = column.values.filter((value) => !Number.isNaN(value))
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length
  return Math.sqrt(known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (known.length - 1))
}

function numbersOf(table: DelimitedTable, name: string): Column | GrowthStop {
  const read = scoreColumn(table, name)
  if (read?.firstError === undefined) return { kind: 'number', values: read?.values ?? new Float64Array() }
  const { line, column, text } = read.firstError
  return { ok: false, reason: 'no-number', name, text: text.slice(0, 60), line, column, cells: read.unreadable }
}

/** Numbers where most cells are, with the first that is none as a refusal; else groups. */
function backgroundOf(table: DelimitedTable, name: string): Column | GrowthStop {
  const read = scoreColumn(table, name)
  const filled = table.rowCount - (read?.missing ?? 0)
  if (read !== undefined && read.unreadable < 0.5 * filled) return numbersOf(table, name)
  const texts = textsOf(table, name)
  return texts.levels.length > mostLevels ? { ok: false, reason: 'too-many-texts', name, limit: mostLevels } : texts
}

/** Texts without blanks around them; −1 where a cell is missing. */
function textsOf(table: DelimitedTable, name: string): Texts {
  const { codes, levels } = table.column(name) ?? { codes: new Int32Array(), levels: [] }
  const places = new Map<string, number>()
  const newCodes = levels.map((level) => {
    const text = level.trim()
    if (missingTexts.includes(text)) return -1
    const place = places.get(text) ?? places.size
    places.set(text, place)
    return place
  })
  return { kind: 'factor', codes: codes.map((code) => newCodes[code] ?? -1), levels: [...places.keys()] }
}

function modelData(
  table: DelimitedTable,
  columns: ReadonlyMap<string, { readonly name: string; readonly column: Column }>,
  schools: Texts,
): ModelData {
  const unknown = (name: string) => ({ ok: false, reason: 'unknown-column', name, known: [...columns.keys()] }) as const
  return {
    rowCount: table.rowCount,
    effect: (name) => {
      const found = columns.get(name)
      return found === undefined ? unknown(name) : { ok: true, column: found.column }
    },
    grouping: (name) =>
      name === 'school' ? { ok: true, codes: schools.codes, levels: schools.levels } : unknown(name),
    placeOf: (row, name) => ({
      line: table.lineOf(row),
      column: table.header.indexOf(columns.get(name)?.name ?? '') + 1,
    }),
  }
}

function stopOf(
  refusal: FitRefusal,
  schools: Texts,
  columns: ReadonlyMap<string, { readonly name: string }>,
): GrowthStop {
  const nameOf = (own: string) => [...columns].find(([key]) => own.startsWith(key))?.[1].name ?? own
  if (schools.levels.length < 2) return { ok: false, reason: schools.levels.length === 0 ? 'no-rows' : 'one-school' }
  switch (refusal.reason) {
    case 'no-rows':
    case 'too-few-rows':
    case 'perfect-fit':
      return { ok: false, reason: refusal.reason }
    case 'one-group':
      return { ok: false, reason: 'one-school' }
    case 'too-many-effects':
      return { ok: false, reason: 'too-few-rows' }
    case 'constant-response':
      return { ok: false, reason: 'says-nothing', name: nameOf('later') }
    case 'one-level':
      return { ok: false, reason: 'says-nothing', name: nameOf(refusal.name) }
    case 'singular-design':
      return { ok: false, reason: 'says-nothing', name: nameOf(refusal.term) }
    default:
      // Of formulas and columns, which were made and checked above.
      throw new Error(`The model refused what was checked: ${JSON.stringify(refusal)}`)
  }
}
