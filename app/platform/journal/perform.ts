import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Database } from '../database/database.ts'
import type { Scope, Trx } from '../database/scope.ts'
import { canonical, chainHash, origin } from './chain.ts'
import type { Entry, JournalEntry } from './journal.ts'
import { entriesOf } from './journal-store.ts'

/** The channel on which processes tell each other that a stream has grown. Payload: `organisation stream sequence`. */
export const journalChannel = 'kantelpunt_journal'

/** Who writes where, and what makes a repeat of the same write recognisable. */
export interface Operation {
  readonly organisationId: string
  /** `<kind>:<id>`: writes to one stream go one after another, in the order of their sequence numbers. */
  readonly stream: string
  readonly actor: string
  /** UUID, made once by whoever asks and kept for every retry. A thing that the operation creates gets this id. */
  readonly id: string
  /** What was asked, as it was sent: a repeat has the same id and the same content. */
  readonly content: unknown
  readonly at: Date
}

export interface Performed<R> {
  readonly result: R
  /** The stream stands here after the operation; a page that shows it can follow from here. */
  readonly sequence: number
  /** True when this operation was done before: nothing was changed now, the result is that of then. */
  readonly repeated: boolean
  readonly entries: readonly JournalEntry[]
}

export type Record = (entry: Entry) => void

/**
 * Does one write: rows, journal entries, remembered result and notification in one transaction. The result must survive
 * JSON. Work that returns without recording still counts as done. Throws what work throws; then nothing is written.
 */
export async function perform<R>(
  db: Database,
  scope: Scope,
  operation: Operation,
  work: (trx: Trx, record: Record) => Promise<R>,
): Promise<Performed<R>> {
  const { organisationId, stream, actor, id, at } = operation
  const fingerprint = createHash('sha256').update(canonical(operation.content)).digest('hex')
  return db.run(scope, async (trx) => {
    // The row lock of the stream is held until commit: sequence numbers are given out in the order of commits.
    const head = await trx
      .insertInto('journal_streams')
      .values({ organisation_id: organisationId, stream, sequence: 0, hash: origin })
      .onConflict((conflict) =>
        conflict.columns(['organisation_id', 'stream']).doUpdateSet({ sequence: sql`journal_streams.sequence` }),
      )
      .returning(['sequence', 'hash'])
      .executeTakeFirstOrThrow()
    const before = await trx
      .selectFrom('operations')
      .select(['result', 'sequence'])
      .where('organisation_id', '=', organisationId)
      .where('id', '=', id)
      .where('actor', '=', actor)
      .where('fingerprint', '=', fingerprint)
      .executeTakeFirst()
    // What was stored as R comes back as R: the fingerprint ties it to the same request.
    if (before) {
      const entries = await entriesOf(trx, organisationId, stream, id)
      return { result: before.result as R, sequence: before.sequence, repeated: true, entries }
    }

    const recorded: Entry[] = []
    const result = await work(trx, (entry) => recorded.push(entry))
    let { sequence, hash } = head
    const rows = recorded.map((entry) => {
      sequence += 1
      const full: JournalEntry = { ...entry, sequence, at, actor, operation: id }
      hash = chainHash(hash, stream, full)
      return { full, hash }
    })
    if (rows.length > 0) {
      await trx
        .insertInto('journal')
        .values(
          rows.map(({ full, hash }) => ({
            organisation_id: organisationId,
            stream,
            sequence: full.sequence,
            at,
            actor,
            action: full.action,
            subject: full.subject,
            changes: full.changes === undefined ? null : sql`${JSON.stringify(full.changes)}::jsonb`,
            operation: id,
            hash,
          })),
        )
        .execute()
      await sql`with moved as (
        update journal_streams set sequence = ${sequence}, hash = ${hash}
        where organisation_id = ${organisationId} and stream = ${stream}
      ) select pg_notify(${journalChannel}, ${`${organisationId} ${stream} ${sequence}`})`.execute(trx)
    }
    await trx
      .insertInto('operations')
      .values({
        organisation_id: organisationId,
        id,
        actor,
        fingerprint,
        stream,
        sequence,
        result: sql`${JSON.stringify(result ?? null)}::jsonb`,
        at,
      })
      .execute()
    return { result, sequence, repeated: false, entries: rows.map((row) => row.full) }
  })
}
