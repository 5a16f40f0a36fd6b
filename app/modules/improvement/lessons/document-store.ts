import type { Trx } from '../../../platform/database/scope.ts'
import { escapeHtml, trustedHtml } from '../../../platform/html/jsx-runtime.ts'
import { sayOn } from '../../../platform/live/passing.ts'
import { fieldTexts } from './document.ts'
import { answerSync } from './document-bytes.ts'
import { lessonStream } from './lesson.ts'
import type { LessonPlace } from './lesson-store.ts'
import { editTarget } from './passing-targets.ts'
import { noteSpells } from './spells.ts'
import { type EditRefusal, isNothing, type TakenEdit, takeEdit } from './take-edit.ts'

export interface EditOf extends LessonPlace {
  /** Which version was written in: only the newest takes edits, and only until it was taught. */
  readonly number: number
  readonly actor: string
  /** Of the actor, for the others on the page. */
  readonly name: string
  readonly now: Date
  readonly newId: () => string
  /** Is told how much work it is; see `takeEdit`. */
  readonly spend?: (work: number) => void
}

export interface SyncAsked extends EditOf {
  readonly update: Uint8Array
  /** State vector of the device. */
  readonly vector: Uint8Array
}

export type Synced =
  | { readonly ok: true; readonly edits: number; readonly update: Uint8Array; readonly vector: Uint8Array }
  | { readonly ok: false; readonly reason: EditRefusal | 'closed' | 'no-such-lesson' }

/** Takes in what a device wrote and gives it what it lacks. Doing it twice is doing it once: edits merge into themselves. */
export async function syncEdit(trx: Trx, asked: SyncAsked): Promise<Synced> {
  const merged = await mergeInto(trx, asked, () => asked.update)
  if (!merged.ok) return merged
  const answer = answerSync(merged.document, asked.vector)
  return answer === null ? { ok: false, reason: 'malformed' } : { ok: true, edits: merged.edits, ...answer }
}

export type Merged =
  | { readonly ok: true; readonly edits: number; readonly document: Uint8Array }
  | { readonly ok: false; readonly reason: EditRefusal | 'closed' | 'no-such-lesson' }

/**
 * Merges the edit that `make` makes of the document that stands: for a device what it sent. The row is locked meanwhile,
 * so edits are numbered in the order of commits; everybody on the page hears of it.
 */
export async function mergeInto(trx: Trx, edit: EditOf, make: (document: Uint8Array) => Uint8Array): Promise<Merged> {
  const { organisationId, lessonId, actor } = edit
  const row = await trx
    .selectFrom('lesson_versions')
    .select(['id', 'number', 'document', 'writers', 'edits', 'taught_on'])
    .where('organisation_id', '=', organisationId)
    .where('lesson_id', '=', lessonId)
    .orderBy('number', 'desc')
    .limit(1)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) return { ok: false, reason: 'no-such-lesson' }
  // Of an older version nothing is taken, and nothing of the newest goes into a page that shows it.
  if (row.number !== edit.number) return { ok: false, reason: 'closed' }
  const isOpen = row.taught_on === null
  const update = make(row.document)
  if (isNothing(update)) {
    edit.spend?.(row.document.length)
    return { ok: true, edits: row.edits, document: row.document }
  }
  const taken = takeEdit(row, update, actor, edit.spend)
  if (!taken.ok) return isOpen ? taken : { ok: false, reason: 'closed' }
  if (taken.news === null) return { ok: true, edits: row.edits, document: row.document }
  if (!isOpen) return { ok: false, reason: 'closed' }
  const edits = row.edits + 1
  await trx
    .updateTable('lesson_versions')
    .set({ document: taken.document, plan: JSON.stringify(taken.plan), writers: JSON.stringify(taken.writers), edits })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', row.id)
    .execute()
  const texts = fieldTexts(taken.plan)
  const changed = taken.changed.map(({ field, before }) => ({ field, before, after: texts[field] }))
  await noteSpells(trx, { ...edit, versionId: row.id }, changed)
  await tellOthers(trx, edit, edits, taken)
  return { ok: true, edits, document: taken.document }
}

/** Says what is new to everybody on the page; where it is too large only that there is something. */
async function tellOthers(
  trx: Trx,
  { organisationId, lessonId, number, actor, name }: EditOf,
  edits: number,
  { changed, news }: Extract<TakenEdit, { ok: true }>,
): Promise<void> {
  const fields = changed.map(({ field }) => field).join(' ')
  const say = (update: string) =>
    sayOn(
      trx,
      organisationId,
      lessonStream(lessonId),
      trustedHtml(
        `<turbo-stream action="remove" target="${editTarget}" data-version="${number}" data-number="${edits}" data-update="${update}" data-fields="${fields}" data-actor="${actor}" data-name="${escapeHtml(name)}"></turbo-stream>`,
      ),
    )
  const said = await say(news === null ? '' : Buffer.from(news).toString('base64'))
  if (!said) await say('')
}

/** The document of a version and the number of its last edit; of none that is there: an empty one. */
export async function documentOf(
  trx: Trx,
  { organisationId, lessonId }: LessonPlace,
  number: number,
): Promise<{ readonly document: Uint8Array; readonly edits: number }> {
  const row = await trx
    .selectFrom('lesson_versions')
    .select(['document', 'edits'])
    .where('organisation_id', '=', organisationId)
    .where('lesson_id', '=', lessonId)
    .where('number', '=', number)
    .executeTakeFirst()
  return row ?? { document: new Uint8Array(), edits: 0 }
}
