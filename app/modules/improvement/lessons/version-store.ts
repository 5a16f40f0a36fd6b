import type { Selectable } from 'kysely'
import type { Trx } from '../../../platform/database/scope.ts'
import { mergeEdit } from '../../../platform/journal/fields.ts'
import type { Record as RecordEntry } from '../../../platform/journal/perform.ts'
import { fillDocument, newDocument } from './document.ts'
import { encodeDocument } from './document-bytes.ts'
import type { LessonPlace } from './lesson-store.ts'
import { readPlan } from './plan.ts'
import type { LessonVersionTable } from './tables.ts'

/** What is filled in of a version besides its document: when it was taught, and the evaluation. */
export type VersionFields = Pick<
  Selectable<LessonVersionTable>,
  'taught_on' | 'class_name' | 'pupils_did' | 'worked' | 'differently'
>

export type VersionResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: 'no-such-version' | 'not-taught-yet' | 'newer-version' }

/** Writes fields of a version, each unless a later edit of that field stands. A date makes its text stand as it is. */
export async function editVersion(
  trx: Trx,
  record: RecordEntry,
  { organisationId, lessonId }: LessonPlace,
  number: number,
  values: Partial<VersionFields>,
  writtenAt: number,
): Promise<VersionResult> {
  const row = await trx
    .selectFrom('lesson_versions')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('lesson_id', '=', lessonId)
    .where('number', '=', number)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) return { ok: false, reason: 'no-such-version' }
  const willBeTaught = values.taught_on === undefined ? row.taught_on !== null : values.taught_on !== null
  const evaluates = 'pupils_did' in values || 'worked' in values || 'differently' in values
  if (evaluates && !willBeTaught) return { ok: false, reason: 'not-taught-yet' }
  if (values.taught_on === null && (await newestNumber(trx, { organisationId, lessonId })) > number) {
    return { ok: false, reason: 'newer-version' }
  }
  const merged = mergeEdit<VersionFields>(row, row.stamps, { values, at: writtenAt })
  await trx
    .updateTable('lesson_versions')
    .set({ ...merged.values, stamps: JSON.stringify(merged.stamps) })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', row.id)
    .execute()
  const action = 'taught_on' in merged.changes ? 'lesson-taught' : 'lesson-evaluated'
  const subject = `lesson:${lessonId}`
  const version = { version: [number, number] } as const
  if (Object.keys(merged.changes).length > 0) record({ action, subject, changes: { ...version, ...merged.changes } })
  if (Object.keys(merged.superseded).length > 0) {
    record({ action: 'lesson-edit-superseded', subject, changes: { ...version, ...merged.superseded } })
  }
  return { ok: true }
}

async function newestNumber(trx: Trx, { organisationId, lessonId }: LessonPlace): Promise<number> {
  const row = await trx
    .selectFrom('lesson_versions')
    .select('number')
    .where('organisation_id', '=', organisationId)
    .where('lesson_id', '=', lessonId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.number ?? 0
}

export interface NextVersion extends LessonPlace {
  /** Of the operation: the new version gets this id. */
  readonly id: string
  /** The version that it improves. */
  readonly after: number
  readonly actor: string
  readonly now: Date
  readonly newId: () => string
}

export type NextResult =
  | { readonly ok: true; readonly number: number }
  | { readonly ok: false; readonly reason: 'no-such-version' | 'not-taught-yet' }

/** Starts the next version from the text of the newest one, which must have been taught. */
export async function startNextVersion(trx: Trx, record: RecordEntry, next: NextVersion): Promise<NextResult> {
  const { organisationId, lessonId, id, actor, now, newId } = next
  const row = await trx
    .selectFrom('lesson_versions')
    .select(['number', 'plan', 'taught_on'])
    .where('organisation_id', '=', organisationId)
    .where('lesson_id', '=', lessonId)
    .orderBy('number', 'desc')
    .limit(1)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined || row.number < next.after) return { ok: false, reason: 'no-such-version' }
  // Somebody else was a moment before.
  if (row.number > next.after) return { ok: true, number: row.number }
  if (row.taught_on === null) return { ok: false, reason: 'not-taught-yet' }
  const number = row.number + 1
  // A document of its own, without all that was ever typed and taken out before.
  const plan = readPlan(row.plan)
  const doc = newDocument()
  fillDocument(doc, plan, newId)
  await trx
    .insertInto('lesson_versions')
    .values({
      organisation_id: organisationId,
      id,
      lesson_id: lessonId,
      number,
      document: encodeDocument(doc),
      plan: JSON.stringify(plan),
      writers: JSON.stringify({ [doc.clientID]: actor }),
      created_by: actor,
      created_at: now,
    })
    .execute()
  doc.destroy()
  record({ action: 'lesson-version-started', subject: `lesson:${lessonId}`, changes: { version: [null, number] } })
  return { ok: true, number }
}
