import type { Trx } from '../../../platform/database/scope.ts'
import type { FactKind } from './tables.ts'
import type { VisitKey } from './visit-store.ts'

/** What was seen in a visit, as far as the database lets this person see it. */
export interface Seen {
  readonly receiverId: string
  /** Null: the receiver closed it for who came. */
  readonly visitorId: string | null
  readonly instrument: string | null
  readonly startedAt: Date | null
  readonly talkStep: number | null
  readonly talkStepAt: Date | null
  /** Since then it is the receiver's: who came reads, and changes nothing any more. */
  readonly talkDone: boolean
  /** Nothing comes in any more. */
  readonly closed: boolean
  readonly keepUntil: string
  readonly question: string | null
  readonly tries: string | null
  readonly scored: boolean
  readonly facts: readonly Fact[]
}

export interface Fact {
  readonly id: string
  readonly kind: FactKind
  readonly words: string
  readonly noticedAt: Date
}

/** Whether who came can still fill in an instrument: what was filled in stands once the talk is done. */
export function mayScore({ talkDone, closed, instrument }: Seen): boolean {
  return !closed && (!talkDone || instrument === null)
}

/** Null for everybody but receiver, visitor and who it was shared with: row-level security sees to that. */
export async function findSeen(trx: Trx, { organisationId, id }: VisitKey): Promise<Seen | null> {
  const row = await trx
    .selectFrom('visit_records')
    .select((eb) => [
      'receiver_id as receiverId',
      'visitor_id as visitorId',
      'instrument',
      'started_at as startedAt',
      'talk_step as talkStep',
      'talk_step_at as talkStepAt',
      'keep_until as keepUntil',
      eb('talk_done_at', 'is not', null).as('talkDone'),
      eb('closed_at', 'is not', null).as('closed'),
      eb
        .selectFrom('visit_questions')
        .select('words')
        .whereRef('visit_questions.organisation_id', '=', 'visit_records.organisation_id')
        .whereRef('visit_questions.visit_id', '=', 'visit_records.visit_id')
        .as('question'),
      eb
        .selectFrom('visit_tries')
        .select('words')
        .whereRef('visit_tries.organisation_id', '=', 'visit_records.organisation_id')
        .whereRef('visit_tries.visit_id', '=', 'visit_records.visit_id')
        .as('tries'),
      eb
        .exists(
          eb
            .selectFrom('visit_scores')
            .select('indicator')
            .whereRef('visit_scores.organisation_id', '=', 'visit_records.organisation_id')
            .whereRef('visit_scores.visit_id', '=', 'visit_records.visit_id'),
        )
        .as('scored'),
    ])
    .where('organisation_id', '=', organisationId)
    .where('visit_id', '=', id)
    .executeTakeFirst()
  if (row === undefined) return null
  const [scored, closed] = [Boolean(row.scored), Boolean(row.closed)]
  const talkDone = closed || Boolean(row.talkDone)
  return { ...row, scored, talkDone, closed, facts: await factsOf(trx, { organisationId, id }) }
}

async function factsOf(trx: Trx, { organisationId, id }: VisitKey): Promise<readonly Fact[]> {
  return trx
    .selectFrom('visit_facts')
    .select(['id', 'kind', 'words', 'noticed_at as noticedAt'])
    .where('organisation_id', '=', organisationId)
    .where('visit_id', '=', id)
    .orderBy('noticed_at')
    .orderBy('id')
    .execute()
}

/** The question of a visit that is still open, for colleagues who could come. */
export async function findQuestion(trx: Trx, { organisationId, id }: VisitKey): Promise<string | null> {
  const row = await trx
    .selectFrom('visit_questions')
    .select('words')
    .where('organisation_id', '=', organisationId)
    .where('visit_id', '=', id)
    .executeTakeFirst()
  return row?.words ?? null
}

/** The questions of several visits at once, by visit. */
export async function questionsOf(
  trx: Trx,
  organisationId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await trx
    .selectFrom('visit_questions')
    .select(['visit_id', 'words'])
    .where('organisation_id', '=', organisationId)
    .where('visit_id', 'in', [...ids])
    .execute()
  return new Map(rows.map((row) => [row.visit_id, row.words]))
}

/**
 * Who came writes a line down. The same id again is the same line, however often a phone sends it. A line that was written
 * before the talk was done may come in late; false: it is too late now, and nothing was written.
 */
export async function addFact(trx: Trx, { organisationId, id }: VisitKey, fact: Fact): Promise<boolean> {
  const open = await trx
    .selectFrom('visit_records')
    .select('visit_id')
    .where('organisation_id', '=', organisationId)
    .where('visit_id', '=', id)
    .where('closed_at', 'is', null)
    .where((eb) => eb.or([eb('talk_done_at', 'is', null), eb('talk_done_at', '>=', fact.noticedAt)]))
    .executeTakeFirst()
  if (open === undefined) return false
  await trx
    .insertInto('visit_facts')
    .values({
      organisation_id: organisationId,
      visit_id: id,
      id: fact.id,
      kind: fact.kind,
      words: fact.words,
      noticed_at: fact.noticedAt,
    })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'id']).doNothing())
    .execute()
  return true
}

export async function removeFact(trx: Trx, { organisationId, id }: VisitKey, factId: string): Promise<void> {
  await trx
    .deleteFrom('visit_facts')
    .where('organisation_id', '=', organisationId)
    .where('visit_id', '=', id)
    .where('id', '=', factId)
    .execute()
}

