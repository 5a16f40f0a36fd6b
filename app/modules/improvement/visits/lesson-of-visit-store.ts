import type { Trx } from '../../../platform/database/scope.ts'
import type { VisitState } from './tables.ts'
import type { VisitKey } from './visit-store.ts'

/** A design that is taught in a visit. */
export interface LessonOfVisit {
  readonly id: string
  readonly title: string
}

/** The designs that somebody works on, those begun last first. */
export async function ownLessons(trx: Trx, organisationId: string, userId: string): Promise<readonly LessonOfVisit[]> {
  return trx
    .selectFrom('lessons')
    .innerJoin('lesson_designers', (join) =>
      join
        .onRef('lesson_designers.organisation_id', '=', 'lessons.organisation_id')
        .onRef('lesson_designers.lesson_id', '=', 'lessons.id'),
    )
    .select(['lessons.id', 'lessons.title'])
    .where('lessons.organisation_id', '=', organisationId)
    .where('lesson_designers.user_id', '=', userId)
    .where('lessons.removed_at', 'is', null)
    .orderBy('lessons.created_at', 'desc')
    .limit(50)
    .execute()
}

/** The design of a visit, for who may read its question. */
export async function lessonOfVisit(trx: Trx, { organisationId, id }: VisitKey): Promise<LessonOfVisit | null> {
  const row = await trx
    .selectFrom('visit_questions')
    .innerJoin('lessons', (join) =>
      join
        .onRef('lessons.organisation_id', '=', 'visit_questions.organisation_id')
        .onRef('lessons.id', '=', 'visit_questions.lesson_id'),
    )
    .select(['lessons.id', 'lessons.title'])
    .where('visit_questions.organisation_id', '=', organisationId)
    .where('visit_questions.visit_id', '=', id)
    .where('lessons.removed_at', 'is', null)
    .executeTakeFirst()
  return row ?? null
}

export interface VisitOfLesson {
  readonly id: string
  readonly receiverId: string
  readonly receiverName: string
  readonly visitorName: string | null
  readonly state: VisitState
  readonly startsAt: Date | null
}

/** The visits to a lesson that somebody was in, as receiver or as who came, newest first; of others nothing. */
export async function visitsOfLesson(
  trx: Trx,
  organisationId: string,
  lessonId: string,
  userId: string,
): Promise<readonly VisitOfLesson[]> {
  return trx
    .selectFrom('visit_questions')
    .innerJoin('visits', (join) =>
      join
        .onRef('visits.organisation_id', '=', 'visit_questions.organisation_id')
        .onRef('visits.id', '=', 'visit_questions.visit_id'),
    )
    .innerJoin('users as receiver', 'receiver.id', 'visits.receiver_id')
    .leftJoin('users as visitor', 'visitor.id', 'visits.visitor_id')
    .select(['visits.id', 'visits.receiver_id as receiverId', 'receiver.name as receiverName'])
    .select(['visitor.name as visitorName', 'visits.state', 'visits.starts_at as startsAt'])
    .where('visit_questions.organisation_id', '=', organisationId)
    .where('visit_questions.lesson_id', '=', lessonId)
    .where('visits.state', '<>', 'withdrawn')
    .where((eb) => eb.or([eb('visits.receiver_id', '=', userId), eb('visits.visitor_id', '=', userId)]))
    .orderBy('visits.asked_at', 'desc')
    .limit(20)
    .execute()
}
