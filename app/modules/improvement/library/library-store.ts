import { sql } from 'kysely'
import type { Trx } from '../../../platform/database/scope.ts'
import type { Record as RecordEntry } from '../../../platform/journal/perform.ts'
import { isUuid } from '../board-store.ts'
import { fieldTexts } from '../lessons/document.ts'
import { type Plan, readPlan } from '../lessons/plan.ts'
import { dutchStem } from './dutch-stem.ts'
import { stemsOf, wordsOf } from './search-words.ts'
import './tables.ts'
import type { Parent, Reach, SharedLesson } from './shared-lesson.ts'

export interface NewShared {
  /** Of the operation: the shared lesson gets this id. */
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
  readonly terms: readonly string[]
  readonly actor: string
  readonly now: Date
  /** How many likely personal data were found, and what became of them: never the words themselves. */
  readonly found: { readonly replaced: number; readonly kept: number; readonly reasons: readonly string[] }
}

/** Shares a version as it stands; what was shared of that lesson before is no longer found. */
export async function shareLesson(trx: Trx, record: RecordEntry, shared: NewShared): Promise<void> {
  const { id, organisationId, lessonId, plan, title, subject, year, theme } = shared
  const school = await trx
    .selectFrom('organisations')
    .select(['name', 'parent_id'])
    .where('id', '=', organisationId)
    .executeTakeFirstOrThrow()
  const team = await trx
    .selectFrom('teams')
    .select('name')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', shared.teamId)
    .executeTakeFirstOrThrow()
  const parent = await forkOf(trx, organisationId, lessonId)
  const text = [title, subject, year, theme, ...Object.values(fieldTexts(plan))].join('\n')
  await trx
    .updateTable('shared_lessons')
    .set({ withdrawn_at: shared.now })
    .where('organisation_id', '=', organisationId)
    .where('lesson_id', '=', lessonId)
    .where('withdrawn_at', 'is', null)
    .execute()
  await trx
    .insertInto('shared_lessons')
    .values({
      organisation_id: organisationId,
      id,
      lesson_id: lessonId,
      version_id: shared.versionId,
      number: shared.number,
      team_id: shared.teamId,
      reach: shared.reach,
      board_id: school.parent_id ?? organisationId,
      ...{ title, subject, year, theme },
      plan: JSON.stringify(plan),
      terms: [...shared.terms],
      credit: `${team.name}, ${school.name}`,
      parent_id: parent?.id ?? null,
      parent_title: parent?.title ?? null,
      parent_credit: parent?.credit ?? null,
      parent_plan: parent === null ? null : JSON.stringify(parent.plan),
      title_stems: stemsOf(`${title} ${subject} ${theme}`),
      stems: stemsOf(text),
      words: wordsOf(text).join(' '),
      shared_by: shared.actor,
      shared_at: shared.now,
    })
    .execute()
  const { replaced, kept, reasons } = shared.found
  record({
    action: 'lesson-shared',
    subject: `lesson:${lessonId}`,
    changes: {
      version: [null, shared.number],
      reach: [null, shared.reach],
      personal_replaced: [null, replaced],
      personal_kept: [null, kept],
      personal_reasons: [null, [...new Set(reasons)]],
    },
  })
}

/** Takes a shared lesson back: it is no longer found; who took it over keeps theirs. False where there is none. */
export async function withdrawShared(
  trx: Trx,
  record: RecordEntry,
  { organisationId, id, now }: { readonly organisationId: string; readonly id: string; readonly now: Date },
): Promise<boolean> {
  const row = await trx
    .updateTable('shared_lessons')
    .set({ withdrawn_at: now })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .returning('lesson_id')
    .executeTakeFirst()
  if (row === undefined) return false
  record({ action: 'lesson-withdrawn', subject: `lesson:${row.lesson_id}`, changes: { shared: [id, null] } })
  return true
}

/** A shared lesson that reaches this visitor; null where there is none. What was taken back is seen by its own school. */
export async function findShared(trx: Trx, id: string): Promise<SharedLesson | null> {
  if (!isUuid(id)) return null
  const row = await trx.selectFrom('shared_lessons').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) return null
  const terms = await trx
    .selectFrom('curriculum_terms')
    .select(['uri', 'code', 'label'])
    .where('uri', 'in', [...row.terms, ''])
    .orderBy('code')
    .execute()
  const { parent_id, parent_title, parent_credit, parent_plan } = row
  return {
    id: row.id,
    organisationId: row.organisation_id,
    lessonId: row.lesson_id,
    teamId: row.team_id,
    number: row.number,
    reach: row.reach,
    title: row.title,
    subject: row.subject,
    year: row.year,
    theme: row.theme,
    plan: readPlan(row.plan),
    credit: row.credit,
    sharedAt: row.shared_at,
    withdrawnAt: row.withdrawn_at,
    sharedBy: row.shared_by,
    terms,
    parent:
      parent_id === null || parent_title === null
        ? null
        : { id: parent_id, title: parent_title, credit: parent_credit ?? '', plan: readPlan(parent_plan ?? {}) },
  }
}

