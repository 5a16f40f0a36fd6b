import type { Trx } from '../../../platform/database/scope.ts'
import { isUuid } from '../board-store.ts'
import { type Plan, readPlan } from '../lessons/plan.ts'
import type { Origin, SharedLesson, Term } from './shared-lesson.ts'
import './tables.ts'

/**
 * A shared lesson that reaches this visitor, in its newest edition or the one asked; null where there is none. What was taken
 * back is seen by who may write in the lesson.
 */
export async function findShared(trx: Trx, id: string, edition?: number): Promise<SharedLesson | null> {
  if (!isUuid(id)) return null
  const row = await trx
    .selectFrom('shared_lessons')
    .innerJoin('shared_editions', (join) =>
      join
        .onRef('shared_editions.organisation_id', '=', 'shared_lessons.organisation_id')
        .onRef('shared_editions.shared_id', '=', 'shared_lessons.id'),
    )
    .select(['id', 'shared_lessons.organisation_id as organisationId', 'lesson_id as lessonId', 'team_id as teamId'])
    .select(['shared_editions.edition', 'shared_lessons.edition as newest', 'number', 'reach', 'credit', 'origins'])
    .select(['shared_editions.title', 'shared_editions.subject', 'shared_editions.year', 'shared_editions.theme'])
    .select(['plan', 'shared_editions.terms as uris', 'shared_editions.shared_at as sharedAt'])
    .select(['withdrawn_at as withdrawnAt', 'shared_lessons.shared_by as sharedBy'])
    .where('id', '=', id)
    .where((eb) =>
      edition === undefined
        ? eb('shared_editions.edition', '=', eb.ref('shared_lessons.edition'))
        : eb('shared_editions.edition', '=', edition),
    )
    .executeTakeFirst()
  if (row === undefined) return null
  const { uris, plan, ...shared } = row
  return { ...shared, plan: readPlan(plan), terms: await termsOf(trx, uris) }
}

/** What of the curriculum has these addresses, also where it is gone from its list. */
export async function termsOf(trx: Trx, uris: readonly string[]): Promise<readonly Term[]> {
  if (uris.length === 0) return []
  return trx
    .selectFrom('curriculum_terms')
    .select(['uri', 'code', 'label', 'scheme'])
    .where('uri', 'in', [...uris])
    .orderBy('scheme')
    .orderBy('code')
    .execute()
}

export interface KnownOrigin extends Origin {
  /** Whether it is shared and reaches this visitor. */
  readonly reachable: boolean
}

/** From where a lesson came, nearest first: all are named, and those that reach this visitor can be opened. */
export async function reachableOrigins(trx: Trx, origins: readonly Origin[]): Promise<readonly KnownOrigin[]> {
  if (origins.length === 0) return []
  const rows = await trx
    .selectFrom('shared_lessons')
    .select('id')
    .where(
      'id',
      'in',
      origins.map(({ id }) => id),
    )
    .where('withdrawn_at', 'is', null)
    .execute()
  const there = new Set(rows.map(({ id }) => id))
  return origins.map((origin) => ({ ...origin, reachable: there.has(origin.id) }))
}

/** What an edition said, for who may read it; null for others, and where it was taken back. */
export async function planOf(trx: Trx, { id, edition }: Pick<Origin, 'id' | 'edition'>): Promise<Plan | null> {
  const shared = await findShared(trx, id, edition)
  return shared === null || shared.withdrawnAt !== null ? null : shared.plan
}
