import type { Trx } from '../../../platform/database/scope.ts'
import { type Plan, readPlan } from './plan.ts'

/** A version of a lesson in plain fields, for whoever wants to show, search or export it. */
export interface PlainVersion extends Plan {
  readonly lessonId: string
  readonly versionId: string
  /** 1 for the first version. */
  readonly number: number
  readonly teamId: string
  readonly title: string
  readonly subject: string
  /** Of the pupils: 'groep 6'. */
  readonly year: string
  readonly theme: string
  /** `YYYY-MM-DD`; null: not taught yet, so the text can still change. */
  readonly taughtOn: string | null
}

/** The plain fields of a version; null where there is none, or its lesson was thrown away. */
export async function plainVersion(trx: Trx, organisationId: string, versionId: string): Promise<PlainVersion | null> {
  const row = await trx
    .selectFrom('lesson_versions')
    .innerJoin('lessons', (join) =>
      join
        .onRef('lessons.organisation_id', '=', 'lesson_versions.organisation_id')
        .onRef('lessons.id', '=', 'lesson_versions.lesson_id'),
    )
    .select(['lessons.id as lessonId', 'lesson_versions.id as versionId', 'number', 'team_id as teamId'])
    .select(['title', 'subject', 'year', 'theme', 'taught_on as taughtOn', 'plan'])
    .where('lesson_versions.organisation_id', '=', organisationId)
    .where('lesson_versions.id', '=', versionId)
    .where('lessons.removed_at', 'is', null)
    .executeTakeFirst()
  if (row === undefined) return null
  const { plan, ...fields } = row
  return { ...fields, ...readPlan(plan) }
}