/** From where a shared lesson came, nearest first, as far as it reaches this visitor. */
export async function ancestorsOf(
  trx: Trx,
  shared: SharedLesson,
): Promise<readonly (Parent & { reachable: boolean })[]> {
  const found: (Parent & { reachable: boolean })[] = []
  let { parent } = shared
  while (parent !== null && found.length < 20) {
    const there = await findShared(trx, parent.id)
    found.push({ ...parent, reachable: there !== null && there.withdrawnAt === null })
    parent = there?.parent ?? null
  }
  return found
}

/** What a lesson of this school was taken over from; null where it is its own. */
export async function forkOf(trx: Trx, organisationId: string, lessonId: string): Promise<Parent | null> {
  const row = await trx
    .selectFrom('lesson_forks')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('lesson_id', '=', lessonId)
    .executeTakeFirst()
  if (row === undefined) return null
  return { id: row.parent_id, title: row.parent_title, credit: row.parent_credit, plan: readPlan(row.parent_plan) }
}

export interface Asked {
  readonly words: string
  readonly subject: string
  readonly year: string
  readonly theme: string
  /** The address of something of the curriculum. */
  readonly term: string
}

export interface FoundLesson {
  readonly id: string
  readonly title: string
  readonly subject: string
  readonly year: string
  readonly theme: string
  readonly question: string
  readonly credit: string
  readonly reach: Reach
  readonly sharedAt: Date
}

const mostFound = 60
/** Likeness of words (pg_trgm: 0 to 1) from which a small mistake is one. */
const alike = 0.42

/** A word with two neighbours swapped, in each way: a mistake that likeness by three letters doesn't forgive in short words. */
const swapped = (word: string): readonly string[] =>
  word.length < 4
    ? []
    : [...word.slice(1)].map((letter, at) => word.slice(0, at) + letter + word.charAt(at) + word.slice(at + 2))

/**
 * Shared lessons that reach this visitor. Each word asked must be there: as another form of the word, as the beginning of one, or
 * with a small mistake; those that have it in their title come first.
 */
export async function searchLibrary(trx: Trx, asked: Asked): Promise<readonly FoundLesson[]> {
  const words = wordsOf(asked.words).slice(0, 8)
  const scores = words.map((word) => {
    const stem = dutchStem(word)
    const near =
      word.length < 4
        ? sql`0`
        : sql`case when strict_word_similarity(${word}, words) >= ${alike} then strict_word_similarity(${word}, words) else 0 end`
    return sql<number>`case when ${stem} = any (title_stems) then 3 when ${stem} = any (stems) then 2
      when stems && ${swapped(word).map(dutchStem)}::text[] then 1.2 when position(${` ${stem}`} in ' ' || words) > 0 then 1.5 else ${near} end`
  })
  let query = trx
    .selectFrom('shared_lessons')
    .select(['id', 'title', 'subject', 'year', 'theme', 'plan', 'credit', 'reach', 'shared_at as sharedAt'])
    .where('withdrawn_at', 'is', null)
    .limit(mostFound)
  for (const field of ['subject', 'year', 'theme'] as const) {
    const value = asked[field]
    if (value !== '') query = query.where(sql<string>`lower(${sql.ref(field)})`, '=', value.toLowerCase())
  }
  if (asked.term !== '') query = query.where(sql<boolean>`${asked.term} = any (terms)`)
  for (const score of scores) query = query.where(score, '>', 0)
  const total = scores.length === 0 ? sql<number>`0::float8` : sql<number>`${sql.join(scores, sql` + `)}`
  const rows = await query.orderBy(total, 'desc').orderBy('shared_at', 'desc').orderBy('id').execute()
  return rows.map(({ plan, ...row }) => ({ ...row, question: readPlan(plan).question }))
}

export interface LibraryChoices {
  readonly subjects: readonly string[]
  readonly years: readonly string[]
  readonly themes: readonly string[]
}

/** Subjects, years and themes that there are lessons of, for this visitor. */
export async function libraryChoices(trx: Trx): Promise<LibraryChoices> {
  const rows = await trx
    .selectFrom('shared_lessons')
    .select(['subject', 'year', 'theme'])
    .distinct()
    .where('withdrawn_at', 'is', null)
    .limit(1000)
    .execute()
  const some = (field: 'subject' | 'year' | 'theme') => {
    const byLower = new Map(rows.map((row) => [row[field].toLowerCase(), row[field]]))
    byLower.delete('')
    return [...byLower.values()].toSorted((a, b) => a.localeCompare(b, 'nl', { numeric: true }))
  }
  return { subjects: some('subject'), years: some('year'), themes: some('theme') }
}

/** What of a lesson is shared now, for its own page; null where nothing is. */
export async function sharedOf(
  trx: Trx,
  organisationId: string,
  lessonId: string,
): Promise<{ readonly id: string; readonly number: number; readonly reach: Reach; readonly sharedAt: Date } | null> {
  const row = await trx
    .selectFrom('shared_lessons')
    .select(['id', 'number', 'reach', 'shared_at as sharedAt'])
    .where('organisation_id', '=', organisationId)
    .where('lesson_id', '=', lessonId)
    .where('withdrawn_at', 'is', null)
    .orderBy('shared_at', 'desc')
    .executeTakeFirst()
  return row ?? null
}
