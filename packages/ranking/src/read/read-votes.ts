import { type DelimitedTable, readDelimited } from '@kantelpunt/delimited-text'
import { collectVotes, type VoteCollector, type Votes } from '../votes/votes.ts'
import { lastVotes } from './last-votes.ts'
import { mostVotes } from './most-votes.ts'
import { longLists, wideLists } from './numbered-lists.ts'
import type { ReadNote, ReadProblem } from './problem.ts'
import { problemList } from './problem-list.ts'
import { addPoints, addPositions, addRankings } from './read-lists.ts'
import { addPairs } from './read-pairs.ts'
import { type RowReader, rowReader } from './row-reader.ts'
import { problemOf } from './table-problem.ts'

/** `COL=VALUE`: cells match where they are the value, blanks around it aside. */
export interface Condition {
  readonly column: string
  readonly value: string
}

/** Which columns hold what. */
export type VoteForm =
  /** A row a vote. `tie` marks those that could not be decided; `home` holds the item that had the place. */
  | {
      readonly form: 'pairs'
      readonly winner: string
      readonly loser: string
      readonly tie?: Condition | undefined
      readonly home?: string | undefined
      readonly count?: string | undefined
    }
  /** A row a person: `a > b = c > d`. */
  | { readonly form: 'rankings'; readonly ranking: string }
  /** A row an item of a person, with its position from 1; equal positions tie. */
  | { readonly form: 'positions'; readonly item: string; readonly position: string }
  /** A row an item of a person, with the points it got. */
  | { readonly form: 'points'; readonly item: string; readonly points: string }
  /** A row a person and a column an item (all columns that no other option names, or those of `items`), with positions or points. */
  | { readonly form: 'wide'; readonly holds: 'position' | 'points' }

export interface ReadVotesOptions {
  readonly votes: VoteForm
  /** All must hold; rows for which one does not are left out, though their items count as items. */
  readonly where?: readonly Condition[]
  readonly voter?: string | undefined
  readonly group?: string | undefined
  /** All items that there are, in order; others are then refused. */
  readonly items?: readonly string[] | undefined
  /** Of lists: whether items that a person did not name stand below those named. */
  readonly unlistedBelow?: boolean
  /** Of pairs: count every vote of one person on the same pair, rather than the last. */
  readonly keepRepeats?: boolean
  /** No votes at all are no problem, such as before the first. */
  readonly mayBeEmpty?: boolean
}

export interface ReadVotes {
  readonly ok: true
  readonly votes: Votes
  readonly notes: readonly ReadNote[]
}

export interface VotesRefused {
  readonly ok: false
  readonly problems: readonly ReadProblem[]
}

/** Reads votes, ranked lists or points from the bytes of delimited text; everything that is wrong comes at once. */
export function readVotes(bytes: Uint8Array, options: ReadVotesOptions): ReadVotes | VotesRefused {
  const table = readDelimited(bytes)
  if (!table.ok) return { ok: false, problems: [problemOf(table)] }
  const isList = options.votes.form === 'positions' || options.votes.form === 'points'
  if (isList && options.voter === undefined) return { ok: false, problems: [{ reason: 'voter-needed' }] }
  if (table.rowCount > mostVotes) return { ok: false, problems: [{ reason: 'too-many-votes', most: mostVotes }] }
  const problems = problemList()
  const collector = collectVotes()
  for (const item of options.items ?? []) collector.item(item)
  const reader = rowReader(table, options, problems)
  if (problems.count === 0) addAll(reader, collector, options, table)
  if (problems.count === 0 && reader.kept === 0 && table.rowCount > 0 && options.mayBeEmpty !== true)
    problems.add(nothingMatches(table, options))
  if (problems.count === 0 && collector.size === 0 && options.mayBeEmpty !== true) problems.add({ reason: 'no-votes' })
  if (problems.count > 0) return { ok: false, problems: problems.list() }
  const all = collector.votes()
  const isOnce = options.votes.form === 'pairs' && options.keepRepeats !== true
  const { votes, repeats } = isOnce ? lastVotes(all) : { votes: all, repeats: reader.repeats }
  return { ok: true, votes, notes: notesOf(votes, repeats, table.rowCount - reader.kept, options) }
}

function addAll(reader: RowReader, collector: VoteCollector, options: ReadVotesOptions, table: DelimitedTable): void {
  const below = options.unlistedBelow ?? false
  switch (options.votes.form) {
    case 'pairs':
      addPairs(reader, collector, options.votes)
      break
    case 'rankings':
      addRankings(reader, collector, options.votes, below)
      break
    case 'positions':
      addPositions(reader, collector, longLists(reader, options.votes), below)
      break
    case 'points':
      addPoints(reader, collector, longLists(reader, options.votes))
      break
    case 'wide': {
      const lists = wideLists(reader, options.votes, options, table)
      if (options.votes.holds === 'points') addPoints(reader, collector, lists)
      else addPositions(reader, collector, lists, below)
    }
  }
}

function nothingMatches(table: DelimitedTable, { where = [] }: ReadVotesOptions): ReadProblem {
  for (const { column, value } of where) {
    const levels = table.column(column)?.levels.map((level) => level.trim()) ?? []
    if (!levels.includes(value)) return { reason: 'nothing-matches', asked: `${column}=${value}`, known: levels }
  }
  return {
    reason: 'nothing-matches',
    asked: where.map(({ column, value }) => `${column}=${value}`).join(', '),
    known: [],
  }
}

function notesOf(
  votes: Votes,
  repeats: number,
  leftOut: number,
  { voter, group }: ReadVotesOptions,
): readonly ReadNote[] {
  const notes: ReadNote[] = []
  if (leftOut > 0) notes.push({ kind: 'left-out', rows: leftOut })
  if (repeats > 0) notes.push({ kind: 'repeats', votes: repeats })
  if (voter === undefined && votes.voters.length === 0) notes.push({ kind: 'no-people' })
  if (votes.voters.length === 1) notes.push({ kind: 'one-person' })
  if (votes.tied.length > 0 && votes.tied.every((tied) => tied === 1)) notes.push({ kind: 'all-tied' })
  const voted = new Set([...votes.one, ...votes.other])
  const without = votes.items.filter((_, item) => !voted.has(item))
  if (without.length > 0) notes.push({ kind: 'items-without-votes', items: without })
  const groupless = group === undefined ? 0 : votes.group.filter((each) => each < 0).length
  if (groupless > 0) notes.push({ kind: 'votes-without-group', votes: groupless })
  return notes
}
