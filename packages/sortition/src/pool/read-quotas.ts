import type { DelimitedTable } from '@kantelpunt/delimited-text'
import { hasControlCharacter, keyOf, placesOf } from './matching.ts'
import type { Feature, Quota } from './pool.ts'
import type { PoolNote, Problems } from './problem.ts'

/** Columns by what they are called in the files of others: a feature and its values, or a category and its features. */
const namings = [
  ['category', 'feature'],
  ['category', 'name'],
  ['category', 'value'],
  ['feature', 'value'],
  ['feature', 'name'],
] as const

interface Columns {
  readonly feature: number
  readonly value: number
  readonly min: number
  readonly max: number
  readonly minFlex: number | undefined
  readonly maxFlex: number | undefined
}

/** Quotas from a table of `feature,value,min,max[,min_flex,max_flex]`; what is wrong with them goes to `problems`. */
export function readQuotas(
  table: DelimitedTable,
  seats: number,
  problems: Problems,
  notes: PoolNote[],
): readonly Feature[] {
  const columns = findColumns(table, problems, notes)
  if (columns === undefined) return []
  if (table.rowCount === 0) problems.add({ file: 'quotas', reason: 'no-quotas' })
  const features = new Map<string, { name: string; line: number; values: Map<string, Quota & { line: number }> }>()
  for (let row = 0; row < table.rowCount; row++) {
    const line = table.lineOf(row)
    const name = (column: number) => {
      const text = table.cell(row, column).trim()
      const place = { file: 'quotas', line, column: table.header[column] ?? '' } as const
      if (keyOf(text) === '') problems.add({ ...place, reason: 'blank-cell' })
      else if (hasControlCharacter(text)) problems.add({ ...place, reason: 'control-character', text })
      return text
    }
    const number = (column: number | undefined, blank: number | undefined) => {
      if (column === undefined) return blank ?? Number.NaN
      const text = table.cell(row, column).trim()
      if (text === '' && blank !== undefined) return blank
      const value = wholeNumber(text)
      const place = { file: 'quotas', line, column: table.header[column] ?? '' } as const
      if (text === '') problems.add({ ...place, reason: 'blank-cell' })
      else if (value === undefined) problems.add({ ...place, reason: 'no-number', text })
      return value ?? Number.NaN
    }
    const feature = name(columns.feature)
    const value = name(columns.value)
    const min = number(columns.min, undefined)
    // No panel has more of anyone than seats: the same quota, in numbers that a solver handles well.
    const max = Math.min(number(columns.max, undefined), Math.max(seats, min))
    const minFlex = number(columns.minFlex, min)
    const maxFlex = Math.min(number(columns.maxFlex, max), Math.max(seats, max))
    if (keyOf(feature) === '' || keyOf(value) === '') continue
    if (min > max) problems.add({ file: 'quotas', line, reason: 'min-above-max', value, min, max })
    if (minFlex > min && columns.minFlex !== undefined)
      problems.add({
        file: 'quotas',
        line,
        column: table.header[columns.minFlex] ?? '',
        reason: 'flex-narrower',
        value,
        flex: minFlex,
        quota: min,
      })
    if (maxFlex < max && columns.maxFlex !== undefined)
      problems.add({
        file: 'quotas',
        line,
        column: table.header[columns.maxFlex] ?? '',
        reason: 'flex-narrower',
        value,
        flex: maxFlex,
        quota: max,
      })
    const key = keyOf(feature)
    const known = features.get(key) ?? { name: feature, line, values: new Map<string, Quota & { line: number }>() }
    features.set(key, known)
    const earlier = known.values.get(keyOf(value))
    if (earlier === undefined) known.values.set(keyOf(value), { name: value, min, max, minFlex, maxFlex, line })
    else problems.add({ file: 'quotas', line, reason: 'value-twice', feature, value, earlier: earlier.line })
  }
  const read: Feature[] = []
  for (const { name, line, values } of features.values()) {
    const quotas = [...values.values()]
    checkSums(name, line, quotas, seats, problems)
    read.push({ name, values: quotas.map(({ line: _, ...quota }) => quota) })
  }
  return read
}

/** Everyone has one value of a feature, so that the numbers of all its values add up to the seats. */
function checkSums(feature: string, line: number, quotas: readonly Quota[], seats: number, problems: Problems): void {
  const mins = quotas.reduce((sum, { min }) => sum + min, 0)
  const maxes = quotas.reduce((sum, { max }) => sum + max, 0)
  if (mins > seats) problems.add({ file: 'quotas', line, reason: 'mins-above-seats', feature, sum: mins, seats })
  if (maxes < seats) problems.add({ file: 'quotas', line, reason: 'maxes-below-seats', feature, sum: maxes, seats })
}

function findColumns(table: DelimitedTable, problems: Problems, notes: PoolNote[]): Columns | undefined {
  const { header } = table
  const naming = namings.find((names) => names.every((name) => placesOf(header, name).length > 0)) ?? [
    'feature',
    'value',
  ]
  const find = (name: string, needed: boolean) => {
    const places = placesOf(header, name)
    const [place] = places
    if (places.length > 1) problems.add({ file: 'quotas', line: 1, column: name, reason: 'column-twice' })
    if (place === undefined) {
      const known = header.filter((each) => each !== '')
      if (needed) problems.add({ file: 'quotas', line: 1, column: name, reason: 'missing-column', known })
    } else if (header[place] !== name)
      notes.push({ kind: 'column-matched', file: 'quotas', asked: name, found: header[place] ?? '' })
    return place
  }
  const [feature, value, min, max] = [
    find(naming[0], true),
    find(naming[1], true),
    find('min', true),
    find('max', true),
  ]
  const [minFlex, maxFlex] = [find('min_flex', false), find('max_flex', false)]
  if (feature === undefined || value === undefined || min === undefined || max === undefined) return undefined
  return { feature, value, min, max, minFlex, maxFlex }
}

/** A whole number of 0 or more, also as spreadsheets write it: 11.0 or 11,0. */
function wholeNumber(text: string): number | undefined {
  return /^\+?\d{1,9}([.,]0*)?$/.test(text) ? Number.parseInt(text, 10) : undefined
}
