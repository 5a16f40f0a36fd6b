/** What a thing is about. `good` is reached, `late` is too late; the others name a part of the method. */
export const tones = ['board', 'design', 'visit', 'voice', 'insight', 'good', 'late', 'plain'] as const
export type Tone = (typeof tones)[number]

/** Joins class names; leaves out what is not there. */
export function classes(...names: readonly (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ')
}
