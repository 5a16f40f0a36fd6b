import type { HolidayRegion, OrganisationKind } from '../organisations/organisations.ts'
import type { Locale } from '../text/dictionary.ts'
import type { GuestKind, Role } from './roles.ts'

/** Somebody with an account. */
export interface Person {
  readonly kind: 'person'
  readonly id: string
  readonly name: string
  readonly email: string
  readonly locale: Locale | null
  /** Signed in with a passkey or a code besides the mail link; asked of leaders, boards and admins. */
  readonly secondFactor: boolean
  /** Admin of the platform itself. */
  readonly operator: boolean
}

/** Somebody let in without an account, to one thing (`about`, such as `session:<id>`), until the pass ends. */
export interface Guest {
  readonly kind: 'guest'
  readonly id: string
  readonly guestKind: GuestKind
  readonly about: string
  readonly name: string
  readonly organisationId: string
}

export interface Nobody {
  readonly kind: 'nobody'
}

export type Viewer = Person | Guest | Nobody

export interface OrganisationRef {
  readonly id: string
  readonly kind: OrganisationKind
  readonly slug: string
  readonly name: string
  readonly parentId: string | null
  readonly holidayRegion: HolidayRegion | null
}

/** What is known of a request before its handler runs. */
export interface Visit {
  readonly viewer: Viewer
  /** The organisation named in the path; null where the path names none or an unknown one. */
  readonly organisation: OrganisationRef | null
  /** The person's roles there, those at its governing body included. */
  readonly roles: readonly Role[]
  /** The schools of the organisation, where it is a governing body. */
  readonly schoolIds: readonly string[]
}

/** How a viewer is named in the journal. */
export function actorOf(viewer: Viewer): string {
  return viewer.kind === 'nobody' ? 'nobody' : `${viewer.kind}:${viewer.id}`
}
