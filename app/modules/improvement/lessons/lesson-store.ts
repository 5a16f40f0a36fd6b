import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres'
import type { Trx } from '../../../platform/database/scope.ts'
import type { Visit } from '../../../platform/identity/viewer.ts'
import { mergeEdit } from '../../../platform/journal/fields.ts'
import type { Record as RecordEntry } from '../../../platform/journal/perform.ts'
import { isUuid } from '../board-store.ts'
import { firstChanges } from '../edit-card.ts'
import { fillDocument, newDocument } from './document.ts'
import { encodeDocument } from './document-bytes.ts'
import { type Lesson, mayDesign, type OpenLesson, type Version } from './lesson.ts'
import { emptyPlan, type Plan, readPlan } from './plan.ts'

export interface LessonPlace {
  readonly organisationId: string
  readonly lessonId: string
}

/** What a person fills in of a lesson besides its document. */
export interface LessonFields {
  readonly title: string
  readonly subject: string
  readonly year: string
  readonly theme: string
  readonly goal_id: string | null
}

export interface NewLesson extends LessonFields {
  /** Of the operation: the lesson and its first version get ids from it. */
  readonly id: string
  readonly organisationId: string
  readonly teamId: string
  readonly designerIds: readonly string[]
  /** What it starts from, such as a lesson of others; left out: nothing yet. */
  readonly plan?: Plan
  readonly actor: string
  readonly now: Date
  readonly newId: () => string
}

/** Starts a lesson with its first version. Returns the id of that version. */
export async function startLesson(trx: Trx, record: RecordEntry, lesson: NewLesson): Promise<string> {
  const { id, organisationId, teamId, actor, now, newId } = lesson
  const { title, subject, year, theme, goal_id } = lesson
  const fields = { title, subject, year, theme, goal_id }
  const stamps = Object.fromEntries(Object.keys(fields).map((field) => [field, now.getTime()]))
  await trx
    .insertInto('lessons')
    .values({
      organisation_id: organisationId,
      id,
      team_id: teamId,
      ...fields,
      stamps: JSON.stringify(stamps),
      created_by: actor,
      created_at: now,
    })
    .execute()
  record({ action: 'lesson-started', subject: `lesson:${id}`, changes: firstChanges(fields) })
  await setDesigners(trx, record, { organisationId, lessonId: id }, lesson.designerIds)
  const versionId = newId()
  const plan = lesson.plan ?? emptyPlan
  const doc = newDocument()
  fillDocument(doc, plan, newId)
  await trx
    .insertInto('lesson_versions')
    .values({
      organisation_id: organisationId,
      id: versionId,
      lesson_id: id,
      number: 1,
      document: encodeDocument(doc),
      plan: JSON.stringify(plan),
      writers: JSON.stringify({ [doc.clientID]: actor }),
      created_by: actor,
      created_at: now,
    })
    .execute()
  doc.destroy()
  return versionId
}

/** Who design it: of these people those who are members of the school. */
export async function setDesigners(
  trx: Trx,
  record: RecordEntry,
  { organisationId, lessonId }: LessonPlace,
  asked: readonly string[],
): Promise<void> {
  const before = await trx
    .selectFrom('lesson_designers')
    .select('user_id as id')
    .where('organisation_id', '=', organisationId)
    .where('lesson_id', '=', lessonId)
    .execute()
  const after = await trx
    .selectFrom('memberships')
    .select('user_id as id')
    .distinct()
    .where('organisation_id', '=', organisationId)
    .where('user_id', 'in', [...asked, nobody])
    .execute()
  const [was, is] = [before, after].map((rows) => rows.map((row) => row.id).toSorted())
  if (String(was) === String(is)) return
  await trx
    .deleteFrom('lesson_designers')
    .where('organisation_id', '=', organisationId)
    .where('lesson_id', '=', lessonId)
    .execute()
  const rows = after.map(({ id }) => ({ organisation_id: organisationId, lesson_id: lessonId, user_id: id }))
  if (rows.length > 0) await trx.insertInto('lesson_designers').values(rows).execute()
  record({ action: 'lesson-edited', subject: `lesson:${lessonId}`, changes: { owner_ids: [was, is] } })
}

/** In lists of ids that may be empty. */
const nobody = '00000000-0000-0000-0000-000000000000'

