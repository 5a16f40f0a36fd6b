import type { Role } from '../../../platform/identity/roles.ts'
import { addDays, type Day } from '../../../platform/text/days.ts'
import type { VisitState } from './tables.ts'

/** That a visit happens: everything that the school may know of it. */
export interface Visit {
  readonly id: string
  readonly receiverId: string
  readonly receiverName: string
  readonly visitorId: string | null
  readonly visitorName: string | null
  readonly trackId: string | null
  readonly className: string
  readonly alsoLeaders: boolean
  readonly state: VisitState
  readonly startsAt: Date | null
}

/** Somebody of the school, with the roles they have there. */
export interface Colleague {
  readonly id: string
  readonly roles: readonly Role[]
}

/** Minutes in the lesson: long enough to see something, short enough to find. */
export const visitMinutes = 15

/** The four steps of the talk, with the minutes that each gets. */
export const talkSteps = [
  { key: 'fact', minutes: 3 },
  { key: 'effect', minutes: 4 },
  { key: 'clarify', minutes: 4 },
  { key: 'better', minutes: 4 },
] as const

export function visitsPath(slug: string): string {
  return `/s/${slug}/visits`
}

export function visitPath(slug: string, id: string): string {
  return `${visitsPath(slug)}/${id}`
}

/** The form with which a teacher asks for a visit, with a question in it to start from. */
export function askVisitPath(slug: string, question: string): string {
  return `${visitsPath(slug)}/new?question=${encodeURIComponent(question.slice(0, 300))}`
}

/** Behind which everything is the receiver's; see `seen-page.tsx`. */
export function seenPath(slug: string, id: string): string {
  return `${visitPath(slug, id)}/seen`
}

/** Its own stream in the journal, for that it was asked, taken, held. */
export function visitStream(id: string): string {
  return `visit:${id}`
}

const leading: readonly Role[] = ['coach', 'leader', 'board', 'admin']

/** Whether somebody has a say over colleagues; they come only where the receiver wants it. */
export function leads(roles: readonly Role[]): boolean {
  return roles.some((role) => leading.includes(role))
}

/** Whether somebody may take a visit that was asked. The database refuses the record to others too. */
export function mayCome(visit: Pick<Visit, 'state' | 'receiverId' | 'alsoLeaders'>, { id, roles }: Colleague): boolean {
  if (visit.state !== 'open' || visit.receiverId === id) return false
  if (!roles.some((role) => role === 'teacher' || role === 'coach' || role === 'leader')) return false
  return visit.alsoLeaders || !leads(roles)
}

/** What was seen is kept this long, unless the receiver deletes it earlier. */
export function keptUntil(day: Day): Day {
  return addDays(day, 365)
}

/** What was seen is kept a year from the day on which somebody takes the visit: it has to happen well before that. */
export const mostDaysAhead = 183
