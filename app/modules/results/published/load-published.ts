import { readFile, stat } from 'node:fs/promises'
import { parseNormSet } from '@kantelpunt/school-results'
import type { Database } from '../../../platform/database/database.ts'
import { system } from '../../../platform/database/scope.ts'
import { type ImportAnswer, importSchools } from '../../../platform/organisations/register/import-schools.ts'
import { lookAgain } from '../picture/current-figures.ts'
import { keepNorms } from '../picture/norms-store.ts'
import { parseSecondaryFile } from '../secondary/secondary-file.ts'
import { keepVersion } from '../secondary/versions-store.ts'
import { type LoadAnswer, type LoadOptions, loadResults } from './load-results.ts'
import { mostBytes, type PublishedFile } from './prepare-results.ts'
import type { NormsRefusal } from './tables.ts'

/** What became of a file, by what it turned out to be: results, a list of schools for the register, or norms. */
export type PublishedAnswer =
  | ({ readonly is: 'results' } & LoadAnswer)
  | { readonly is: 'schools'; readonly outcome: ImportAnswer['outcome']; readonly import: ImportAnswer }
  | { readonly is: 'norms'; readonly outcome: 'loaded' | 'again'; readonly id: string }
  | { readonly is: 'norms'; readonly outcome: 'refused'; readonly refusal: NormsRefusal }

/** Loads whatever is published: results are kept, a list of school locations goes into the register, JSON is norms. */
export async function loadPublished(
  db: Database,
  file: PublishedFile,
  options: LoadsOptions,
): Promise<PublishedAnswer> {
  try {
    return await load(db, file, options)
  } finally {
    lookAgain(db)
  }
}

type LoadsOptions = LoadOptions & { readonly acceptClosures?: boolean }

async function load(db: Database, file: PublishedFile, options: LoadsOptions): Promise<PublishedAnswer> {
  if (isJson(file.bytes)) return loadNorms(db, file.bytes, options)
  const answer = await loadResults(db, file, options)
  if (answer.outcome !== 'refused' || answer.refusal.reason !== 'schools-list') return { is: 'results', ...answer }
  const register = { vintage: options.publishedOn, acceptClosures: options.acceptClosures ?? false }
  const schools = await importSchools(
    db,
    { path: file.path, chunks: chunksOf(file.bytes) },
    { ...options, ...register },
  )
  return { is: 'schools', outcome: schools.outcome, import: schools }
}

async function loadNorms(db: Database, bytes: Uint8Array, { by, clock }: LoadOptions): Promise<PublishedAnswer> {
  const json = parsed(bytes)
  if (json === undefined) return { is: 'norms', outcome: 'refused', refusal: { ok: false, reason: 'not-json' } }
  const secondary = parseSecondaryFile(json)
  if (secondary !== undefined) {
    if (!secondary.ok) return { is: 'norms', outcome: 'refused', refusal: secondary }
    const { id } = secondary.version.body
    const kept = await db.run(system, (trx) => keepVersion(trx, secondary.version, { by, at: clock() }))
    if (kept === 'id-taken') return { is: 'norms', outcome: 'refused', refusal: { ok: false, reason: kept, id } }
    return { is: 'norms', outcome: kept, id }
  }
  const read = parseNormSet(json)
  if (!read.ok) return { is: 'norms', outcome: 'refused', refusal: read }
  const { norms } = read
  const { id } = norms
  const kept = await db.run(system, (trx) => keepNorms(trx, norms, { by, at: clock() }))
  if (kept === 'id-taken') return { is: 'norms', outcome: 'refused', refusal: { ok: false, reason: kept, id } }
  return { is: 'norms', outcome: kept, id }
}

/** A file from disk; one that is larger than any that is published is not read. */
export async function readPublishedFile(path: string): Promise<PublishedFile | 'missing' | 'too-large'> {
  const found = await stat(path).catch(() => undefined)
  if (!found?.isFile()) return 'missing'
  return found.size > mostBytes ? 'too-large' : { path, bytes: await readFile(path) }
}

function isJson(bytes: Uint8Array): boolean {
  return /^\s*[{[]/.test(new TextDecoder().decode(bytes.subarray(0, 64)))
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}

async function* chunksOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
