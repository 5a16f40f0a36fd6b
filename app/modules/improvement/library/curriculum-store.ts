import type { Trx } from '../../../platform/database/scope.ts'
import type { FileTerm } from './curriculum-file.ts'
import { sameSubject } from './same-subject.ts'
import { stemsOf } from './search-words.ts'
import type { Term } from './shared-lesson.ts'
import './tables.ts'

export interface CurriculumCounts {
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  /** Of these lists, and not in the file. */
  readonly gone: number
}

export interface Difference extends CurriculumCounts {
  /** Addresses that another list has already: a term stands in one list. */
  readonly elsewhere: readonly { readonly uri: string; readonly scheme: string }[]
}

/** What importing a curriculum would change, without changing it. Looks at the lists of the file only. */
export async function compareCurriculum(trx: Trx, terms: readonly FileTerm[]): Promise<Difference> {
  const { before, counts, elsewhere } = await standing(trx, terms)
  const present = new Set(terms.map(({ uri }) => uri))
  return { ...counts, gone: goneOf(before, present).length, elsewhere }
}

const keys = ['code', 'label', 'subject', 'level', 'broader', 'scheme'] as const
/** Rows a statement. */
const batch = 500

async function standing(trx: Trx, terms: readonly FileTerm[]) {
  const schemes = [...new Set(terms.map(({ scheme }) => scheme))]
  const before = await trx.selectFrom('curriculum_terms').selectAll().where('scheme', 'in', schemes).execute()
  const known = new Map(before.map((term) => [term.uri, term]))
  const counts = { added: 0, changed: 0, unchanged: 0 }
  for (const term of terms) {
    const was = known.get(term.uri)
    if (was === undefined) counts.added++
    else if (was.gone_at === null && keys.every((key) => was[key] === term[key])) counts.unchanged++
    else counts.changed++
  }
  const elsewhere: { uri: string; scheme: string }[] = []
  for (const some of batches(terms.filter(({ uri }) => !known.has(uri)))) {
    const rows = await trx
      .selectFrom('curriculum_terms')
      .select(['uri', 'scheme'])
      .where(
        'uri',
        'in',
        some.map(({ uri }) => uri),
      )
      .execute()
    elsewhere.push(...rows)
  }
  return { before, counts, elsewhere }
}

function* batches<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < all.length; from += batch) yield all.slice(from, from + batch)
}

const goneOf = (before: readonly { uri: string; gone_at: Date | null }[], present: ReadonlySet<string>) =>
  before.filter(({ uri, gone_at }) => !present.has(uri) && gone_at === null).map(({ uri }) => uri)

export type Imported =
  | ({ readonly ok: true } & CurriculumCounts)
  | { readonly ok: false; readonly reason: 'elsewhere'; readonly elsewhere: Difference['elsewhere'] }

/**
 * Puts a curriculum in place of what there was of its lists; other lists stay as they are. In the scope of the system. What is
 * gone is kept for its lessons. Refused where an address stands in another list already.
 */
export async function importCurriculum(trx: Trx, terms: readonly FileTerm[], now: Date): Promise<Imported> {
  const { before, counts, elsewhere } = await standing(trx, terms)
  if (elsewhere.length > 0) return { ok: false, reason: 'elsewhere', elsewhere }
  for (const some of batches(terms)) {
    await trx
      .insertInto('curriculum_terms')
      .values(
        some.map((term) => ({
          ...term,
          stems: stemsOf(`${term.label} ${term.subject} ${term.code}`),
          imported_at: now,
          gone_at: null,
        })),
      )
      .onConflict((conflict) =>
        conflict.column('uri').doUpdateSet((eb) => ({
          code: eb.ref('excluded.code'),
          label: eb.ref('excluded.label'),
          subject: eb.ref('excluded.subject'),
          level: eb.ref('excluded.level'),
          broader: eb.ref('excluded.broader'),
          scheme: eb.ref('excluded.scheme'),
          stems: eb.ref('excluded.stems'),
          imported_at: now,
          gone_at: null,
        })),
      )
      .execute()
  }
  const gone = goneOf(before, new Set(terms.map(({ uri }) => uri)))
  if (gone.length > 0)
    await trx.updateTable('curriculum_terms').set({ gone_at: now }).where('uri', 'in', gone).execute()
  return { ok: true, ...counts, gone: gone.length }
}

