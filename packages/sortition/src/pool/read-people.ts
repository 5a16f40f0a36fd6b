import type { DelimitedTable } from '@kantelpunt/delimited-text'
import { hasControlCharacter, keyOf, nearest, placesOf } from './matching.ts'
import type { Feature, Limit, Person } from './pool.ts'
import type { PoolNote, Problems } from './problem.ts'

/** More people than this are refused: nobody reads a list of a million chances. */
export const mostPeople = 1_000_000

/** Of all values that are known, so many are named in a problem. */
const namesTold = 20

/** The place of a column by its name; undefined, and told, where there is none or more than one. */
export function columnOf(
  table: DelimitedTable,
  name: string,
  problems: Problems,
  notes: PoolNote[],
): number | undefined {
  const places = placesOf(table.header, name)
  const [place] = places
  if (place === undefined) {
    const known = table.header.filter((each) => each !== '')
    problems.add({ file: 'pool', line: 1, column: name, reason: 'missing-column', known })
    return undefined
  }
  if (places.length > 1) {
    problems.add({ file: 'pool', line: 1, column: name, reason: 'column-twice' })
    return undefined
  }
  const found = table.header[place] ?? ''
  if (found !== name) notes.push({ kind: 'column-matched', file: 'pool', asked: name, found })
  return place
}

/** The ids of all people: of a column, or the numbers of their rows from 1. */
export function readIds(table: DelimitedTable, column: number | undefined, problems: Problems): readonly string[] {
  const ids: string[] = []
  if (column === undefined) {
    for (let row = 0; row < table.rowCount; row++) ids.push(String(row + 1))
    return ids
  }
  const rowOf = new Map<string, number>()
  const name = table.header[column] ?? ''
  for (let row = 0; row < table.rowCount; row++) {
    const id = table.cell(row, column).trim()
    ids.push(id)
    const earlier = rowOf.get(id)
    if (id !== '' && earlier === undefined && !/[\p{Cc}]/u.test(id)) {
      rowOf.set(id, row)
      continue
    }
    const place = { file: 'pool', line: table.lineOf(row), column: name } as const
    if (id === '') problems.add({ ...place, reason: 'blank-id' })
    else if (earlier !== undefined) problems.add({ ...place, reason: 'id-twice', id, earlier: table.lineOf(earlier) })
    else problems.add({ ...place, reason: 'control-character', text: id })
  }
  return ids
}

/** For each feature, each person's place among its values. */
export function readAnswers(
  table: DelimitedTable,
  features: readonly Feature[],
  problems: Problems,
  notes: PoolNote[],
): readonly Int32Array[] {
  return features.map((feature) => {
    const place = columnOf(table, feature.name, problems, notes)
    const column = place === undefined ? undefined : table.column(table.header[place] ?? '')
    if (place === undefined || column === undefined) return new Int32Array(table.rowCount)
    const placeOfKey = new Map(feature.values.map((value, k) => [keyOf(value.name), k]))
    const known = feature.values.map(({ name }) => name)
    const ofLevel = column.levels.map((level) => placeOfKey.get(keyOf(level)) ?? -1)
    const counts = new Int32Array(column.levels.length)
    const near = new Map<number, string | undefined>()
    const answers = column.codes.map((code, row) => {
      counts[code] = (counts[code] ?? 0) + 1
      const answer = ofLevel[code] ?? -1
      if (answer >= 0) return answer
      const text = (column.levels[code] ?? '').trim()
      const at = { file: 'pool', line: table.lineOf(row), column: table.header[place] ?? '' } as const
      if (keyOf(text) === '') problems.add({ ...at, reason: 'blank-cell' })
      else if (hasControlCharacter(text)) problems.add({ ...at, reason: 'control-character', text })
      else {
        if (!near.has(code) && near.size < 50) near.set(code, nearest(text, known))
        problems.add({
          ...at,
          reason: 'unknown-value',
          text,
          near: near.get(code),
          known: known.slice(0, namesTold),
          count: known.length,
        })
      }
      return 0
    })
    column.levels.forEach((level, code) => {
      const value = feature.values[ofLevel[code] ?? -1]
      if (value === undefined || value.name === level.trim()) return
      notes.push({
        kind: 'value-matched',
        feature: feature.name,
        found: level,
        value: value.name,
        people: counts[code] ?? 0,
      })
    })
    return answers
  })
}

