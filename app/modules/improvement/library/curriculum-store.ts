import type { Trx } from '../../../platform/database/scope.ts'
import type { FileTerm } from './curriculum-file.ts'
import { stemsOf } from './search-words.ts'
import type { Term } from './shared-lesson.ts'

export interface CurriculumCounts {
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  readonly gone: number
}

/** Puts a curriculum in place of what there was of its schemes. In the scope of the system. What is gone is kept for its lessons. */
export async function importCurriculum(trx: Trx, terms: readonly FileTerm[], now: Date): Promise<CurriculumCounts> {
  const schemes = [...new Set(terms.map(({ scheme }) => scheme))]
  const before = await trx.selectFrom('curriculum_terms').selectAll().where('scheme', 'in', schemes).execute()
  const known = new Map(before.map((term) => [term.uri, term]))
  const counts = { added: 0, changed: 0, unchanged: 0, gone: 0 }
  for (const term of terms) {
    const was = known.get(term.uri)
    if (was === undefined) counts.added++
    else if (was.gone_at === null && keys.every((key) => was[key] === term[key])) counts.unchanged++
    else counts.changed++
    const row = {
      ...term,
      stems: stemsOf(`${term.label} ${term.subject} ${term.code}`),
      imported_at: now,
      gone_at: null,
    }
    await trx
      .insertInto('curriculum_terms')
      .values(row)
      .onConflict((conflict) => conflict.column('uri').doUpdateSet(row))
      .execute()
  }
  const present = new Set(terms.map(({ uri }) => uri))
  const gone = before.filter(({ uri, gone_at }) => !present.has(uri) && gone_at === null).map(({ uri }) => uri)
  if (gone.length > 0) {
    await trx.updateTable('curriculum_terms').set({ gone_at: now }).where('uri', 'in', gone).execute()
    counts.gone = gone.length
  }
  return counts
}

const keys = ['code', 'label', 'subject', 'level', 'broader', 'scheme'] as const

/** What of the curriculum shares most words with a text, best first. */
export async function suggestTerms(trx: Trx, text: string, most: number): Promise<readonly Term[]> {
  const stems = new Set(stemsOf(text).filter((stem) => stem.length > 2))
  if (stems.size === 0) return []
  const rows = await trx
    .selectFrom('curriculum_terms')
    .select(['uri', 'code', 'label', 'stems'])
    .where('gone_at', 'is', null)
    .where((eb) => eb('stems', '&&', eb.val([...stems])))
    .limit(2000)
    .execute()
  return rows
    .map((row) => ({ row, hits: row.stems.filter((stem) => stems.has(stem)).length }))
    .toSorted((a, b) => b.hits - a.hits || a.row.code.localeCompare(b.row.code, 'nl', { numeric: true }))
    .slice(0, most)
    .map(({ row: { uri, code, label } }) => ({ uri, code, label }))
}

/** The addresses of what was ticked, and of codes that were typed: '26, 27'. Unknown ones come back as they were typed. */
export async function findTerms(
  trx: Trx,
  uris: readonly string[],
  typed: string,
): Promise<{ readonly uris: readonly string[]; readonly unknown: readonly string[] }> {
  const codes = typed
    .split(/[,;\n]+/)
    .map((code) => code.trim())
    .filter((code) => code !== '')
    .slice(0, 40)
  const rows = await trx
    .selectFrom('curriculum_terms')
    .select(['uri', 'code'])
    .where('gone_at', 'is', null)
    .where((eb) => eb.or([eb('uri', 'in', [...uris, '']), eb('code', 'in', [...codes, '-'])]))
    .execute()
  return {
    uris: [...new Set(rows.map(({ uri }) => uri))].slice(0, 40),
    unknown: codes.filter((code) => !rows.some((row) => row.code.toLowerCase() === code.toLowerCase())),
  }
}

/** Whether any curriculum was imported. */
export async function hasCurriculum(trx: Trx): Promise<boolean> {
  const row = await trx
    .selectFrom('curriculum_terms')
    .select('uri')
    .where('gone_at', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export async function termOf(trx: Trx, uri: string): Promise<Term | null> {
  const row = await trx
    .selectFrom('curriculum_terms')
    .select(['uri', 'code', 'label'])
    .where('uri', '=', uri)
    .executeTakeFirst()
  return row ?? null
}
