import type { Database } from '../database/database.ts'
import { prepared } from '../database/prepared.ts'
import { organisationScope, type Trx } from '../database/scope.ts'
import type { JournalEntry, JournalTable } from './journal.ts'

/** Entries of a stream after a sequence number, oldest first. */
export async function entriesAfter(
  trx: Trx,
  organisationId: string,
  stream: string,
  after: number,
  limit: number,
): Promise<readonly (JournalEntry & { readonly hash: string })[]> {
  const rows = await trx
    .selectFrom('journal')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('stream', '=', stream)
    .where('sequence', '>', after)
    .orderBy('sequence')
    .limit(limit)
    .execute()
  return rows.map(entryOf)
}

/**
 * The last entries of a stream from a sequence number on, that one included, oldest first and `limit` at the most: who has
 * seen `from` finds it here as long as little was missed.
 */
export async function lastEntriesFrom(db: Database, asked: LastEntries): Promise<readonly JournalEntry[]> {
  const rows = await db.ask(organisationScope(asked.organisationId), lastEntries(asked))
  return rows.toReversed().map(entryOf)
}

export interface LastEntries {
  readonly organisationId: string
  readonly stream: string
  readonly from: number
  readonly limit: number
}

// Asked after every write, by every process on which somebody follows the stream.
const lastEntries = prepared((db, { organisationId, stream, from, limit }: LastEntries) =>
  db
    .selectFrom('journal')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('stream', '=', stream)
    .where('sequence', '>=', from)
    .orderBy('sequence', 'desc')
    .limit(limit),
)

/** Entries of a stream before a sequence number (null: the last ones), newest first. */
export async function entriesBefore(
  trx: Trx,
  organisationId: string,
  stream: string,
  before: number | null,
  limit: number,
): Promise<readonly JournalEntry[]> {
  const query = trx
    .selectFrom('journal')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('stream', '=', stream)
    .orderBy('sequence', 'desc')
    .limit(limit)
  const rows = await (before === null ? query : query.where('sequence', '<', before)).execute()
  return rows.map(entryOf)
}

/** What one operation did to a stream. */
export async function entriesOf(
  trx: Trx,
  organisationId: string,
  stream: string,
  operation: string,
): Promise<readonly JournalEntry[]> {
  const rows = await trx
    .selectFrom('journal')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('stream', '=', stream)
    .where('operation', '=', operation)
    .orderBy('sequence')
    .execute()
  return rows.map(entryOf)
}

/** Everything that happened to one thing (`action:<id>`), oldest first: its history, both versions of each conflict. */
export async function historyOf(trx: Trx, organisationId: string, subject: string): Promise<readonly JournalEntry[]> {
  const rows = await trx
    .selectFrom('journal')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('subject', '=', subject)
    .orderBy('at')
    .orderBy('sequence')
    .execute()
  return rows.map(entryOf)
}

/** Where a stream stands: the sequence number that a page rendered in this transaction shows. */
export async function sequenceOf(trx: Trx, organisationId: string, stream: string): Promise<number> {
  const row = await trx
    .selectFrom('journal_streams')
    .select('sequence')
    .where('organisation_id', '=', organisationId)
    .where('stream', '=', stream)
    .executeTakeFirst()
  return row?.sequence ?? 0
}

function entryOf(row: JournalTable): JournalEntry & { readonly hash: string } {
  const { sequence, at, actor, action, subject, changes, operation, hash } = row
  return { sequence, at, actor, action, subject, ...(changes === null ? {} : { changes }), operation, hash }
}
