import type { Trx } from '../database/scope.ts'
import type { ReferenceQuery } from './reference.ts'

/** Something that points to a reference as its reason, seen from the other side: a goal that a figure led to. */
export interface Pointer {
  /** The reference that it points to. */
  readonly key: string
  readonly label: string
  readonly href: string
  /** Whose it is, such as a team. */
  readonly of: string
  readonly organisationId: string
  readonly isOpen: boolean
  /** The last day on which something was measured there; null: never yet. */
  readonly lastReading: string | null
  /** Where this visitor asks a colleague to come and look at it in a lesson; null where that can't be asked. */
  readonly askVisit: string | null
}

/** A place where something new may point to a reference: the form of a goal on a team's board. */
export interface PointerStart {
  readonly label: string
  readonly href: string
}

/** What a module tells of its things that point to others. Queries run under the scope of the visitor. */
export interface PointerSource {
  readonly find: (trx: Trx, query: ReferenceQuery, keys: readonly string[]) => Promise<readonly Pointer[]>
  /** Where the visitor may make one here now, twenty at most. */
  readonly starts: (trx: Trx, query: ReferenceQuery, key: string) => Promise<readonly PointerStart[]>
}

/** Everything that points to one of those references. */
export async function findPointers(
  trx: Trx,
  sources: readonly PointerSource[],
  query: ReferenceQuery,
  keys: readonly string[],
): Promise<readonly Pointer[]> {
  if (keys.length === 0) return []
  const found: Pointer[] = []
  for (const source of sources) found.push(...(await source.find(trx, query, keys)))
  return found
}

/** Every place where something may be made that points to that reference. */
export async function pointerStarts(
  trx: Trx,
  sources: readonly PointerSource[],
  query: ReferenceQuery,
  key: string,
): Promise<readonly PointerStart[]> {
  const found: PointerStart[] = []
  for (const source of sources) found.push(...(await source.starts(trx, query, key)))
  return found
}
