import { type DelimitedTable, readDelimited } from '@kantelpunt/delimited-text'
import { type CastVotes, gatherVotes, type Votes } from '../votes/votes.ts'
import { castVotes } from './cast-votes.ts'
import { badJson, idOf, isObject, looksLikeJson, readJson } from './json.ts'
import { columnTwice, type ReadingRefusal, type VotesFormat } from './refusal.ts'

export interface VotesFile {
  readonly ok: true
  readonly format: VotesFormat
  readonly votes: Votes
  /** Votes that a later one of the same person on the same statement took the place of. */
  readonly replaced: number
}

/** Reads votes in one of the three formats; found out by content where it is not given. Of two votes the last counts. */
export function readVotes(bytes: Uint8Array, format?: VotesFormat): VotesFile | ReadingRefusal {
  if (format === 'votes-json' || (format === undefined && looksLikeJson(bytes))) {
    const json = readJson(bytes)
    return json.ok ? finish('votes-json', votesOfJson(json.value)) : json
  }
  const table = readDelimited(bytes)
  if (!table.ok) return table
  const found = format ?? formatOf(table.header)
  if (found === undefined) return { ok: false, reason: 'unknown-format', header: table.header }
  return finish(found, found === 'matrix-csv' ? votesOfMatrix(table) : votesOfRows(table))
}

function finish(
  format: VotesFormat,
  read: { readonly ok: true; readonly cast: CastVotes } | ReadingRefusal,
): VotesFile | ReadingRefusal {
  if (!read.ok) return read
  const { votes, replaced } = gatherVotes(read.cast)
  return votes.values.length === 0 ? { ok: false, reason: 'no-votes' } : { ok: true, format, votes, replaced }
}

const rowColumns = ['comment-id', 'voter-id', 'vote'] as const
/** Columns of a matrix that are about the person; all others are statements. */
const personColumns = ['participant', 'group-id', 'n-comments', 'n-votes', 'n-agree', 'n-disagree']

function formatOf(header: readonly string[]): VotesFormat | undefined {
  if (header.includes('participant')) return 'matrix-csv'
  return rowColumns.some((name) => header.includes(name)) ? 'votes-csv' : undefined
}

type Read = { readonly ok: true; readonly cast: CastVotes } | ReadingRefusal

function votesOfRows(table: DelimitedTable): Read {
  const missing = rowColumns.find((name) => !table.header.includes(name))
  if (missing !== undefined) return { ok: false, reason: 'missing-column', name: missing, have: table.header }
  const twice = columnTwice(table.header, rowColumns)
  if (twice !== undefined) return twice
  const [statement, person, vote] = rowColumns.map((name) => table.column(name))
  if (statement === undefined || person === undefined || vote === undefined) throw new Error('the columns are there')
  const voteByLevel = vote.levels.map(voteOf)
  for (const [k, column] of [statement, person, vote].entries()) {
    const name = rowColumns[k] ?? ''
    const place = table.header.indexOf(name) + 1
    const bad = column.levels.findIndex(
      (text, level) => text.trim() === '' || (k === 2 && voteByLevel[level] === undefined),
    )
    if (bad < 0) continue
    const row = column.codes.indexOf(bad)
    const text = column.levels[bad] ?? ''
    const where = { line: table.lineOf(row), column: place, name }
    return text.trim() === ''
      ? { ok: false, reason: 'blank', ...where }
      : { ok: false, reason: 'bad-vote', ...where, text }
  }
  const value = Int8Array.from(vote.codes, (code) => voteByLevel[code] ?? 0)
  const people = trimmed(person.levels)
  const statements = trimmed(statement.levels)
  return {
    ok: true,
    cast: {
      people: people.ids,
      statements: statements.ids,
      person: people.codeOf === undefined ? person.codes : person.codes.map((code) => people.codeOf?.[code] ?? 0),
      statement:
        statements.codeOf === undefined
          ? statement.codes
          : statement.codes.map((code) => statements.codeOf?.[code] ?? 0),
      value,
    },
  }
}

