import type { DelimitedTable } from '@kantelpunt/delimited-text'
import { keyOf, placesOf } from './matching.ts'
import { openTable } from './open-table.ts'
import type { Limit, Pool } from './pool.ts'
import { type PoolNote, type PoolProblem, Problems } from './problem.ts'
import { columnOf, mostPeople, readAnswers, readIds, readLimits, toPeople } from './read-people.ts'
import { readQuotas } from './read-quotas.ts'

export interface PoolSource {
  /** Bytes of `feature,value,min,max[,min_flex,max_flex]`, also called `category,feature` or `category,name`. */
  readonly quotas: Uint8Array
  /** Bytes of a table with a row a person and a column for each feature. */
  readonly pool: Uint8Array
  readonly seats: number
  /** The column by which people are known; the number of their row, from 1, where left out. */
  readonly id?: string | undefined
  /** For each list of columns: one person at most of those for whom they say the same. */
  readonly onePer?: readonly (readonly string[])[]
  /** At most so many people with the same in this column. */
  readonly atMostPer?: readonly { readonly column: string; readonly most: number }[]
  /** Ids of people who are on every panel, and of those who are on none; blank ones are passed over. */
  readonly selected?: readonly string[]
  readonly excluded?: readonly string[]
}

export type ReadPool =
  | {
      readonly ok: true
      readonly pool: Pool
      readonly notes: readonly PoolNote[]
      /** All columns of the pool's file, and what they say of a person, by place: nothing of it plays a part in the draw. */
      readonly columns: readonly string[]
      readonly rowOf: (person: number) => readonly string[]
    }
  /** All there is to put right, in the order of the files. */
  | { readonly ok: false; readonly problems: readonly PoolProblem[] }

/** Who can be drawn and under which rules, from the bytes of two files; or everything that is wrong with them at once. */
export function readPool(source: PoolSource): ReadPool {
  const { seats } = source
  const problems = new Problems()
  const notes: PoolNote[] = []
  const seatsMake = Number.isSafeInteger(seats) && seats > 0
  if (!seatsMake) problems.add({ file: 'options', reason: 'seats-no-number', seats })
  const quotas = openTable(source.quotas, 'quotas', problems)
  // Without a number of seats, sums have nothing to be compared with.
  const features = quotas === undefined ? [] : readQuotas(quotas, seatsMake ? seats : Number.NaN, problems, notes)
  const table = openTable(source.pool, 'pool', problems)
  if (table === undefined) return { ok: false, problems: problems.all() }
  if (table.rowCount > mostPeople) {
    problems.add({ file: 'pool', reason: 'too-many-people', people: table.rowCount, most: mostPeople })
    return { ok: false, problems: problems.all() }
  }
  if (table.rowCount === 0) problems.add({ file: 'pool', reason: 'no-people' })
  else if (seats > table.rowCount)
    problems.add({ file: 'pool', reason: 'seats-above-people', seats, people: table.rowCount })
  const idColumn = source.id === undefined ? undefined : columnOf(table, source.id, problems, notes)
  if (source.id === undefined) {
    const [place] = placesOf(table.header, 'id')
    notes.push({ kind: 'row-numbers', idColumn: place === undefined ? undefined : table.header[place] })
  }
  const ids = readIds(table, idColumn, problems)
  const answers = readAnswers(table, features, problems, notes)
  const limits = limitsOf(table, source, problems, notes)
  const { selected, excluded } = placesOfLists(source, ids, problems, notes)
  if (selected.length > seats)
    problems.add({ file: 'selected', reason: 'selected-above-seats', selected: selected.length, seats })
  else if (table.rowCount - excluded.length < seats && table.rowCount >= seats)
    problems.add({ file: 'excluded', reason: 'seats-above-people', seats, people: table.rowCount - excluded.length })
  const found = problems.all()
  if (found.length > 0) return { ok: false, problems: found }
  return {
    ok: true,
    pool: { seats, features, people: toPeople(ids, answers), limits, selected, excluded },
    notes,
    columns: table.header,
    rowOf: (person) => table.header.map((_, column) => table.cell(person, column)),
  }
}

function limitsOf(table: DelimitedTable, source: PoolSource, problems: Problems, notes: PoolNote[]): readonly Limit[] {
  const onePer = (source.onePer ?? []).map((columns) => ({ columns, most: 1 }))
  const atMostPer = (source.atMostPer ?? []).map(({ column, most }) => ({ columns: [column], most }))
  return [...onePer, ...atMostPer].flatMap(({ columns, most }) => {
    if (Number.isSafeInteger(most) && most > 0) return readLimits(table, columns, most, problems, notes)
    problems.add({ file: 'options', reason: 'at-most-no-number', most })
    return []
  })
}

/** Places of the people on the two lists; an id that is not written as in the pool is found without capitals and spaces. */
function placesOfLists(source: PoolSource, ids: readonly string[], problems: Problems, notes: PoolNote[]) {
  const { selected = [], excluded = [] } = source
  if (selected.length + excluded.length === 0) return { selected: [], excluded: [] }
  const placeOfId = new Map(ids.map((id, place) => [id, place]))
  const ofKey = new Map<string, number[]>()
  for (const [place, id] of ids.entries()) ofKey.set(keyOf(id), [...(ofKey.get(keyOf(id)) ?? []), place])
  const placesIn = (file: 'selected' | 'excluded', list: readonly string[]) => {
    const places = new Set<number>()
    for (const [k, text] of list.entries()) {
      const asked = text.trim()
      if (asked === '') continue
      const alike = ofKey.get(keyOf(asked)) ?? []
      const place = placeOfId.get(asked) ?? (alike.length === 1 ? alike[0] : undefined)
      if (place === undefined) problems.add({ file, line: k + 1, reason: 'unknown-id', id: asked })
      else places.add(place)
      if (place !== undefined && ids[place] !== asked)
        notes.push({ kind: 'id-matched', asked, found: ids[place] ?? '' })
    }
    return places
  }
  const inside = placesIn('selected', selected)
  const outside = placesIn('excluded', excluded)
  for (const place of inside)
    if (outside.has(place)) problems.add({ file: 'excluded', reason: 'selected-and-excluded', id: ids[place] ?? '' })
  return { selected: [...inside].toSorted((a, b) => a - b), excluded: [...outside].toSorted((a, b) => a - b) }
}
