import type { Changes } from './journal.ts'

/** When each field of a card got the value it has, in milliseconds since 1970. */
export type Stamps = Readonly<Record<string, number>>

/** Values sent for some fields of a card, with the moment at which the person wrote them. */
export interface FieldEdit<T> {
  readonly values: Partial<T>
  readonly at: number
}

export interface MergedEdit<T> {
  /** What is to be written: the fields whose edit is the last, and really differs. */
  readonly values: Partial<T>
  readonly stamps: Stamps
  readonly changes: Changes
  /** Fields for which a later edit stands already; theirs is kept in the history as `superseded`. */
  readonly superseded: Changes
}

/**
 * Last writer wins per field: an edit made before the value that stands was written loses that field only. Equal times
 * go to the edit that arrives last. Both versions are in `changes` or `superseded`, for the journal.
 */
export function mergeEdit<T extends object>(current: T, stamps: Stamps, edit: FieldEdit<T>): MergedEdit<T> {
  const values: Partial<T> = {}
  const nextStamps: Record<string, number> = { ...stamps }
  const changes: Record<string, readonly [unknown, unknown]> = {}
  const superseded: Record<string, readonly [unknown, unknown]> = {}
  for (const field of Object.keys(edit.values) as (keyof T & string)[]) {
    const after = edit.values[field]
    if (after === undefined) continue
    const before = current[field]
    if ((stamps[field] ?? 0) > edit.at) {
      if (!same(before, after)) superseded[field] = [after, before]
      continue
    }
    nextStamps[field] = edit.at
    if (same(before, after)) continue
    values[field] = after
    changes[field] = [before ?? null, after]
  }
  return { values, stamps: nextStamps, changes, superseded }
}

function same(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}