/** The fifteen minutes begin; a second press changes nothing. */
export async function startWatching(trx: Trx, { organisationId, id }: VisitKey, now: Date): Promise<void> {
  await trx
    .updateTable('visit_records')
    .set({ started_at: now })
    .where('organisation_id', '=', organisationId)
    .where('visit_id', '=', id)
    .where('started_at', 'is', null)
    .execute()
}

/** The talk goes to a step, 1 to 4; its clock starts. */
export async function goToStep(trx: Trx, { organisationId, id }: VisitKey, step: number, now: Date): Promise<void> {
  await trx
    .updateTable('visit_records')
    .set({ talk_step: step, talk_step_at: now })
    .where('organisation_id', '=', organisationId)
    .where('visit_id', '=', id)
    .where('talk_done_at', 'is', null)
    .execute()
}

/** The talk is done: from now on who came only reads. */
export async function finishTalk(trx: Trx, { organisationId, id }: VisitKey, now: Date): Promise<void> {
  await trx
    .updateTable('visit_records')
    .set({ talk_done_at: now })
    .where('organisation_id', '=', organisationId)
    .where('visit_id', '=', id)
    .where('talk_done_at', 'is', null)
    .execute()
}

/** What the receiver is going to try; the last one written stands, and nothing written takes it away. */
export async function writeTry(
  trx: Trx,
  { organisationId, id }: VisitKey,
  receiverId: string,
  words: string,
  writtenAt: Date,
): Promise<void> {
  await trx
    .deleteFrom('visit_tries')
    .where('organisation_id', '=', organisationId)
    .where('visit_id', '=', id)
    .where('written_at', '<=', writtenAt)
    .execute()
  if (words === '') return
  const place = { organisation_id: organisationId, visit_id: id, receiver_id: receiverId }
  await trx
    .insertInto('visit_tries')
    .values({ ...place, words, written_at: writtenAt })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'visit_id']).doNothing())
    .execute()
}

/** Nobody but the receiver sees it any more: not who came, not who it was shared with. */
export async function closeForOthers(trx: Trx, { organisationId, id }: VisitKey): Promise<void> {
  await trx
    .updateTable('visit_records')
    .set({ visitor_id: null })
    .where('organisation_id', '=', organisationId)
    .where('visit_id', '=', id)
    .execute()
  await trx
    .deleteFrom('visit_readers')
    .where('organisation_id', '=', organisationId)
    .where('visit_id', '=', id)
    .execute()
}

/** The receiver's word: everything that was seen is gone. That there was a visit stays. */
export async function deleteSeen(trx: Trx, { organisationId, id }: VisitKey): Promise<void> {
  for (const table of ['visit_questions', 'visit_records'] as const) {
    await trx.deleteFrom(table).where('organisation_id', '=', organisationId).where('visit_id', '=', id).execute()
  }
}

export interface Reader {
  readonly id: string
  readonly name: string
}

/** With whom the receiver shared it. */
export async function readersOf(trx: Trx, { organisationId, id }: VisitKey): Promise<readonly Reader[]> {
  return trx
    .selectFrom('visit_readers')
    .innerJoin('users', 'users.id', 'visit_readers.user_id')
    .select(['users.id', 'users.name'])
    .where('organisation_id', '=', organisationId)
    .where('visit_id', '=', id)
    .orderBy('users.name')
    .execute()
}

/** Visits that somebody else shared with this person. */
export async function sharedWith(trx: Trx, organisationId: string, userId: string): Promise<readonly string[]> {
  const rows = await trx
    .selectFrom('visit_readers')
    .select('visit_id')
    .where('organisation_id', '=', organisationId)
    .where('user_id', '=', userId)
    .execute()
  return rows.map((row) => row.visit_id)
}

/** Of which visits somebody may still see what was seen. */
export async function visibleSeen(trx: Trx, organisationId: string): Promise<ReadonlySet<string>> {
  const rows = await trx
    .selectFrom('visit_records')
    .select('visit_id')
    .where('organisation_id', '=', organisationId)
    .execute()
  return new Set(rows.map((row) => row.visit_id))
}

/** Of which visits that were seen somebody can still fill in an instrument; see `mayScore`. */
export async function scorableSeen(trx: Trx, organisationId: string): Promise<ReadonlySet<string>> {
  const rows = await trx
    .selectFrom('visit_records')
    .select('visit_id')
    .where('organisation_id', '=', organisationId)
    .where('closed_at', 'is', null)
    .where((eb) => eb.or([eb('talk_done_at', 'is', null), eb('instrument', 'is', null)]))
    .execute()
  return new Set(rows.map((row) => row.visit_id))
}

export async function shareSeen(
  trx: Trx,
  { organisationId, id }: VisitKey,
  receiverId: string,
  userId: string,
  now: Date,
): Promise<void> {
  await trx
    .insertInto('visit_readers')
    .values({ organisation_id: organisationId, visit_id: id, receiver_id: receiverId, user_id: userId, since: now })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'visit_id', 'user_id']).doNothing())
    .execute()
}

export async function unshareSeen(trx: Trx, { organisationId, id }: VisitKey, userId: string): Promise<void> {
  await trx
    .deleteFrom('visit_readers')
    .where('organisation_id', '=', organisationId)
    .where('visit_id', '=', id)
    .where('user_id', '=', userId)
    .execute()
}
