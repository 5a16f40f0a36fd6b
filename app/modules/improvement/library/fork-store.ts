import type { Trx } from '../../../platform/database/scope.ts'
import type { Record as RecordEntry } from '../../../platform/journal/perform.ts'
import { startLesson } from '../lessons/lesson-store.ts'
import { type Origin, originsAfter, type SharedLesson } from './shared-lesson.ts'
import './tables.ts'

export interface NewFork {
  /** Of the operation: the new lesson gets this id. */
  readonly id: string
  readonly organisationId: string
  readonly teamId: string
  readonly designerId: string
  readonly actor: string
  readonly now: Date
  readonly newId: () => string
}

/** Takes a shared lesson over: a lesson of one's own with the same text, which knows where it came from. */
export async function forkLesson(trx: Trx, record: RecordEntry, shared: SharedLesson, fork: NewFork): Promise<void> {
  const { title, subject, year, theme, plan } = shared
  await startLesson(trx, record, {
    ...{ title, subject, year, theme, plan },
    id: fork.id,
    organisationId: fork.organisationId,
    teamId: fork.teamId,
    goal_id: null,
    designerIds: [fork.designerId],
    actor: fork.actor,
    now: fork.now,
    newId: fork.newId,
  })
  await trx
    .insertInto('lesson_forks')
    .values({
      organisation_id: fork.organisationId,
      lesson_id: fork.id,
      origins: JSON.stringify(originsAfter(shared)),
    })
    .execute()
  record({ action: 'lesson-forked', subject: `lesson:${fork.id}`, changes: { parent: [null, shared.id] } })
}

/** What a lesson of this school was taken over from, nearest first; nothing where it is its own. */
export async function originsOf(trx: Trx, organisationId: string, lessonId: string): Promise<readonly Origin[]> {
  const row = await trx
    .selectFrom('lesson_forks')
    .select('origins')
    .where('organisation_id', '=', organisationId)
    .where('lesson_id', '=', lessonId)
    .executeTakeFirst()
  return row?.origins ?? []
}
