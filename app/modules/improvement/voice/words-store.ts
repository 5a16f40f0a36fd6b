import type { Trx } from '../../../platform/database/scope.ts'
import type { Record as RecordEntry } from '../../../platform/journal/perform.ts'
import './tables.ts'

export interface Said {
  readonly id: string
  readonly question: number
  readonly words: string
}

/** The open answers that were released and not taken away. */
export function wordsOf(trx: Trx, organisationId: string, roundId: string): Promise<readonly Said[]> {
  return trx
    .selectFrom('voice_words')
    .select(['id', 'question', 'words'])
    .where('organisation_id', '=', organisationId)
    .where('round_id', '=', roundId)
    .where('removed_at', 'is', null)
    .orderBy('question')
    .orderBy('id')
    .execute()
}

/** Takes an open answer away for good: its words are not kept. */
export async function removeWords(
  trx: Trx,
  record: RecordEntry,
  organisationId: string,
  roundId: string,
  id: string,
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('voice_words')
    .set({ removed_at: now, words: '–' })
    .where('organisation_id', '=', organisationId)
    .where('round_id', '=', roundId)
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows > 0n) record({ action: 'words-removed', subject: `round:${roundId}` })
  return numUpdatedRows > 0n
}

/** From now on everybody of the school sees the open answers. */
export async function showWords(
  trx: Trx,
  record: RecordEntry,
  organisationId: string,
  roundId: string,
  now: Date,
): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('voice_rounds')
    .set({ words_shown_at: now })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', roundId)
    .where('closed_at', 'is not', null)
    .where('words_shown_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows > 0n) record({ action: 'words-shown', subject: `round:${roundId}` })
}

/** Tells the pupils what was done with what they said; a second time corrects it. Only after the round was closed. */
export async function tellPupils(
  trx: Trx,
  record: RecordEntry,
  organisationId: string,
  roundId: string,
  words: string,
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('voice_rounds')
    .set({ done_words: words, done_at: now })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', roundId)
    .where('closed_at', 'is not', null)
    .executeTakeFirst()
  if (numUpdatedRows > 0n)
    record({ action: 'pupils-told', subject: `round:${roundId}`, changes: { words: [null, words] } })
  return numUpdatedRows > 0n
}
