import type { Visit } from '../../../platform/identity/viewer.ts'
import { members } from '../../../platform/web/access.ts'
import type { Plan } from './plan.ts'

/** Who may open pages of lessons at all; `mayDesign` says which lessons. */
export const lessonPeople = members('teacher', 'coach', 'leader')

export interface Lesson {
  readonly id: string
  readonly teamId: string
  readonly teamName: string
  readonly teamSlug: string
  readonly title: string
  readonly subject: string
  /** Of the pupils: 'groep 6'. */
  readonly year: string
  readonly theme: string
  readonly goal: { readonly id: string; readonly boardId: string; readonly effect: string } | null
  readonly designers: readonly { readonly id: string; readonly name: string }[]
}

/** A version of a lesson, without its document. */
export interface Version {
  readonly id: string
  /** 1 for the first. */
  readonly number: number
  readonly plan: Plan
  /** `YYYY-MM-DD`; null as long as it can be written in. */
  readonly taughtOn: string | null
  readonly className: string
  readonly pupilsDid: string
  readonly worked: string
  readonly differently: string
  readonly createdAt: Date
}

export interface OpenLesson {
  readonly lesson: Lesson
  /** Newest first; at least one. */
  readonly versions: readonly [Version, ...Version[]]
}

/** Designs and what is written in them: followed by every page that shows the lesson. */
export function lessonStream(lessonId: string): string {
  return `lesson:${lessonId}`
}

export function lessonsPath(organisationSlug: string): string {
  return `/s/${organisationSlug}/lessons`
}

export function lessonPath(organisationSlug: string, lessonId: string): string {
  return `${lessonsPath(organisationSlug)}/${lessonId}`
}

/** The team and its designers see and write a lesson, and so do coach and leader; nobody else before it is shared. */
export function mayDesign({ viewer, roles }: Visit, isTeamMember: boolean, designerIds: readonly string[]): boolean {
  if (viewer.kind !== 'person' || roles.length === 0) return false
  return isTeamMember || designerIds.includes(viewer.id) || isOfWholeSchool(roles)
}

/** Coach and leader work with every team. */
export function isOfWholeSchool(roles: Visit['roles']): boolean {
  return roles.includes('coach') || roles.includes('leader')
}
