import type { Plan } from '../lessons/plan.ts'

/** Whom a lesson is shared with. `open`: everybody, under CC BY 4.0. */
export const reaches = ['team', 'school', 'board', 'open'] as const
export type Reach = (typeof reaches)[number]

export const licence = 'https://creativecommons.org/licenses/by/4.0/'

/** A version of a lesson as it was shared. */
export interface SharedLesson {
  readonly id: string
  readonly organisationId: string
  readonly lessonId: string
  readonly teamId: string
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
  readonly parent: Parent | null
}

/** What a lesson was taken over from, as it stood then. */
export interface Parent {
  readonly id: string
  readonly title: string
  readonly credit: string
  readonly plan: Plan
}

/** Something of the curriculum that lessons can be about. */
export interface Term {
  /** Its official address. */
  readonly uri: string
  readonly code: string
  readonly label: string
}

/** In the journal: what happens to one shared lesson. */
export const sharedStream = (id: string): string => `library:${id}`

/** The library as members of an organisation see it, or everybody. */
export const libraryPath = (slug: string | null): string => (slug === null ? '/library' : `/s/${slug}/library`)
export const sharedPath = (slug: string | null, id: string): string => `${libraryPath(slug)}/${id}`