/** Writes fields of a lesson, each unless a later edit of that field stands. False where there is no such lesson. */
export async function editLesson(
  trx: Trx,
  record: RecordEntry,
  { organisationId, lessonId }: LessonPlace,
  values: Partial<LessonFields & { removed_at: Date | null }>,
  writtenAt: number,
): Promise<boolean> {
  const row = await trx
    .selectFrom('lessons')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('id', '=', lessonId)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) return false
  const merged = mergeEdit<LessonFields & { removed_at: Date | null }>(row, row.stamps, { values, at: writtenAt })
  await trx
    .updateTable('lessons')
    .set({ ...merged.values, stamps: JSON.stringify(merged.stamps) })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', lessonId)
    .execute()
  const subject = `lesson:${lessonId}`
  if (Object.keys(merged.changes).length > 0) record({ action: 'lesson-edited', subject, changes: merged.changes })
  if (Object.keys(merged.superseded).length > 0)
    record({ action: 'lesson-edit-superseded', subject, changes: merged.superseded })
  return true
}

/** The lesson with its versions; null where there is none in scope, or this visitor may not see it. */
export async function findLesson(trx: Trx, visit: Visit, lessonId: string): Promise<OpenLesson | null> {
  const organisationId = visit.organisation?.id
  const { viewer } = visit
  if (organisationId === undefined || viewer.kind !== 'person' || !isUuid(lessonId)) return null
  const row = await trx
    .selectFrom('lessons')
    .innerJoin('teams', (join) =>
      join.onRef('teams.organisation_id', '=', 'lessons.organisation_id').onRef('teams.id', '=', 'lessons.team_id'),
    )
    .select(['lessons.id', 'team_id as teamId', 'teams.name as teamName', 'teams.slug as teamSlug'])
    .select(['title', 'subject', 'year', 'theme'])
    .select((eb) => [
      jsonObjectFrom(
        eb
          .selectFrom('goals')
          .select(['goals.id', 'goals.board_id as boardId', 'goals.effect'])
          .whereRef('goals.organisation_id', '=', 'lessons.organisation_id')
          .whereRef('goals.id', '=', 'lessons.goal_id')
          .where('goals.removed_at', 'is', null),
      ).as('goal'),
      jsonArrayFrom(
        eb
          .selectFrom('lesson_designers')
          .innerJoin('users', 'users.id', 'lesson_designers.user_id')
          .select(['users.id', 'users.name'])
          .whereRef('lesson_designers.organisation_id', '=', 'lessons.organisation_id')
          .whereRef('lesson_designers.lesson_id', '=', 'lessons.id')
          .orderBy('users.name'),
      ).as('designers'),
      eb
        .exists(
          eb
            .selectFrom('team_members')
            .select('user_id')
            .whereRef('team_members.organisation_id', '=', 'lessons.organisation_id')
            .whereRef('team_members.team_id', '=', 'lessons.team_id')
            .where('team_members.user_id', '=', viewer.id),
        )
        .as('isTeamMember'),
    ])
    .where('lessons.organisation_id', '=', organisationId)
    .where('lessons.id', '=', lessonId)
    .where('lessons.removed_at', 'is', null)
    .executeTakeFirst()
  if (row === undefined) return null
  const { isTeamMember, ...lesson } = row
  const designerIds = lesson.designers.map(({ id }) => id)
  if (!mayDesign(visit, Boolean(isTeamMember), designerIds)) return null
  const [newest, ...older] = await versionsOf(trx, { organisationId, lessonId })
  return newest === undefined ? null : { lesson: lesson satisfies Lesson, versions: [newest, ...older] }
}

/** Newest first. */
async function versionsOf(trx: Trx, { organisationId, lessonId }: LessonPlace): Promise<readonly Version[]> {
  const rows = await trx
    .selectFrom('lesson_versions')
    .select(['id', 'number', 'plan', 'taught_on as taughtOn', 'class_name as className', 'created_at as createdAt'])
    .select(['pupils_did as pupilsDid', 'worked', 'differently'])
    .where('organisation_id', '=', organisationId)
    .where('lesson_id', '=', lessonId)
    .orderBy('number', 'desc')
    .execute()
  return rows.map(({ plan, ...row }) => ({ ...row, plan: readPlan(plan) }))
}
