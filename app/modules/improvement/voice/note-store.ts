import type { Trx } from '../../../platform/database/scope.ts'
import type { Record as RecordEntry } from '../../../platform/journal/perform.ts'
import './tables.ts'

export interface Note {
  readonly id: string
  readonly kind: 'heard' | 'idea'
  readonly question: number
  readonly words: string
  readonly effect: number | null
  readonly feasible: number | null
}

/** What was written down in an arena, oldest first. */
export function notesOf(trx: Trx, organisationId: string, roundId: string): Promise<readonly Note[]> {
  return trx
    .selectFrom('voice_notes')
    .select(['id', 'kind', 'question', 'words', 'effect', 'feasible'])
    .where('organisation_id', '=', organisationId)
    .where('round_id', '=', roundId)
    .where('removed_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
}

export interface NewNote {
  readonly id: string
  readonly organisationId: string
  readonly roundId: string
  readonly kind: Note['kind']
  readonly question: number
  readonly words: string
  readonly now: Date
}

/** Writes down what was heard, or an idea. What pupils say is nowhere else: the journal knows only that something was written. */
export async function addNote(trx: Trx, record: RecordEntry, note: NewNote): Promise<void> {
  await trx
    .insertInto('voice_notes')
    .values({
      organisation_id: note.organisationId,
      id: note.id,
      round_id: note.roundId,
      kind: note.kind,
      question: note.question,
      words: note.words,
      created_at: note.now,
    })
    .execute()
  record({ action: `${note.kind}-noted`, subject: `round:${note.roundId}` })
}

interface NotePlace {
  readonly organisationId: string
  readonly roundId: string
  readonly id: string
}

/** Weighs an idea: effect on pupils and feasibility, both 1 to 5. */
export async function weighIdea(
  trx: Trx,
  record: RecordEntry,
  { organisationId, roundId, id }: NotePlace,
  weight: { readonly effect: number; readonly feasible: number },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('voice_notes')
    .set(weight)
    .where('organisation_id', '=', organisationId)
    .where('round_id', '=', roundId)
    .where('id', '=', id)
    .where('kind', '=', 'idea')
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows > 0n) record({ action: 'idea-weighed', subject: `round:${roundId}` })
  return numUpdatedRows > 0n
}

/** Takes a note away for good: its words are not kept. */
export async function removeNote(
  trx: Trx,
  record: RecordEntry,
  { organisationId, roundId, id }: NotePlace,
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('voice_notes')
    .set({ removed_at: now, words: '–' })
    .where('organisation_id', '=', organisationId)
    .where('round_id', '=', roundId)
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows > 0n) record({ action: 'note-removed', subject: `round:${roundId}` })
  return numUpdatedRows > 0n
}