export interface CurriculumList {
  readonly scheme: string
  readonly terms: number
  readonly gone: number
  readonly importedAt: Date
}

/** The lists of which there are terms. */
export async function curriculumLists(trx: Trx): Promise<readonly CurriculumList[]> {
  const rows = await trx
    .selectFrom('curriculum_terms')
    .select((eb) => [
      'scheme',
      eb.fn.countAll<number>().filterWhere('gone_at', 'is', null).as('terms'),
      eb.fn.countAll<number>().filterWhere('gone_at', 'is not', null).as('gone'),
      eb.fn.max('imported_at').as('importedAt'),
    ])
    .groupBy('scheme')
    .orderBy('scheme')
    .execute()
  return rows.map((row) => ({ ...row, terms: Number(row.terms), gone: Number(row.gone) }))
}

/** What of the curriculum is of a lesson's subject and shares most words with its text, best first. */
export async function suggestTerms(trx: Trx, subject: string, text: string, most: number): Promise<readonly Term[]> {
  const stems = new Set(stemsOf(text).filter((stem) => stem.length > 2))
  if (stems.size === 0) return []
  const named = await trx.selectFrom('curriculum_terms').select('subject').distinct().execute()
  const subjects = named.map((row) => row.subject).filter((name) => sameSubject(subject, name))
  if (subjects.length === 0) return []
  const rows = await trx
    .selectFrom('curriculum_terms')
    .select(['uri', 'code', 'label', 'scheme', 'stems'])
    .where('gone_at', 'is', null)
    .where('subject', 'in', subjects)
    .where((eb) => eb('stems', '&&', eb.val([...stems])))
    .limit(2000)
    .execute()
  return rows
    .map(({ stems: own, ...term }) => ({ term, hits: own.filter((stem) => stems.has(stem)).length }))
    .toSorted((a, b) => b.hits - a.hits || a.term.code.localeCompare(b.term.code, 'nl', { numeric: true }))
    .slice(0, most)
    .map(({ term }) => term)
}

export interface FoundTerms {
  readonly uris: readonly string[]
  /** Codes that nothing has. */
  readonly unknown: readonly string[]
  /** What has a code that several lists have, of which none was ticked. */
  readonly ambiguous: readonly Term[]
}

/** The addresses of what was ticked, and of codes that were typed: '26, 27'. A ticked term answers for its code. */
export async function findTerms(trx: Trx, ticked: readonly string[], typed: string): Promise<FoundTerms> {
  const codes = [...new Set(typed.split(/[,;\n]+/).map((code) => code.trim().toLowerCase()))]
    .filter((code) => code !== '')
    .slice(0, 40)
  const rows = await trx
    .selectFrom('curriculum_terms')
    .select(['uri', 'code', 'label', 'scheme'])
    .where('gone_at', 'is', null)
    .where((eb) =>
      eb.or([eb('uri', 'in', [...ticked, '']), eb(eb.fn<string>('lower', ['code']), 'in', [...codes, '-'])]),
    )
    .orderBy('scheme')
    .execute()
  const uris = new Set(rows.filter(({ uri }) => ticked.includes(uri)).map(({ uri }) => uri))
  const unknown: string[] = []
  const ambiguous: Term[] = []
  for (const code of codes) {
    const meant = rows.filter((row) => row.code.toLowerCase() === code)
    const [only] = meant
    if (only === undefined) unknown.push(code)
    else if (meant.length === 1) uris.add(only.uri)
    else if (!meant.some(({ uri }) => uris.has(uri))) ambiguous.push(...meant)
  }
  return { uris: [...uris].slice(0, 40), unknown, ambiguous }
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
    .select(['uri', 'code', 'label', 'scheme'])
    .where('uri', '=', uri)
    .executeTakeFirst()
  return row ?? null
}
