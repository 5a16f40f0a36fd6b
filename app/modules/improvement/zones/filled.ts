import type { FilledForm } from '../../../platform/web/refuse-form.ts'

/** What a field shows: what was typed before it was refused, else what the card has. */
export function typedText(filled: FilledForm, name: string, fallback: string | number | null): string {
  const typed = filled.values[name]
  return typeof typed === 'string' ? typed : fallback === null ? '' : String(fallback)
}

export function typedList(filled: FilledForm, name: string, fallback: readonly string[]): readonly string[] {
  const typed = filled.values[name]
  return typeof typed === 'object' ? typed : fallback
}