export function toPeople(ids: readonly string[], answers: readonly Int32Array[]): readonly Person[] {
  return ids.map((id, place) => ({ id, answers: answers.map((ofFeature) => ofFeature[place] ?? 0) }))
}

/**
 * At most `most` of those for whom these columns say the same, whatever the capitals and spaces. Who has all of them blank
 * shares nothing. A limit is made only where more people than `most` share something.
 */
export function readLimits(
  table: DelimitedTable,
  names: readonly string[],
  most: number,
  problems: Problems,
  notes: PoolNote[],
): readonly Limit[] {
  const places = names.map((name) => columnOf(table, name, problems, notes))
  const columns = places.flatMap((place) => {
    const name = place === undefined ? undefined : table.header[place]
    const column = name === undefined ? undefined : table.column(name)
    return column === undefined ? [] : [{ ...column, ...numbered(column.levels) }]
  })
  if (columns.length < names.length || names.length === 0) return []
  const groups = groupsBy(columns, table.rowCount)
  const sizes = new Int32Array(table.rowCount + 2)
  for (const group of groups) sizes[group + 1] = (sizes[group + 1] ?? 0) + 1
  const members = new Map<number, number[]>()
  for (const [row, group] of groups.entries()) {
    if (group < 0 || (sizes[group + 1] ?? 0) <= most) continue
    const known = members.get(group)
    if (known === undefined) members.set(group, [row])
    else known.push(row)
  }
  const [alone = 0] = sizes
  if (alone > 0) notes.push({ kind: 'nothing-shared', columns: names, people: alone })
  const limits: Limit[] = []
  for (const people of members.values()) {
    const [first = 0] = people
    const texts = columns.map(({ codes, levels }) => (levels[codes[first] ?? 0] ?? '').trim().replace(/\s+/g, ' '))
    const filled = texts.filter((text) => keyOf(text) !== '')
    const shared = filled.join(', ')
    limits.push({ name: `${names.join(', ')}: ${shared}`, people, most })
    if (filled.length < texts.length)
      notes.push({ kind: 'partly-blank', columns: names, shared, people: people.length })
  }
  return limits
}

/** For each level the number of what it says, whatever the capitals and spaces; −1 where it says nothing. */
function numbered(levels: readonly string[]): { readonly numbers: Int32Array; readonly count: number } {
  const numberOf = new Map<string, number>()
  const numbers = Int32Array.from(levels, (level) => {
    const key = keyOf(level)
    if (key === '') return -1
    const number = numberOf.get(key) ?? numberOf.size
    if (number === numberOf.size) numberOf.set(key, number)
    return number
  })
  return { numbers, count: numberOf.size }
}

/** For each row the number of its group: rows for which all columns say the same; −1 where all of them say nothing. */
function groupsBy(
  columns: readonly { readonly codes: Int32Array; readonly numbers: Int32Array; readonly count: number }[],
  rowCount: number,
): Int32Array {
  const groups = new Int32Array(rowCount)
  const says = new Uint8Array(rowCount)
  for (const [k, { codes, numbers, count }] of columns.entries()) {
    const groupOf = new Map<number, number>()
    for (let row = 0; row < rowCount; row++) {
      const number = numbers[codes[row] ?? 0] ?? -1
      if (number >= 0) says[row] = 1
      if (k === 0) {
        groups[row] = number + 1
        continue
      }
      const pair = (groups[row] ?? 0) * (count + 1) + number + 1
      const joined = groupOf.get(pair) ?? groupOf.size
      if (joined === groupOf.size) groupOf.set(pair, joined)
      groups[row] = joined
    }
  }
  return groups.map((group, row) => (says[row] === 1 ? group : -1))
}
