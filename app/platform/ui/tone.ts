/** What a thing is about. `good` is reached, `late` is too late; the others name a part of the method. */
export const tones = ['board', 'design', 'visit', 'voice', 'insight', 'good', 'late', 'plain'] as const
export type Tone = (typeof tones)[number]

/** Joins class names; leaves out what is not there. */
export function classes(...names: readonly (string | false | null | undefined)[]): string {
  // Every card asks this; as a loop it makes no lists.
  let out = ''
  for (const name of names) {
    if (name) out = out === '' ? name : `${out} ${name}`
  }
  return out
}
