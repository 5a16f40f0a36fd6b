import type { Trx } from '../database/scope.ts'
import type { Visit } from '../identity/viewer.ts'
import type { Locale } from '../text/dictionary.ts'

/** Something of a module that others can point to: a figure, a question, an answer. */
export interface Reference {
  /** `<kind>:<id>`: what is kept by who points to it. */
  readonly key: string
  /** What it says, short: 'rekenen onder de norm van vergelijkbare scholen'. */
  readonly label: string
  /** The page that shows it. */
  readonly href: string
}

/** Who asks, and in which language. `visit.organisation` is where it is asked. */
export interface ReferenceQuery {
  readonly visit: Visit
  readonly locale: Locale
}

/** What a module offers to be pointed to. Queries run under the scope of the visitor. */
export interface ReferenceSource {
  /** Lower case, of this source alone: `result`. */
  readonly kind: string
  /** What may be chosen here now, what is most likely wanted in front, twenty at most. */
  readonly offer: (trx: Trx, query: ReferenceQuery) => Promise<readonly Reference[]>
  /** The thing with this id (the part of the key behind the colon); null where it is gone or not for this visitor. */
  readonly find: (trx: Trx, query: ReferenceQuery, id: string) => Promise<Reference | null>
}

/** The address that leads to what a key names, wherever that lives by then. */
export function referencePath(organisationSlug: string, key: string): string {
  return `/s/${organisationSlug}/references/${key.replace(':', '/')}`
}

/** Everything that may be chosen now, of all sources. */
export async function offerReferences(
  trx: Trx,
  sources: readonly ReferenceSource[],
  query: ReferenceQuery,
): Promise<readonly Reference[]> {
  const offered: Reference[] = []
  for (const source of sources) offered.push(...(await source.offer(trx, query)))
  return offered
}

/** What a key names; null where no source knows it. */
export async function findReference(
  trx: Trx,
  sources: readonly ReferenceSource[],
  query: ReferenceQuery,
  key: string,
): Promise<Reference | null> {
  const at = key.indexOf(':')
  const source = sources.find(({ kind }) => kind === key.slice(0, at))
  return source === undefined ? null : source.find(trx, query, key.slice(at + 1))
}
