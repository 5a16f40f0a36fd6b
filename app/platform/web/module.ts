import type { Migration } from '../database/migrate.ts'
import type { OrganisationRef, Person, Visit } from '../identity/viewer.ts'
import type { Topic } from '../live/topic.ts'
import type { Locale } from '../text/dictionary.ts'
import type { PointerSource } from './pointer.ts'
import type { ReferenceSource } from './reference.ts'
import type { Route } from './route.ts'
import type { Services } from './services.ts'

/** An entry of the main navigation, for the organisation that is open. */
export interface NavigationItem {
  readonly label: (locale: Locale) => string
  readonly href: (organisation: OrganisationRef) => string
  /** Pages that stand under this entry though their address does not. */
  readonly also?: (organisation: OrganisationRef) => readonly string[]
  readonly visible: (visit: Visit) => boolean
}

/**
 * Work in the background: a queue with its handler, and where wanted a schedule (cron, Europe/Amsterdam). It may run
 * twice for the same job, and is tried again when it throws; see `jobs/README.md`.
 */
export interface Job {
  readonly name: string
  readonly schedule?: string
  /** How often a failed job is tried again; 5 where nothing is said. */
  readonly retries?: number
  readonly run: (services: Services, data: unknown) => Promise<void>
}

/** What a module hands to the house; nothing else of it is seen from outside. */
export interface Module {
  readonly name: string
  readonly migrations: readonly Migration[]
  readonly routes: readonly Route[]
  readonly topics: readonly Topic[]
  readonly jobs: readonly Job[]
  readonly navigation: readonly NavigationItem[]
  /** What others may point to as the reason for something, such as a goal. */
  readonly references?: readonly ReferenceSource[]
  /** What of this module points to others, such as the goals that a figure led to. */
  readonly pointers?: readonly PointerSource[]
  /** Where a person goes first after signing in at an organisation; null where this module has no such page. */
  readonly home?: (organisation: OrganisationRef, person: Person) => string | null
  /** Fills an empty demo database. Runs once, after the people and organisations of the demo exist. */
  readonly demo?: (services: Services) => Promise<void>
}

export function defineModule(module: Module): Module {
  return module
}
