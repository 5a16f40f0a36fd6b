import {
  type Aspect,
  domains,
  type Indicator,
  indicators,
  type NormClass,
  type NormSet,
  type NormTable,
} from './norm-set.ts'
import { signalValues } from './signal-values.ts'

export type ParsedNorms =
  | { readonly ok: true; readonly norms: NormSet }
  /** `at` says where: `tables[2].values.byWeighting[0].to`. */
  | { readonly ok: false; readonly reason: 'not-norms'; readonly at: string; readonly expected: string }

/** Checks that JSON from a file is a set of norms: every field there, classes in order, without gaps or overlap. */
export function parseNormSet(json: unknown): ParsedNorms {
  try {
    return { ok: true, norms: normSet(signalValues(json) ?? json) }
  } catch (error) {
    if (error instanceof Misfit) return { ok: false, reason: 'not-norms', at: error.at, expected: error.expected }
    throw error
  }
}

class Misfit extends Error {
  readonly at: string
  readonly expected: string
  constructor(at: string, expected: string) {
    super(`${at}: expected ${expected}`)
    this.at = at
    this.expected = expected
  }
}

function normSet(json: unknown): NormSet {
  const set = object(json, '')
  const text = (field: string) => string(set[field], field)
  const validFrom = text('validFrom')
  if (!isDay(validFrom)) throw new Misfit('validFrom', 'a day such as 2025-08-01')
  const id = text('id')
  if (id.length > 100) throw new Misfit('id', 'at most 100 signs')
  return {
    id,
    title: text('title'),
    source: text('source'),
    ...(set.basedOn === undefined ? {} : { basedOn: text('basedOn') }),
    validFrom,
    schoolYears: list(set.schoolYears, 'schoolYears').map((year, i) => {
      const period = string(year, `schoolYears[${i}]`)
      if (!/^\d{4}-\d{4}$/.test(period)) throw new Misfit(`schoolYears[${i}]`, 'a school year such as 2024-2025')
      return period
    }),
    minimumPupils: number(set.minimumPupils, 'minimumPupils', 0, 1000),
    tables: list(set.tables, 'tables').map((table, i) => normTable(table, `tables[${i}]`)),
  }
}

function normTable(json: unknown, at: string): NormTable {
  const table = object(json, at)
  const indicator = oneOf<Indicator>(table.indicator, `${at}.indicator`, indicators)
  const aspect = oneOf<Aspect>(table.aspect, `${at}.aspect`, ['together', ...domains])
  const values = object(table.values, `${at}.values`)
  if (values.flat !== undefined)
    return { indicator, aspect, values: { flat: number(values.flat, `${at}.values.flat`) } }
  const where = `${at}.values.byWeighting`
  const classes = list(values.byWeighting, where).map((each, i) => normClass(each, `${where}[${i}]`))
  for (const [i, { from }] of classes.entries()) {
    const before = classes[i - 1]
    if (before !== undefined && before.to !== from) throw new Misfit(`${where}[${i}].from`, `${before.to}`)
  }
  return { indicator, aspect, values: { byWeighting: classes } }
}

function normClass(json: unknown, at: string): NormClass {
  const each = object(json, at)
  const from = number(each.from, `${at}.from`)
  const to = number(each.to, `${at}.to`)
  if (to <= from) throw new Misfit(`${at}.to`, `more than ${from}`)
  return { from, to, value: number(each.value, `${at}.value`) }
}

function object(json: unknown, at: string): Readonly<Record<string, unknown>> {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) throw new Misfit(at, 'an object')
  return Object.fromEntries(Object.entries(json))
}

function list(json: unknown, at: string): readonly unknown[] {
  if (!Array.isArray(json) || json.length === 0) throw new Misfit(at, 'a list that is not empty')
  return json
}

/** No null character: no database keeps it in a text. */
function string(json: unknown, at: string): string {
  if (typeof json !== 'string' || json === '' || json.includes('\u0000')) throw new Misfit(at, 'a text')
  return json
}

function isDay(text: string): boolean {
  const day = /^\d{4}-\d\d-\d\d$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined
  // The 30th of February is taken as a day in March.
  return day !== undefined && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}

function number(json: unknown, at: string, least = 0, most = 101): number {
  if (typeof json !== 'number' || !(json >= least && json <= most)) {
    throw new Misfit(at, `a number from ${least} to ${most}`)
  }
  return json
}

function oneOf<Choice extends string>(json: unknown, at: string, choices: readonly Choice[]): Choice {
  const found = choices.find((choice) => choice === json)
  if (found === undefined) throw new Misfit(at, choices.join(', '))
  return found
}
