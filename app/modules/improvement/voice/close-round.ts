import { randomInt } from 'node:crypto'
import { loadSolver, type Solver } from '@kantelpunt/disclosure'
import { sql } from 'kysely'
import type { Database } from '../../../platform/database/database.ts'
import { system, type Trx } from '../../../platform/database/scope.ts'
import { perform, type Record as RecordEntry } from '../../../platform/journal/perform.ts'
import type { Job } from '../../../platform/web/module.ts'
import { releaseOf } from './release.ts'
import { mostDaysOpen, roundStream } from './round.ts'
import './tables.ts'

interface Closing {
  readonly organisationId: string
  readonly roundId: string
  /** UUID of the operation. */
  readonly operation: string
  readonly actor: string
  readonly newId: () => string
  /** Gives a whole number from 0 up to a limit, the limit not included, that can't be foretold. */
  readonly randomBelow: (limit: number) => number
  readonly now: Date
}

/** Rows in one statement. */
const mostRows = 1000

let solver: Promise<Solver> | undefined

/**
 * Closes a round, once and for good: decides what may be seen, keeps that, and deletes every answer and every trace of a
 * device, in one transaction. The only place that reads answers. A round that was closed before stays as it is.
 */
export async function closeRound(db: Database, closing: Closing): Promise<void> {
  const { organisationId, roundId, operation: id, actor, now } = closing
  solver ??= loadSolver()
  const loaded = await solver
  const operation = { organisationId, stream: roundStream(roundId), actor, id, content: { close: roundId }, at: now }
  await perform(db, system, operation, (trx, record) => release(trx, record, loaded, closing))
}

async function release(trx: Trx, record: RecordEntry, loaded: Solver, closing: Closing): Promise<null> {
  const { organisationId, roundId, now, newId, randomBelow } = closing
  // Waits for every answer that is on its way in; none comes after this.
  await sql`select pg_advisory_xact_lock(voice_lock(${roundId}))`.execute(trx)
  const round = await trx
    .selectFrom('voice_rounds')
    .select(['questions', 'subgroups', 'closed_at', 'kind'])
    .where('organisation_id', '=', organisationId)
    .where('id', '=', roundId)
    .forUpdate()
    .executeTakeFirst()
  if (round === undefined || round.closed_at !== null) return null
  const answers = await trx
    .selectFrom('voice_answers')
    .select(['subgroup', 'given'])
    .where('organisation_id', '=', organisationId)
    .where('round_id', '=', roundId)
    .execute()
  const { answered, views, words } = releaseOf(round.questions, round.subgroups, answers, {
    solver: loaded,
    randomBelow,
  })
  if (views.length > 0) {
    const rows = views.map(({ question, subgroup, n, cuts }) => ({
      organisation_id: organisationId,
      round_id: roundId,
      question,
      subgroup: subgroup ?? -1,
      n,
      cuts: JSON.stringify(cuts),
    }))
    await trx.insertInto('voice_views').values(rows).execute()
  }
  if (words.length > 0) {
    const rows = words.map((each) => ({ organisation_id: organisationId, id: newId(), round_id: roundId, ...each }))
    // A statement takes 65,535 values.
    for (let from = 0; from < rows.length; from += mostRows) {
      await trx
        .insertInto('voice_words')
        .values(rows.slice(from, from + mostRows))
        .execute()
    }
  }
  for (const table of ['voice_answers', 'voice_devices'] as const) {
    await trx.deleteFrom(table).where('organisation_id', '=', organisationId).where('round_id', '=', roundId).execute()
  }
  await trx
    .updateTable('voice_rounds')
    .set({ closed_at: now, answered, ...(words.length === 0 ? { words_shown_at: now } : {}) })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', roundId)
    .execute()
  record({ action: 'round-closed', subject: `round:${roundId}` })
  return null
}

/** Closes rounds that were left open. */
export const closeVoiceRoundsJob: Job = {
  name: 'close-voice-rounds',
  schedule: '40 * * * *',
  run: async ({ db, clock, newId }) => {
    const now = clock()
    const before = new Date(now.getTime() - mostDaysOpen * 24 * 3600_000)
    const forgotten = await db.run(system, (trx) =>
      trx
        .selectFrom('voice_rounds')
        .select(['organisation_id', 'id'])
        .where('closed_at', 'is', null)
        .where('opened_at', '<', before)
        .execute(),
    )
    // One that fails must not keep the rounds of other schools open: the job is tried again for it.
    const faults: unknown[] = []
    for (const { organisation_id, id } of forgotten) {
      await closeRound(db, {
        organisationId: organisation_id,
        roundId: id,
        operation: newId(),
        actor: 'system',
        newId,
        randomBelow: (limit) => randomInt(limit),
        now,
      }).catch((fault: unknown) => faults.push(fault))
    }
    if (faults.length > 0) throw new AggregateError(faults, 'Some rounds could not be closed.')
  },
}
