/** The languages that pupils may read ready questions in. */
export const pupilLanguages = ['nl', 'en', 'ar', 'tr', 'uk', 'pl'] as const
export type PupilLanguage = (typeof pupilLanguages)[number]

/** `faces`: three, for the youngest. `scale`: four steps from 'yes' to 'no'. `words`: own words. */
export type QuestionKind = 'faces' | 'scale' | 'words'

/** A question as it was put: in all languages where it is one of ours, in `own` where the school wrote it. */
export interface Question {
  readonly kind: QuestionKind
  readonly words: Readonly<Partial<Record<PupilLanguage | 'own', string>>>
}

/** Whether two rounds put the same question, to be answered by the same steps: only then their answers compare. */
export function sameQuestion(one: Question, other: Question): boolean {
  const languages = [...pupilLanguages, 'own'] as const
  return one.kind === other.kind && languages.every((language) => one.words[language] === other.words[language])
}

/** How many steps there are to choose from, the best one first; 0 for own words. */
export function stepsOf(kind: QuestionKind): number {
  return { faces: 3, scale: 4, words: 0 }[kind]
}

/** What one device gave to one question: the place of a step from 0 (the best), words, or nothing. */
export type Given = number | string | null

/** All that is kept of a pupil, until the round closes. */
export interface Answer {
  /** Place of the subgroup that the pupil chose. */
  readonly subgroup: number | null
  readonly given: readonly Given[]
}

/** The stream of a round: opened, closed, shown, answered to. Never what or when a pupil answered. */
export function roundStream(roundId: string): string {
  return `voice:${roundId}`
}

export function pupilsPath(slug: string): string {
  return `/s/${slug}/pupils`
}

export function roundPath(slug: string, roundId: string): string {
  return `${pupilsPath(slug)}/rounds/${roundId}`
}

/** A round that nobody closed is closed after so many days. */
export const mostDaysOpen = 7

/** Ideas of an arena, the ones to do first in front: effect on pupils times how feasible. Unweighed ones last. */
export function byWeight<T extends { readonly effect: number | null; readonly feasible: number | null }>(
  ideas: readonly T[],
): readonly T[] {
  const weight = ({ effect, feasible }: T) => (effect ?? 0) * (feasible ?? 0)
  return ideas.toSorted((a, b) => weight(b) - weight(a))
}
