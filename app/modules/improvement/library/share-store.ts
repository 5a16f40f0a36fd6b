import type { Trx } from '../../../platform/database/scope.ts'
import type { Record as RecordEntry } from '../../../platform/journal/perform.ts'
import { fieldTexts } from '../lessons/document.ts'
import type { Plan } from '../lessons/plan.ts'
import { originsOf } from './fork-store.ts'
import { learnt, stemsOf } from './search-words.ts'
import type { Reach } from './shared-lesson.ts'
import './tables.ts'

export interface NewShared {
  /** Of the operation: a lesson that was not shared before gets this id. */
  readonly id: string
  readonly organisationId: string
  readonly lessonId: string
  readonly versionId: string
  readonly teamId: string
  readonly number: number
  readonly reach: Reach
  /** Words and plan as they are shared: what was personal in them is resolved. */
  readonly title: string
  readonly subject: string
  readonly year: string
  readonly theme: string
  readonly plan: Plan
  /** A team and a school. */
  readonly credit: string
  readonly terms: readonly string[]
  readonly actor: string
  readonly now: Date
  /** How many likely personal data were found, and what became of them: never the words themselves. */
  readonly found: { readonly replaced: number; readonly kept: number; readonly reasons: readonly string[] }
}

/**
 * Shares a version as it stands: the next edition of what is shared of that lesson, at the same address. What was taken back
 * before stays away. For who may write in the lesson: only they see whether it is shared. Returns the id in the library.
 */
export async function shareLesson(trx: Trx, record: RecordEntry, shared: NewShared): Promise<string> {
  const { organisationId, lessonId, plan, title, subject, year, theme, reach } = shared
  const terms = [...shared.terms]
  const { parent_id } = await trx
    .selectFrom('organisations')
    .select('parent_id')
    .where('id', '=', organisationId)
    .executeTakeFirstOrThrow()
  const before = await trx
    .selectFrom('shared_lessons')
    .select(['id', 'edition', 'oldest', 'reach', 'withdrawn_at'])
    .where('organisation_id', '=', organisationId)
    .where('lesson_id', '=', lessonId)
    .forUpdate()
    .executeTakeFirst()
  const id = before?.id ?? shared.id
  const edition = (before?.edition ?? 0) + 1
  const by = { shared_by: shared.actor, shared_at: shared.now }
  const about = { title, subject, year, theme, terms, ...by }
  const newest = {
    ...about,
    team_id: shared.teamId,
    reach,
    board_id: parent_id ?? organisationId,
    edition,
    oldest: before?.withdrawn_at === null ? before.oldest : edition,
    withdrawn_at: null,
    title_stems: stemsOf(`${title} ${subject} ${theme}`),
    ...learnt([title, subject, year, theme, ...Object.values(fieldTexts(plan))].join('\n')),
  }
  if (before === undefined) {
    const place = { organisation_id: organisationId, id, lesson_id: lessonId }
    await trx
      .insertInto('shared_lessons')
      .values({ ...place, ...newest })
      .execute()
  } else {
    await trx
      .updateTable('shared_lessons')
      .set(newest)
      .where('organisation_id', '=', organisationId)
      .where('id', '=', id)
      .execute()
  }
  await trx
    .insertInto('shared_editions')
    .values({
      organisation_id: organisationId,
      shared_id: id,
      edition,
      version_id: shared.versionId,
      number: shared.number,
      ...about,
      plan: JSON.stringify(plan),
      credit: shared.credit,
      origins: JSON.stringify(await originsOf(trx, organisationId, lessonId)),
    })
    .execute()
  const { replaced, kept, reasons } = shared.found
  record({
    action: 'lesson-shared',
    subject: `lesson:${lessonId}`,
    changes: {
      version: [null, shared.number],
      reach: [before?.withdrawn_at === null ? before.reach : null, reach],
      personal_replaced: [null, replaced],
      personal_kept: [null, kept],
      personal_reasons: [null, [...new Set(reasons)]],
    },
  })
  return id
}

export interface Withdrawal {
  readonly organisationId: string
  readonly lessonId: string
  readonly now: Date
}

/** Takes a lesson out of the library, every edition: who took it over keeps theirs. False where it isn't shared. */
export async function withdrawShared(
  trx: Trx,
  record: RecordEntry,
  { organisationId, lessonId, now }: Withdrawal,
): Promise<boolean> {
  const row = await trx
    .updateTable('shared_lessons')
    .set({ withdrawn_at: now })
    .where('organisation_id', '=', organisationId)
    .where('lesson_id', '=', lessonId)
    .where('withdrawn_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (row === undefined) return false
  record({ action: 'lesson-withdrawn', subject: `lesson:${lessonId}`, changes: { shared: [row.id, null] } })
  return true
}

export interface NowShared {
  readonly id: string
  readonly number: number
  readonly reach: Reach
  readonly credit: string
  readonly terms: readonly string[]
  readonly sharedAt: Date
}

/** What of a lesson is shared now, for its own pages; null where nothing is. */
export async function sharedOf(trx: Trx, organisationId: string, lessonId: string): Promise<NowShared | null> {
  const row = await trx
    .selectFrom('shared_lessons')
    .innerJoin('shared_editions', (join) =>
      join
        .onRef('shared_editions.organisation_id', '=', 'shared_lessons.organisation_id')
        .onRef('shared_editions.shared_id', '=', 'shared_lessons.id')
        .onRef('shared_editions.edition', '=', 'shared_lessons.edition'),
    )
    .select(['shared_lessons.id', 'number', 'reach', 'credit'])
    .select(['shared_lessons.terms', 'shared_lessons.shared_at as sharedAt'])
    .where('shared_lessons.organisation_id', '=', organisationId)
    .where('lesson_id', '=', lessonId)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return row ?? null
}

/** How a team of a school is named as the maker, where nobody says otherwise. */
export async function usualCredit(trx: Trx, organisationId: string, teamId: string): Promise<string> {
  const { team, school } = await trx
    .selectFrom('teams')
    .innerJoin('organisations', 'organisations.id', 'teams.organisation_id')
    .select(['teams.name as team', 'organisations.name as school'])
    .where('teams.organisation_id', '=', organisationId)
    .where('teams.id', '=', teamId)
    .executeTakeFirstOrThrow()
  return `${team}, ${school}`
}
