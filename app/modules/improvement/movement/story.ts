import { type Finding, findPersonalData } from '@kantelpunt/personal-data'

/** What a school tells, in its own words. */
export interface StoryWords {
  readonly title: string
  /** What they did. */
  readonly did: string
  /** What they saw pupils do after that. */
  readonly noticed: string
}

export const storyFields = ['title', 'did', 'noticed'] as const

export interface Suspicion {
  readonly field: (typeof storyFields)[number]
  readonly found: readonly string[]
}

/**
 * What in a story is likely to be about a person, by field, each once. Mail addresses, numbers and lists are certain
 * enough to refuse; a name can be that of a method or a street, so somebody may say that it is nobody's.
 */
export function suspicionsOf(words: StoryWords): readonly Suspicion[] {
  return storyFields.flatMap((field) => {
    const found = [...new Set(findPersonalData(words[field]).map(({ text }) => text))]
    return found.length === 0 ? [] : [{ field, found }]
  })
}

/** Whether everything that was found is a name, and so may be let through by somebody who looked. */
export function onlyNames(words: StoryWords): boolean {
  const found: readonly Finding[] = storyFields.flatMap((field) => findPersonalData(words[field]))
  return found.every(({ kind }) => kind === 'name')
}
