import { sql } from 'kysely'
import type { Trx } from '../../../platform/database/scope.ts'
import { readPlan } from '../lessons/plan.ts'
import { askedWords } from './search-words.ts'
import type { Reach } from './shared-lesson.ts'
import './tables.ts'

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

export const mostFound = 60
/** A search is stopped after this, in ms, so that nobody keeps a connection from others (on PostgreSQL; PGlite has no clock). */
const longest = 4000

/**
 * Shared lessons that reach this visitor, best first, `mostFound` at most. Each word asked must be there: as another form of the
 * word, as the beginning or a part of one, or with a small mistake. Throws `isTooSlow` errors.
 */
export async function searchLibrary(trx: Trx, asked: Asked): Promise<readonly FoundLesson[]> {
  await sql`select set_config('statement_timeout', ${String(longest)}, true)`.execute(trx)
  const words = JSON.stringify(askedWords(asked.words))
  const { subject, year, theme, term } = asked
  const hits = sql<{ shared_id: string; score: number }>`
    search_library(${words}::jsonb, ${subject}, ${year}, ${theme}, ${term}, ${mostFound})`
  const rows = await trx
    .selectFrom(hits.as('hits'))
    .innerJoin('shared_lessons', 'shared_lessons.id', 'hits.shared_id')
    .innerJoin('shared_editions', (join) =>
      join
        .onRef('shared_editions.organisation_id', '=', 'shared_lessons.organisation_id')
        .onRef('shared_editions.shared_id', '=', 'shared_lessons.id')
        .onRef('shared_editions.edition', '=', 'shared_lessons.edition'),
    )
    .select(['id', 'shared_lessons.title', 'shared_lessons.subject', 'shared_lessons.year', 'shared_lessons.theme'])
    .select(['plan', 'credit', 'reach', 'shared_lessons.shared_at as sharedAt'])
    .orderBy('hits.score', 'desc')
    .orderBy('shared_lessons.shared_at', 'desc')
    .orderBy('id')
    .execute()
  await sql`select set_config('statement_timeout', '0', true)`.execute(trx)
  return rows.map(({ plan, ...row }) => ({ ...row, question: readPlan(plan).question }))
}

/** Whether a search was stopped because it took too long (PostgreSQL: query_canceled). */
export const isTooSlow = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === '57014'

export interface LibraryChoices {
  readonly subjects: readonly string[]
  readonly years: readonly string[]
  readonly themes: readonly string[]
}

/** Subjects, years and themes of the newest 1,000 lessons that reach this visitor. */
export async function libraryChoices(trx: Trx): Promise<LibraryChoices> {
  const rows = await trx
    .selectFrom((eb) =>
      eb
        .selectFrom('shared_lessons')
        .select(['subject', 'year', 'theme'])
        .where('withdrawn_at', 'is', null)
        .orderBy('shared_at', 'desc')
        .limit(1000)
        .as('newest'),
    )
    .select(['subject', 'year', 'theme'])
    .distinct()
    .execute()
  const some = (field: 'subject' | 'year' | 'theme') => {
    const byLower = new Map(rows.map((row) => [row[field].toLowerCase(), row[field]]))
    byLower.delete('')
    return [...byLower.values()].toSorted((a, b) => a.localeCompare(b, 'nl', { numeric: true }))
  }
  return { subjects: some('subject'), years: some('year'), themes: some('theme') }
}