/** Ids without blanks around them; `codeOf` where texts that were different became the same. */
function trimmed(levels: readonly string[]): { readonly ids: readonly string[]; readonly codeOf?: readonly number[] } {
  const ids = levels.map((text) => text.trim())
  const places = new Map<string, number>()
  for (const id of ids) if (!places.has(id)) places.set(id, places.size)
  if (places.size === ids.length) return { ids }
  return { ids: [...places.keys()], codeOf: ids.map((id) => places.get(id) ?? 0) }
}

function votesOfMatrix(table: DelimitedTable): Read {
  const { header } = table
  const place = header.indexOf('participant')
  const person = table.column('participant')
  if (person === undefined) return { ok: false, reason: 'missing-column', name: 'participant', have: header }
  const twice = columnTwice(header, ['participant'])
  if (twice !== undefined) return twice
  const blank = person.levels.findIndex((text) => text.trim() === '')
  if (blank >= 0) {
    const line = table.lineOf(person.codes.indexOf(blank))
    return { ok: false, reason: 'blank', line, column: place + 1, name: 'participant' }
  }
  const votes = castVotes()
  /** By column the code of the statement, −1 where it is about the person. */
  const statements = new Int32Array(header.length).fill(-1)
  for (const [column, name] of header.entries()) {
    if (personColumns.includes(name)) continue
    if (name === '') return { ok: false, reason: 'blank', line: 1, column: column + 1, name }
    const earlier = header.indexOf(name)
    if (earlier !== column) return { ok: false, reason: 'column-twice', name, column: column + 1, earlier: earlier + 1 }
    statements[column] = votes.nameStatement(name)
  }
  /** By level of the column of people; who never voted gets none. */
  const codes = new Int32Array(person.levels.length).fill(-1)
  let bad: Extract<ReadingRefusal, { readonly reason: 'bad-vote' }> | undefined
  table.visit((row, column, bytes, from, to) => {
    const statement = statements[column] ?? -1
    if (from === to || statement < 0 || bad !== undefined) return
    let value = plainVote(bytes, from, to)
    if (value === undefined) {
      const text = table.cell(row, column)
      if (isMissing(text)) return
      value = voteOf(text)
      if (value === undefined) {
        const name = header[column] ?? ''
        bad = { ok: false, reason: 'bad-vote', line: table.lineOf(row), column: column + 1, name, text }
        return
      }
    }
    const level = person.codes[row] ?? 0
    if ((codes[level] ?? -1) < 0) codes[level] = votes.namePerson((person.levels[level] ?? '').trim())
    votes.add(codes[level] ?? 0, statement, value)
  })
  return bad ?? { ok: true, cast: votes.done() }
}

/** `1`, `0` and `-1` without anything around them, from their bytes. */
function plainVote(bytes: Uint8Array, from: number, to: number): number | undefined {
  const last = bytes[to - 1]
  if (to - from === 1) return last === 0x31 ? 1 : last === 0x30 ? 0 : undefined
  return to - from === 2 && bytes[from] === 0x2d && last === 0x31 ? -1 : undefined
}

function votesOfJson(value: unknown): Read {
  if (!Array.isArray(value)) return badJson('.', 'list-of-votes', value)
  const votes = castVotes()
  for (const [k, entry] of value.entries()) {
    const at = `[${k}]`
    if (!isObject(entry)) return badJson(at, 'vote-fields', entry)
    const person = idOf(entry.participant_id)
    const statement = idOf(entry.statement_id)
    if (person === undefined) return badJson(`${at}.participant_id`, 'id', entry.participant_id)
    if (statement === undefined) return badJson(`${at}.statement_id`, 'id', entry.statement_id)
    if (entry.vote !== -1 && entry.vote !== 0 && entry.vote !== 1) return badJson(`${at}.vote`, 'vote', entry.vote)
    votes.add(votes.namePerson(person), votes.nameStatement(statement), entry.vote)
  }
  return { ok: true, cast: votes.done() }
}

/** −1, 0 or 1, also as `1.0`; undefined for anything else. */
function voteOf(text: string): number | undefined {
  return /^\s*[+-]?[01](\.0*)?\s*$/.test(text) ? Number(text) + 0 : undefined
}

function isMissing(text: string): boolean {
  return ['', 'NA'].includes(text.trim())
}
