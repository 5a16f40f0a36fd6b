/** 1 agrees, −1 disagrees, 0 passes: seen, and neither. */
export type Vote = -1 | 0 | 1

/**
 * What people said of statements, one vote a person and statement. The votes of person i are those from `starts[i]` up to
 * `starts[i + 1]`: the place of the statement, rising, and the vote.
 */
export interface Votes {
  readonly people: readonly string[]
  readonly statements: readonly string[]
  /** One more than there are people. */
  readonly starts: Int32Array
  readonly columns: Int32Array
  readonly values: Int8Array
}

/** Votes one after another as they were cast; a later one takes the place of an earlier one. */
export interface CastVotes {
  /** Ids by code; what no vote names has none. */
  readonly people: readonly string[]
  readonly statements: readonly string[]
  readonly person: Int32Array
  readonly statement: Int32Array
  readonly value: Int8Array
}

/**
 * One vote a person and statement, the last. People and statements are ordered by id (numbers as numbers), so that the
 * order of a file plays no part in anything that follows. `replaced` counts the votes that a later one took the place of.
 */
export function gatherVotes(cast: CastVotes): { readonly votes: Votes; readonly replaced: number } {
  const people = orderedIds(cast.people)
  const statements = orderedIds(cast.statements)
  const count = cast.value.length
  const ends = new Int32Array(people.ids.length + 1)
  for (let k = 0; k < count; k++) {
    const at = (people.placeOf[cast.person[k] ?? 0] ?? 0) + 1
    ends[at] = (ends[at] ?? 0) + 1
  }
  for (let i = 1; i < ends.length; i++) ends[i] = (ends[i] ?? 0) + (ends[i - 1] ?? 0)
  const columns = new Int32Array(count)
  const values = new Int8Array(count)
  const next = ends.slice()
  for (let k = 0; k < count; k++) {
    const person = people.placeOf[cast.person[k] ?? 0] ?? 0
    const at = next[person] ?? 0
    columns[at] = statements.placeOf[cast.statement[k] ?? 0] ?? 0
    values[at] = cast.value[k] ?? 0
    next[person] = at + 1
  }
  // Per person: the last vote on each statement, in the order of the statements.
  const starts = new Int32Array(ends.length)
  const lastAt = new Int32Array(statements.ids.length).fill(-1)
  /** The votes that stay, of one person: four times the statement and the vote + 1, to sort as one number. */
  const own = new Int32Array(ends.reduce((most, end, i) => Math.max(most, end - (ends[i - 1] ?? 0)), 0))
  let to = 0
  for (let person = 0; person < people.ids.length; person++) {
    const from = ends[person] ?? 0
    const end = ends[person + 1] ?? 0
    for (let at = from; at < end; at++) lastAt[columns[at] ?? 0] = at
    let kept = 0
    for (let at = from; at < end; at++) {
      const column = columns[at] ?? 0
      if (lastAt[column] !== at) continue
      own[kept] = 4 * column + (values[at] ?? 0) + 1
      kept++
    }
    for (const key of own.subarray(0, kept).sort()) {
      columns[to] = key >> 2
      values[to] = (key & 3) - 1
      to++
    }
    starts[person + 1] = to
  }
  const votes = {
    people: people.ids,
    statements: statements.ids,
    starts,
    columns: columns.slice(0, to),
    values: values.slice(0, to),
  }
  return { votes, replaced: count - to }
}

/** The votes with one more, or one changed; a person or statement that is new comes last. What was given stays as it is. */
export function withVote(votes: Votes, person: string, statement: string, value: Vote): Votes {
  const known = { person: votes.people.indexOf(person), statement: votes.statements.indexOf(statement) }
  const people = known.person < 0 ? [...votes.people, person] : votes.people
  const statements = known.statement < 0 ? [...votes.statements, statement] : votes.statements
  const row = known.person < 0 ? people.length - 1 : known.person
  const column = known.statement < 0 ? statements.length - 1 : known.statement
  const starts = known.person < 0 ? grown(votes.starts) : votes.starts.slice()
  let at = starts[row] ?? 0
  const end = starts[row + 1] ?? 0
  while (at < end && (votes.columns[at] ?? 0) < column) at++
  if (at < end && votes.columns[at] === column) {
    const values = votes.values.slice()
    values[at] = value
    return { people, statements, starts, columns: votes.columns, values }
  }
  for (let i = row + 1; i < starts.length; i++) starts[i] = (starts[i] ?? 0) + 1
  const columns = new Int32Array(votes.columns.length + 1)
  columns.set(votes.columns.subarray(0, at))
  columns[at] = column
  columns.set(votes.columns.subarray(at), at + 1)
  const values = new Int8Array(columns.length)
  values.set(votes.values.subarray(0, at))
  values[at] = value
  values.set(votes.values.subarray(at), at + 1)
  return { people, statements, starts, columns, values }
}

/** No votes yet. */
export const noVotes: Votes = {
  people: [],
  statements: [],
  starts: new Int32Array(1),
  columns: new Int32Array(),
  values: new Int8Array(),
}

/** How many statements each person voted on. */
export function countVotes({ starts, people }: Votes): Int32Array {
  return Int32Array.from(people, (_, i) => (starts[i + 1] ?? 0) - (starts[i] ?? 0))
}

/** How many people voted on each statement. */
export function countAnswers({ columns, statements }: Votes): Int32Array {
  const counts = new Int32Array(statements.length)
  // By place: `for … of` over a typed array is ten times slower, and this is done at each vote.
  for (let at = 0; at < columns.length; at++) counts[columns[at] ?? 0] = (counts[columns[at] ?? 0] ?? 0) + 1
  return counts
}

function grown(starts: Int32Array): Int32Array {
  const more = new Int32Array(starts.length + 1)
  more.set(starts)
  more[starts.length] = starts[starts.length - 1] ?? 0
  return more
}

function orderedIds(ids: readonly string[]): { readonly ids: readonly string[]; readonly placeOf: Int32Array } {
  const order = ids.map((_, code) => code).sort((one, other) => compareIds(ids[one] ?? '', ids[other] ?? ''))
  const placeOf = new Int32Array(ids.length)
  for (const [place, code] of order.entries()) placeOf[code] = place
  return { ids: order.map((code) => ids[code] ?? ''), placeOf }
}

/** Whole numbers before texts, by size; texts by their signs, so the same in every language. */
export function compareIds(one: string, other: string): number {
  const [a, b] = [wholeNumber(one), wholeNumber(other)]
  if (a !== undefined && b !== undefined && a !== b) return a - b
  if ((a === undefined) !== (b === undefined)) return a === undefined ? 1 : -1
  return one < other ? -1 : one > other ? 1 : 0
}

function wholeNumber(id: string): number | undefined {
  return /^\d{1,15}$/.test(id) ? Number(id) : undefined
}
