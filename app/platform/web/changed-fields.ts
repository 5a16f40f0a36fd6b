import type { Submission } from './form.ts'

/**
 * The fields that the person really changed: those whose text differs from what the form showed when it was opened
 * (`was.<name>`). What somebody else wrote in another field meanwhile is then not overwritten. A field without a `was`
 * counts as changed.
 */
export function changedFields<T extends object>(value: T, { values, was }: Submission): Partial<T> {
  const changed: Partial<T> = {}
  for (const field of Object.keys(value) as (keyof T & string)[]) {
    const before = was[field]
    if (before === undefined || !same(before, values[field] ?? '')) changed[field] = value[field]
  }
  return changed
}

function same(a: string | readonly string[], b: string | readonly string[]): boolean {
  return typeof a === 'string' || typeof b === 'string'
    ? a === b
    : a.length === b.length && a.every((each, index) => each === b[index])
}
