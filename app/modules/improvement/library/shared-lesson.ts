import type { Plan } from '../lessons/plan.ts'

/** Whom a lesson is shared with. `open`: everybody, under CC BY 4.0. */
export const reaches = ['team', 'school', 'board', 'open'] as const
export type Reach = (typeof reaches)[number]

export const licence = 'https://creativecommons.org/licenses/by/4.0/'

/** A lesson as it was shared: one edition of it. */
export interface SharedLesson {
  /** Of the lesson in the library: the same for all of its editions. */
  readonly id: string
  readonly organisationId: string
  readonly lessonId: string
  readonly teamId: string
  /** Counts how often it was shared. */
  readonly edition: number
  readonly newest: number
  /** Of the version of the lesson. */
  readonly number: number
  readonly reach: Reach
  readonly title: string
  readonly subject: string
  readonly year: string
  readonly theme: string
  readonly plan: Plan
  /** A team and a school. */
  readonly credit: string
  readonly sharedAt: Date
  readonly withdrawnAt: Date | null
  readonly sharedBy: string
  readonly terms: readonly Term[]
  /** What it was taken over from, and that from what; nearest first. */
  readonly origins: readonly Origin[]
}

/** What a lesson was taken over from: whose it was and how it was called then. Its words stay where they are. */
export interface Origin {
  readonly id: string
  readonly edition: number
  readonly title: string
  readonly credit: string
}

/** Something of the curriculum that lessons can be about. */
export interface Term {
  /** Its official address. */
  readonly uri: string
  readonly code: string
  readonly label: string
  /** The address of the list that it stands in. */
  readonly scheme: string
}

const longestChain = 100

/** Where a lesson comes from that is taken over from this one. Of a chain too long the first maker stays. */
export function originsAfter({ id, edition, title, credit, origins }: SharedLesson): readonly Origin[] {
  const chain = [{ id, edition, title, credit }, ...origins]
  return chain.length <= longestChain ? chain : [...chain.slice(0, longestChain - 1), ...chain.slice(-1)]
}

/** In the journal: what happens to one shared lesson. */
export const sharedStream = (id: string): string => `library:${id}`

/** The library as members of an organisation see it, or everybody. */
export const libraryPath = (slug: string | null): string => (slug === null ? '/library' : `/s/${slug}/library`)
export const sharedPath = (slug: string | null, id: string): string => `${libraryPath(slug)}/${id}`
